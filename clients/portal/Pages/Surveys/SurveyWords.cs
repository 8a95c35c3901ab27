using System.Globalization;
using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Components;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Localization;

namespace Integrationskonzept.Portal.Pages.Surveys;

/// <summary>What is said of surveys, and their own words in the language of whoever reads.</summary>
static class SurveyWords
{
    /// <summary>
    /// What was asked for, what was chosen for the portal, what the browser prefers: the first that the survey has; else German.
    /// </summary>
    public static string Choose(string? wanted, IReadOnlyCollection<string>? languages, HttpRequest request)
    {
        var portal = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var isChosen = request.Cookies.ContainsKey(CookieRequestCultureProvider.DefaultCookieName);
        string?[] order = [wanted, isChosen ? portal : null, .. Preferred(request), portal];
        return order.FirstOrDefault(one => one is not null && languages?.Contains(one) == true) ?? "de";
    }

    /// <summary>The browser's languages, the best first; <c>uk-UA</c> as <c>uk</c>.</summary>
    static IEnumerable<string> Preferred(HttpRequest request) =>
        request
            .GetTypedHeaders()
            .AcceptLanguage.Where(one => one.Quality is not 0)
            .OrderByDescending(one => one.Quality ?? 1)
            .Select(one => one.Value.ToString())
            .Select(tag => PageLanguages.NameOf(tag) == tag ? tag.Split('-')[0] : tag);

    public static string In(this SurveyText? text, string language) => text.Said(language) ?? text?.De ?? "";

    /// <summary>Only what is said in it, without falling back.</summary>
    public static string? Said(this SurveyText? text, string language) =>
        (
            language switch
            {
                "en" => text?.En,
                "ar" => text?.Ar,
                "uk" => text?.Uk,
                "tr" => text?.Tr,
                "de-x-leicht" => text?.DeXLeicht,
                _ => text?.De,
            }
        )
            is { Length: > 0 } said
            ? said
            : null;

    /// <summary>Those in which it is said.</summary>
    public static List<string> Languages(this SurveyText? text) =>
        [.. PageLanguages.All.Select(one => one.Tag).Where(tag => text.Said(tag) is not null)];

    /// <summary>The one that suits whoever reads.</summary>
    public static string LanguageFor(this SurveyText? text, HttpRequest request) => Choose(null, text.Languages(), request);

    public static void Set(this SurveyText text, string language, string? words)
    {
        switch (language)
        {
            case "en":
                text.En = words;
                break;
            case "ar":
                text.Ar = words;
                break;
            case "uk":
                text.Uk = words;
                break;
            case "tr":
                text.Tr = words;
                break;
            case "de-x-leicht":
                text.DeXLeicht = words;
                break;
            default:
                text.De = words;
                break;
        }
    }

    public static Text Of(SurveyState? state, bool? takesAnswers) =>
        (state, takesAnswers) switch
        {
            (SurveyState.Draft, _) => new("Entwurf", "Draft"),
            (SurveyState.Open, true) => new("offen", "open"),
            (SurveyState.Open, _) => new("beginnt noch oder endet gerade", "still to begin, or just ending"),
            _ => new("beendet", "over"),
        };

    public static string Kind(SurveyState? state, bool? takesAnswers) =>
        state == SurveyState.Open && takesAnswers == true ? "success" : "info";

    public static Text Of(QuestionKind? kind) =>
        kind switch
        {
            QuestionKind.ChooseOne => new("eine Antwort wählen", "choose one option"),
            QuestionKind.ChooseMany => new("mehrere Antworten wählen", "choose several options"),
            QuestionKind.Scale => new("Zahl auf einer Skala", "number on a scale"),
            QuestionKind.Rank => new("in eine Reihenfolge bringen", "put in an order"),
            QuestionKind.Text => new("in eigenen Worten", "in own words"),
            _ => new("Tabelle: je Zeile eine Antwort", "table: one option in each row"),
        };
}
