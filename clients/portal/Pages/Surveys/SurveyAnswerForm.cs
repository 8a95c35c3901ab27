using System.Globalization;
using System.Security.Cryptography;
using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Components;

namespace Integrationskonzept.Portal.Pages.Surveys;

/// <summary>What somebody has chosen and written on a survey's page: fields by the keys of the questions.</summary>
public sealed class SurveyAnswerForm(IReadOnlyList<SurveyQuestion> questions, IFormCollection? form)
{
    public static string Name(SurveyQuestion question, string? part = null) => $"a.{question.Key}{(part is null ? "" : $".{part}")}";

    /// <summary>Random: nothing in it tells a time.</summary>
    public static Guid NewId() => new(RandomNumberGenerator.GetBytes(16));

    /// <summary>The same when a form that was refused is sent again.</summary>
    public Guid Id { get; } = Guid.TryParse(form?["AnswerId"], out var sent) ? sent : NewId();

    public bool Has(SurveyQuestion question, string value, string? part = null) => Values(question, part).Contains(value);

    public string? Value(SurveyQuestion question, string? part = null) => Values(question, part).FirstOrDefault();

    internal IEnumerable<string> Values(SurveyQuestion question, string? part = null) =>
        form?[Name(question, part)].OfType<string>().Where(value => value.Length > 0) ?? [];

    /// <summary>
    /// Without scripts all questions are shown: what is written at one that is not for this person is left out, as the page says.
    /// </summary>
    internal bool IsAsked(SurveyQuestion question)
    {
        if (question.ShownIf is not { } condition)
            return true;
        var earlier = questions.First(one => one.Key == condition.Question);
        return IsAsked(earlier) && Values(earlier).Intersect(condition.Options!).Any();
    }

    List<string?> sent = [];

    /// <summary>As the API's problems name the answer to a question, if it was sent.</summary>
    public string? SentAs(SurveyQuestion question) => sent.IndexOf(question.Key) is >= 0 and var at ? $"answers[{at}]" : null;

    public AnswerSurvey ToAnswer()
    {
        List<QuestionAnswer> answers = [.. questions.Where(IsAsked).Select(Answer).OfType<QuestionAnswer>()];
        sent = answers.ConvertAll(answer => answer.Question);
        return new() { Id = Id, Answers = answers };
    }

    QuestionAnswer? Answer(SurveyQuestion question)
    {
        var answer = new QuestionAnswer { Question = question.Key };
        switch (question.Kind)
        {
            case QuestionKind.ChooseOne or QuestionKind.ChooseMany:
                answer.Options = [.. Values(question)];
                return answer.Options.Count > 0 ? answer : null;
            case QuestionKind.Scale:
                answer.Value = Value(question).ToWhole(question.Key!);
                return answer.Value is not null ? answer : null;
            case QuestionKind.Text:
                answer.Text = Value(question).OrNull();
                return answer.Text is not null ? answer : null;
            case QuestionKind.Rank:
                var places = question
                    .Options!.Select(option => (option.Key, Place: Value(question, option.Key)))
                    .Where(one => one.Place is not null)
                    .ToList();
                // A place that was given twice leaves another one out; the API says so.
                answer.Ranking =
                [
                    .. places
                        .DistinctBy(one => one.Place)
                        .OrderBy(one => int.TryParse(one.Place, CultureInfo.InvariantCulture, out var place) ? place : 99)
                        .Select(one => one.Key!),
                ];
                return places.Count > 0 ? answer : null;
            default:
                answer.Cells =
                [
                    .. question
                        .Rows!.Select(row => new MatrixCell { Row = row.Key, Option = Value(question, row.Key) })
                        .Where(cell => cell.Option is not null),
                ];
                return answer.Cells.Count > 0 ? answer : null;
        }
    }
}
