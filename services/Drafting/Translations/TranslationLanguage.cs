using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Validation;

namespace Integrationskonzept.Drafting.Translations;

/// <summary>Concepts are written in German; easy language is a language of its own.</summary>
static class TranslationLanguage
{
    public const string Source = LanguageTag.German;

    /// <summary>The language as it is stored: of UK and uk the same.</summary>
    /// <param name="tag">BCP 47 tag, in whatever case.</param>
    /// <param name="field">How the request names it.</param>
    public static string Require(string tag, string field = "language")
    {
        if (!LanguageTag.IsValid(tag))
            throw new InvalidFieldProblem(
                field,
                new($"Schreiben Sie es als {LanguageTag.InGerman}.", $"Write it as {LanguageTag.InEnglish}.")
            );
        var language = LanguageTag.Canonical(tag);
        return IsSource(language) ? throw new TranslationIntoGerman() : language;
    }

    /// <summary>True for German as people write it: de and de-AT, but not de-x-leicht.</summary>
    public static bool IsSource(string language) =>
        language.Split('-')[0] == Source && !language.Contains("-x-", StringComparison.OrdinalIgnoreCase);
}

/// <summary>The sections are written in that language.</summary>
public sealed class TranslationIntoGerman()
    : UnprocessableProblem(
        "translation-into-german",
        new(
            "Das Konzept ist auf Deutsch geschrieben. Für Leichte Sprache nehmen Sie de-x-leicht.",
            "The concept is written in German. For easy language take de-x-leicht."
        )
    );

/// <summary>The section never had that revision.</summary>
public sealed class SourceRevisionUnknown(string title, int revision, int last)
    : UnprocessableProblem(
        "source-revision-unknown",
        new(
            $"„{title}“ hat keine Fassung {revision}; die letzte ist {last}.",
            $"\"{title}\" has no revision {revision}; the last one is {last}."
        )
    );
