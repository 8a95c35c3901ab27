using System.Globalization;

namespace Integrationskonzept.ServiceDefaults.Errors;

/// <summary>A text for people in the platform's two languages; German unless the reader asks for English.</summary>
/// <param name="De">German.</param>
/// <param name="En">English.</param>
public readonly record struct Text(string De, string En)
{
    /// <summary>
    /// The text in the language of the request (<c>Accept-Language</c>); on pages that speak further languages, in that which was chosen.
    /// </summary>
    public override string ToString() => Translations.Find(De) ?? (CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? En : De);
}
