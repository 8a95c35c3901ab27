using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Components;
using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Portal.Pages.Concepts;

/// <summary>How pages call languages, and how far a translation is.</summary>
static class LanguageWords
{
    /// <summary>Those that are offered by their names; all others by their tag.</summary>
    public static readonly (string Tag, string Name)[] Offered = [.. PageLanguages.Others("de")];

    public static Text Of(TranslationState? state) =>
        state switch
        {
            TranslationState.Current => new("aktuell", "up to date"),
            TranslationState.Stale => new("veraltet", "out of date"),
            TranslationState.Missing => new("fehlt", "missing"),
            _ => new("noch kein Text", "no text yet"),
        };

    public static string KindOf(TranslationState? state) =>
        state switch
        {
            TranslationState.Current => "success",
            TranslationState.Stale or TranslationState.Missing => "warning",
            _ => "info",
        };

    public static Text Of(XliffOutcome? outcome) =>
        outcome switch
        {
            XliffOutcome.Taken => new("übernommen", "taken"),
            XliffOutcome.TakenStale => new(
                "übernommen, aber veraltet: Der Abschnitt hat sich seither geändert",
                "taken, but out of date: the section has changed since"
            ),
            XliffOutcome.Unchanged => new("unverändert", "unchanged"),
            XliffOutcome.Empty => new("nicht übersetzt", "not translated"),
            XliffOutcome.Superseded => new(
                "nicht übernommen: Hier gibt es schon eine Übersetzung einer neueren Fassung",
                "not taken: there is a translation of a later revision already"
            ),
            _ => new("nicht übernommen: Es fehlen noch Teile", "not taken: parts are missing"),
        };
}
