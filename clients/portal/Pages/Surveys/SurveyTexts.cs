using Integrationskonzept.Client.Models;

namespace Integrationskonzept.Portal.Pages.Surveys;

/// <summary>All words of a survey: each by a key that stays when questions move, and by its place for the API's problems.</summary>
static class SurveyTexts
{
    public static IEnumerable<(string Key, string Path, SurveyText Text)> Of(SurveyDto survey)
    {
        yield return ("title", "title", survey.Title!);
        if (survey.Introduction is { } introduction)
            yield return ("introduction", "introduction", introduction);
        foreach (var (at, question) in survey.Questions!.Index())
        foreach (var (key, path, text) in Of(question))
            yield return ($"{question.Key}.{key}", $"questions[{at}].{path}", text);
    }

    static IEnumerable<(string Key, string Path, SurveyText Text)> Of(SurveyQuestion question)
    {
        yield return ("text", "text", question.Text!);
        if (question.Help is { } help)
            yield return ("help", "help", help);
        foreach (var (index, option) in (question.Options ?? []).Index())
            yield return ($"options.{option.Key}", $"options[{index}].text", option.Text!);
        foreach (var (index, row) in (question.Rows ?? []).Index())
            yield return ($"rows.{row.Key}", $"rows[{index}].text", row.Text!);
        if (question.Scale?.Low is { } low)
            yield return ("scale.low", "scale.low", low);
        if (question.Scale?.High is { } high)
            yield return ("scale.high", "scale.high", high);
    }
}
