using System.Globalization;
using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Portal.Components;

/// <summary>The languages in which people who take part read, in their own words.</summary>
static class PageLanguages
{
    public const string Easy = "de-x-leicht";

    public static readonly (string Tag, string Name)[] All =
    [
        ("de", "Deutsch"),
        ("en", "English"),
        ("ar", "العربية"),
        ("uk", "Українська"),
        ("tr", "Türkçe"),
        (Easy, "Leichte Sprache"),
    ];

    /// <summary>The one of the page.</summary>
    public static string OfReader => Translations.Language ?? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    public static string NameOf(string? language) => All.FirstOrDefault(one => one.Tag == language).Name ?? language ?? "";

    public static string Direction(string? language) => language == "ar" ? "rtl" : "ltr";

    /// <summary>Into which of them something is translated: all but its own, in whatever region; easy language is one of its own.</summary>
    public static IEnumerable<(string Tag, string Name)> Others(string? original) =>
        All.Where(one => one.Tag != (original == Easy ? Easy : original?.Split('-')[0]));
}
