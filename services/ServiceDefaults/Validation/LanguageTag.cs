using System.Globalization;
using System.Text.RegularExpressions;

namespace Integrationskonzept.ServiceDefaults.Validation;

/// <summary>BCP 47: in which language something is written.</summary>
public static partial class LanguageTag
{
    /// <summary>What our pages and concepts are written in.</summary>
    public const string German = "de";

    /// <summary>German in easy language (Leichte Sprache).</summary>
    public const string Easy = "de-x-leicht";

    /// <summary>The longest tag (RFC 5646, section 4.4.1).</summary>
    public const int MaxLength = 35;

    /// <summary>Language, script, region, variants, extensions, private use; no grandfathered ones.</summary>
    public const string Pattern =
        "^[A-Za-z]{2,3}(-[A-Za-z]{3}){0,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?"
        + "(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(-[A-WY-Za-wy-z0-9](-[A-Za-z0-9]{2,8})+)*(-[xX](-[A-Za-z0-9]{1,8})+)?$";

    /// <summary>Completes "Schreiben Sie es als …".</summary>
    public const string InGerman = "Sprachkürzel nach BCP 47, etwa de, uk oder ar-SY";

    /// <summary>Completes "Write it as …".</summary>
    public const string InEnglish = "a language tag of BCP 47, such as de, uk or ar-SY";

    /// <summary>True for what is written as <see cref="Pattern"/> says, and no longer than may be.</summary>
    public static bool IsValid(string tag) => tag.Length <= MaxLength && !tag.EndsWith('\n') && Written().IsMatch(tag);

    /// <summary>As it is usually written (RFC 5646, section 2.1.1), so that de and DE are one language.</summary>
    public static string Canonical(string? tag)
    {
        var parts = (string.IsNullOrEmpty(tag) ? German : tag).ToLowerInvariant().Split('-');
        for (var at = 1; at < parts.Length && parts[at].Length > 1; at++)
            parts[at] = parts[at].Length switch
            {
                2 => parts[at].ToUpperInvariant(),
                4 when char.IsLetter(parts[at][0]) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(parts[at]),
                _ => parts[at],
            };
        return string.Join('-', parts);
    }

    [GeneratedRegex(Pattern)]
    private static partial Regex Written();
}
