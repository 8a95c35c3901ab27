using System.Collections.Frozen;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Integrationskonzept.ServiceDefaults.Errors;

/// <summary>
/// What people who take part read in further languages, found by its German words. Who translates changes the files beside this one, and
/// nothing else. Numbers and what stands in German quotation marks are taken over: in the files a <c>#</c> stands for them.
/// </summary>
public static partial class Translations
{
    /// <summary>
    /// By their tags (BCP 47); <c>de-x-leicht</c> is easy language, and says what German says where nothing else is given.
    /// </summary>
    public static readonly IReadOnlyList<(string Tag, string Name)> Languages =
    [
        ("ar", "العربية"),
        ("uk", "Українська"),
        ("tr", "Türkçe"),
        ("de-x-leicht", "Leichte Sprache"),
    ];

    static readonly FrozenDictionary<string, FrozenDictionary<string, string>> All = Languages.ToFrozenDictionary(
        language => language.Tag,
        language => Read(language.Tag)
    );

    static readonly AsyncLocal<string?> Now = new();

    /// <summary>The further language in which the request is answered; null for German and English.</summary>
    public static string? Language
    {
        get => Now.Value;
        set =>
            Now.Value =
                value is null || All.ContainsKey(value) ? value : throw new ArgumentException($"Not spoken: {value}", nameof(value));
    }

    /// <summary>The words in the further language, or null where there is none or they are not translated.</summary>
    public static string? Find(string german)
    {
        if (Language is not { } language)
            return null;
        var words = All[language];
        if (words.TryGetValue(german, out var found))
            return found;
        var parts = Variable().Matches(german).Select(match => match.Groups[1].Success ? match.Groups[1].Value : match.Value).ToList();
        if (parts.Count == 0 || !words.TryGetValue(Variable().Replace(german, Mark), out found))
            return null;
        var next = 0;
        return Placeholder().Replace(found, _ => next < parts.Count ? parts[next++] : "");
    }

    /// <summary>All that is translated into a language, by its German words.</summary>
    public static IReadOnlyDictionary<string, string> Of(string language) => All[language];

    static string Mark(Match match) => match.Groups[1].Success ? "„#“" : "#";

    static FrozenDictionary<string, string> Read(string language)
    {
        using var file = typeof(Translations).Assembly.GetManifestResourceStream($"translations.{language}.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, string>>(file)!.ToFrozenDictionary();
    }

    [GeneratedRegex("„([^“]*)“|[0-9]+")]
    private static partial Regex Variable();

    [GeneratedRegex("#")]
    private static partial Regex Placeholder();
}
