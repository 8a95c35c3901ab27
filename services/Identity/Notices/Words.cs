using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Identity.Notices;

/// <summary>The language of one mail.</summary>
sealed record Words(string Language)
{
    /// <summary>Mails of accounts keep the language of who caused them as their occasion.</summary>
    public const int German = 1,
        English = 2;

    public static int Current => new Text("de", "en").ToString() == "en" ? English : German;

    public string Say(string german, string english) => Say(new(german, english));

    public string Say(Text text) => Language == "en" ? text.En : text.De;
}
