using System.Globalization;
using System.Text;

namespace Integrationskonzept.Drafting.Sections;

/// <summary>Keys of sections: parts of permanent addresses, so they stay when titles change.</summary>
static class SectionKeys
{
    const int Longest = 60;

    /// <summary>They stand in the place of a key in the API's paths, or at the site's own places in an edition.</summary>
    static readonly string[] Taken = ["outline", "search", "presence", "verzeichnis", "siegel"];

    public static string Of(string title, IReadOnlySet<string> known)
    {
        var slug = Slug(title);
        if (slug.StartsWith("massnahme", StringComparison.Ordinal) || slug.StartsWith("fn", StringComparison.Ordinal) || slug.Length == 0)
            slug = $"abschnitt-{slug}".TrimEnd('-');
        for (var number = 1; ; number++)
            if ((number == 1 ? slug : $"{slug}-{number}") is var key && !known.Contains(key) && !Taken.Contains(key))
                return key;
    }

    static string Slug(string title)
    {
        var slug = new StringBuilder();
        foreach (
            var sign in title
                .ToLowerInvariant()
                .Replace("ä", "ae", StringComparison.Ordinal)
                .Replace("ö", "oe", StringComparison.Ordinal)
                .Replace("ü", "ue", StringComparison.Ordinal)
                .Replace("ß", "ss", StringComparison.Ordinal)
                .Normalize(NormalizationForm.FormD)
        )
            if (char.IsAsciiLetterOrDigit(sign))
                slug.Append(sign);
            else if (
                CharUnicodeInfo.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark
                && slug is { Length: > 0 }
                && slug[^1] != '-'
            )
                slug.Append('-');
        return slug.ToString()[..Math.Min(slug.Length, Longest)].Trim('-');
    }
}
