using System.Globalization;
using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Components;
using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Portal.Pages.Surveys;

/// <summary>A draft as it is edited: its German words and how questions are answered. Translations stay where the words do.</summary>
public sealed class SurveyDraftForm
{
    public string? Title { get; set; }
    public string? Introduction { get; set; }
    public string? TopicAreaId { get; set; }
    public bool HasPublicLink { get; set; }
    public List<SurveyQuestionForm> Questions { get; set; } = [];

    internal static SurveyDraftForm Of(SurveyDto survey) =>
        new()
        {
            Title = survey.Title?.De,
            Introduction = survey.Introduction?.De,
            TopicAreaId = $"{survey.TopicAreaId}",
            HasPublicLink = survey.HasPublicLink == true,
            Questions = [.. (survey.Questions ?? []).Select(question => SurveyQuestionForm.Of(question, survey.Questions!))],
        };

    /// <summary>As it is: for what changes words alone.</summary>
    internal static WriteSurvey Write(SurveyDto survey) =>
        new()
        {
            Title = survey.Title,
            Introduction = survey.Introduction,
            TopicAreaId = survey.TopicAreaId,
            HasPublicLink = survey.HasPublicLink,
            Questions = survey.Questions,
        };

    internal WriteSurvey ToApi(SurveyDto before)
    {
        Questions.RemoveAll(question => question.IsEmpty);
        List<SurveyQuestion> written = [];
        foreach (var (index, question) in Questions.Index())
        {
            var known = before.Questions?.Find(one => one.Key == question.Key);
            question.Key = known?.Key ?? NewKey("q", [.. (before.Questions ?? []).Concat(written).Select(one => one.Key!)]);
            written.Add(question.ToApi(known, written, index));
        }
        return new()
        {
            Title = Reworded(before.Title, Title) ?? new() { De = "" },
            Introduction = Reworded(before.Introduction, Introduction),
            TopicAreaId = TopicAreaId.ToId(),
            HasPublicLink = HasPublicLink,
            Questions = written,
        };
    }

    internal static string NewKey(string letter, ICollection<string> taken)
    {
        for (var number = 1; ; number++)
            if ($"{letter}{number.ToString(CultureInfo.InvariantCulture)}" is var key && !taken.Contains(key))
                return key;
    }

    /// <summary>Other German words keep their translations; no words are none.</summary>
    internal static SurveyText? Reworded(SurveyText? before, string? words)
    {
        if (words.OrNull() is not { } said)
            return null;
        var text = before ?? new SurveyText();
        text.De = said;
        return text;
    }
}

/// <summary>A question of a draft.</summary>
public sealed class SurveyQuestionForm : IFormLine
{
    public string? Key { get; set; }
    public string? Text { get; set; }
    public string? Help { get; set; }
    public string? Kind { get; set; }
    public bool Required { get; set; }
    public string? Options { get; set; }
    public string? Rows { get; set; }
    public string? From { get; set; }
    public string? To { get; set; }
    public string? Low { get; set; }
    public string? High { get; set; }
    public string? Most { get; set; }
    public string? IfQuestion { get; set; }
    public string? IfOptions { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text);

    internal static SurveyQuestionForm Of(SurveyQuestion question, List<SurveyQuestion> all)
    {
        var earlier = all.Find(one => one.Key == question.ShownIf?.Question);
        return new()
        {
            Key = question.Key,
            Text = question.Text?.De,
            Help = question.Help?.De,
            Kind = $"{question.Kind}",
            Required = question.Required == true,
            Options = Lines(question.Options),
            Rows = Lines(question.Rows),
            From = $"{question.Scale?.From}",
            To = $"{question.Scale?.To}",
            Low = question.Scale?.Low?.De,
            High = question.Scale?.High?.De,
            Most = $"{question.Most}",
            IfQuestion = earlier is null ? null : $"{all.IndexOf(earlier) + 1}",
            IfOptions = earlier is null
                ? null
                : Lines([.. earlier.Options!.Where(option => question.ShownIf!.Options!.Contains(option.Key!))]),
        };
    }

    static string Lines(IEnumerable<SurveyOption>? options) => string.Join('\n', (options ?? []).Select(option => option.Text?.De));

    internal SurveyQuestion ToApi(SurveyQuestion? before, List<SurveyQuestion> earlier, int at)
    {
        var kind = Kind.ToChoice<QuestionKind>();
        return new()
        {
            Key = Key,
            Text = SurveyDraftForm.Reworded(before?.Text, Text),
            Help = SurveyDraftForm.Reworded(before?.Help, Help),
            Kind = kind,
            Required = Required,
            Options = kind is QuestionKind.Scale or QuestionKind.Text ? null : ToOptions(before?.Options, Options, "o"),
            Rows = kind == QuestionKind.Matrix ? ToOptions(before?.Rows, Rows, "r") : null,
            Scale =
                kind == QuestionKind.Scale
                    ? new()
                    {
                        From = From.ToWhole($"questions[{at}].scale.from") ?? 1,
                        To = To.ToWhole($"questions[{at}].scale.to") ?? 5,
                        Low = SurveyDraftForm.Reworded(before?.Scale?.Low, Low),
                        High = SurveyDraftForm.Reworded(before?.Scale?.High, High),
                    }
                    : null,
            Most = kind is QuestionKind.ChooseMany or QuestionKind.Text ? Most.ToWhole($"questions[{at}].most") : null,
            ShownIf = ToCondition(earlier, at),
        };
    }

    /// <summary>
    /// One a line. Who keeps its words keeps its key; in a list as long as before a changed line is the same option, reworded.
    /// </summary>
    static List<SurveyOption> ToOptions(List<SurveyOption>? before, string? field, string letter)
    {
        var (lines, known) = (field.ToLines(), before ?? []);
        List<SurveyOption> options = [];
        foreach (var (index, line) in lines.Index())
        {
            var same = known.Find(option => option.Text?.De == line);
            if (same is null && lines.Count == known.Count && !lines.Contains(known[index].Text?.De ?? ""))
                same = known[index];
            options.Add(
                new()
                {
                    Key = same?.Key ?? SurveyDraftForm.NewKey(letter, [.. known.Concat(options).Select(option => option.Key!)]),
                    Text = SurveyDraftForm.Reworded(same?.Text, line),
                }
            );
        }
        return options;
    }

    ShownIf? ToCondition(List<SurveyQuestion> earlier, int at)
    {
        if (IfQuestion.ToWhole($"questions[{at}].shownIf.question") is not { } number)
            return null;
        var question = earlier.ElementAtOrDefault(number - 1);
        return new()
        {
            Question = question?.Key ?? $"{number}",
            Options =
            [
                .. IfOptions
                    .ToLines()
                    .Select(line =>
                        question?.Options?.Find(option => option.Text?.De == line)?.Key
                        ?? throw new Unreadable(
                            $"questions[{at}].shownIf.options",
                            new Text(
                                $"„{line}“ steht nicht bei Frage {number}. Schreiben Sie die Antwort genau wie dort.",
                                $"\"{line}\" is not among the options of question {number}. Write it just as it is there."
                            )
                        )
                    ),
            ],
        };
    }
}
