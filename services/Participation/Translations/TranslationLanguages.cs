using Integrationskonzept.ServiceDefaults.Validation;

namespace Integrationskonzept.Participation.Translations;

/// <summary>Into which languages contributions are translated: those that the pages for people who take part speak.</summary>
static class TranslationLanguages
{
    /// <summary>German in easy language.</summary>
    public const string Easy = LanguageTag.Easy;

    public static readonly string[] All = ["de", "en", "ar", "uk", "tr", Easy];

    /// <summary>The language as it is stored.</summary>
    /// <param name="wanted">BCP 47 tag, in whatever case.</param>
    /// <param name="original">What the contribution is written in.</param>
    public static string Require(string wanted, string original)
    {
        var language = LanguageTag.Canonical(wanted);
        if (!All.Contains(language))
            throw new TranslationLanguageUnknown();
        return language == Base(original) ? throw new TranslationIntoItself() : language;
    }

    /// <summary>Without region and script; easy language is one of its own, as it is a translation of German.</summary>
    static string Base(string tag) => tag == Easy ? tag : tag.Split('-')[0];
}
