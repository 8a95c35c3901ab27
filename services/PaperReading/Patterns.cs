using System.Text.RegularExpressions;

namespace Integrationskonzept.PaperReading;

/// <summary>All patterns run without backtracking, so that no text can make them slow.</summary>
internal static class Patterns
{
    public static Regex Of(string pattern, bool ignoreCase = true) => new(
        pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | (ignoreCase ? RegexOptions.IgnoreCase : 0));

    public static bool Has(this Match match, string group) => match.Groups[group].Success;

    public static string Text(this Match match, string group) => match.Groups[group].Value;

    public static Span Span(this Capture match) => new(match.Index, match.Index + match.Length);
}
