using System.Globalization;
using Integrationskonzept.Client.Models;
using Integrationskonzept.Components;

namespace Integrationskonzept.Portal.Pages.Surveys;

/// <summary>What is wrong with an answer, and the language in which that is said.</summary>
public sealed record SurveyError(string Text, string Language);

/// <summary>
/// The API tells in German or English what is wrong; a survey is answered in more languages, so what goes wrong often is told here in all
/// of them, and the rest as the API says it.
/// </summary>
static class SurveyErrors
{
    public static SurveyError? Of(FormProblem? problem, SurveyQuestion question, SurveyAnswerForm form, string language)
    {
        if ((problem?.At(question.Key) ?? problem?.At(form.SentAs(question))) is not { } said)
            return null;
        var spoken = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        return spoken != language && Phrase(question, form, language) is { } phrase ? new(phrase, language) : new(said, spoken);
    }

    static string? Phrase(SurveyQuestion question, SurveyAnswerForm form, string language)
    {
        string Say(string key, params object[] parts) => SurveyChrome.Say(key, language, parts);
        var chosen = form.Values(question).ToList();
        var parts = (question.Kind == QuestionKind.Rank ? question.Options : question.Rows) ?? [];
        var given = parts.Select(part => form.Value(question, part.Key)).OfType<string>().ToList();
        return question switch
        {
            { Required: true } when chosen.Count + given.Count == 0 && form.IsAsked(question) => Say("required"),
            { Kind: QuestionKind.Text } when chosen.Exists(text => text.Length > Most(question)) => Say("characters", Most(question)),
            { Kind: QuestionKind.ChooseMany, Most: { } most } when chosen.Count > most => Say("too-many", most),
            { Kind: QuestionKind.Rank } when given.Distinct().Count() < parts.Count => Say("places"),
            { Kind: QuestionKind.Matrix, Required: true } when given.Count < parts.Count => Say("each-row"),
            _ => null,
        };
    }

    /// <summary>How many characters a text may have.</summary>
    public static int Most(SurveyQuestion question) => question.Most ?? 2000;
}
