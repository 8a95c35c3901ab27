using System.Text.RegularExpressions;

namespace Integrationskonzept.ServiceDefaults.Rendering;

/// <summary>What a text refers to.</summary>
public enum ReferenceKind
{
    /// <summary>A section of the concept, by its key.</summary>
    Section,

    /// <summary>A measure of the concept, by its id, or by its number while it is being typed.</summary>
    Measure,
}

/// <summary>A reference in a text.</summary>
/// <param name="Kind">What it refers to.</param>
/// <param name="Target">Key, id or number.</param>
/// <param name="Written">As it stands in the text.</param>
public sealed record MarkdownReference(ReferenceKind Kind, string Target, string Written);

/// <summary>References of a concept's texts to its own sections and measures: <c>[[abschnitt:key]]</c>, <c>[[massnahme:1.2]]</c>.</summary>
public static partial class MarkdownReferences
{
    /// <summary>All that stand in the text.</summary>
    public static IEnumerable<MarkdownReference> In(string markdown) => Reference().Matches(markdown).Select(Of);

    /// <summary>Each in turn as something else; what becomes null stays as it is.</summary>
    public static string Replace(string markdown, Func<MarkdownReference, string?> become) =>
        Reference().Replace(markdown, match => become(Of(match)) ?? match.Value);

    /// <summary>As it is stored.</summary>
    public static string Write(ReferenceKind kind, string target) =>
        $"[[{(kind == ReferenceKind.Section ? "abschnitt" : "massnahme")}:{target}]]";

    /// <summary>As those read it who see the whole concept: number and title, leading there.</summary>
    public static string Link(ReferenceKind kind, string number, string title, string address) =>
        $"[{(kind == ReferenceKind.Section ? "Abschnitt" : "Maßnahme")} {number} {Sign().Replace(title, @"\$0")}]({address})";

    static MarkdownReference Of(Match match) =>
        new(
            match.Groups[1].ValueSpan.StartsWith("a", StringComparison.OrdinalIgnoreCase) ? ReferenceKind.Section : ReferenceKind.Measure,
            match.Groups[2].Value,
            match.Value
        );

    [GeneratedRegex(@"\[\[(abschnitt|massnahme|maßnahme):\s*([^\[\]\s]{1,200})\s*\]\]", RegexOptions.IgnoreCase)]
    private static partial Regex Reference();

    [GeneratedRegex(@"[!-/:-@\[-`{-~]")]
    private static partial Regex Sign();
}
