using System.Globalization;

namespace Integrationskonzept.Participation.Contributions;

/// <summary>BCP 47: in which language somebody wrote.</summary>
static class LanguageTag
{
    public const string German = "de";
    public const int MaxLength = 35;

    /// <summary>Language, script, region, variants, extensions, private use; no grandfathered ones.</summary>
    public const string Pattern =
        "^[A-Za-z]{2,3}(-[A-Za-z]{3}){0,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?"
        + "(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(-[A-WY-Za-wy-z0-9](-[A-Za-z0-9]{2,8})+)*(-[xX](-[A-Za-z0-9]{1,8})+)?$";

    public const string InGerman = "Sprachkürzel nach BCP 47, etwa de, uk oder ar-SY";
    public const string InEnglish = "a language tag of BCP 47, such as de, uk or ar-SY";

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
}
