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

    const int Empty = 2;
    const int Most = 60;

    internal static SurveyDraftForm Of(SurveyDto survey) =>
        new()
        {
            Title = survey.Title?.De,
            Introduction = survey.Introduction?.De,
            TopicAreaId = $"{survey.TopicAreaId}",
            HasPublicLink = survey.HasPublicLink == true,
            Questions = [.. (survey.Questions ?? []).Select((question, at) => SurveyQuestionForm.Of(question, at, survey.Questions!))],
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

    /// <summary>
    /// Questions without a text go, the others to their places. A condition names its question by the number that was shown: it follows
    /// that question, and then says its new number.
    /// </summary>
    /// <param name="atLeast">As many as somebody else has saved meanwhile: each is shown beside mine.</param>
    internal void Arrange(int atLeast = 0)
    {
        var shown = Questions.ToList();
        foreach (var question in shown)
            question.Earlier = question.IfNumber is { } number ? shown.ElementAtOrDefault(number - 1) : null;
        var ordered = shown.Index().Where(one => !one.Item.IsEmpty).OrderBy(one => one.Item.PlaceAmong(one.Index + 1)).ToList();
        Questions = [.. ordered.Select(one => one.Item)];
        foreach (var (index, question) in Questions.Index())
            question.TakePlace(index + 1, Questions);
        var wanted = Math.Max(Math.Min(Questions.Count + Empty, Most), atLeast);
        while (Questions.Count < wanted)
            Questions.Add(new() { Place = Number(Questions.Count + 1) });
    }

    internal static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>As it was arranged.</summary>
    internal WriteSurvey ToApi(SurveyDto before)
    {
        List<SurveyQuestion> written = [];
        foreach (var (index, question) in Questions.Where(question => !question.IsEmpty).Index())
        {
            var known = before.Questions?.Find(one => one.Key == question.Key);
            question.Key = known?.Key ?? NewKey("q", [.. (before.Questions ?? []).Concat(written).Select(one => one.Key!)]);
            written.Add(question.ToApi(known, index));
        }
        foreach (var (index, question) in written.Index())
            question.ShownIf = Questions[index].ToCondition(written, index);
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
        var text = new SurveyText { De = said };
        foreach (var language in PageLanguages.All.Select(one => one.Tag).Where(tag => tag != "de"))
            text.Set(language, before.Said(language));
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

    /// <summary>Where it is to stand, from 1.</summary>
    public string? Place { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text);

    /// <summary>The question that it depends on, on the page as it was shown.</summary>
    internal SurveyQuestionForm? Earlier { get; set; }

    internal int? IfNumber => int.TryParse(IfQuestion, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>What it is ordered by: whoever moves up comes before the one at that place, whoever moves down behind it.</summary>
    internal (int Place, int Side) PlaceAmong(int shown) =>
        int.TryParse(Place, CultureInfo.InvariantCulture, out var wanted) ? (wanted, wanted.CompareTo(shown)) : (shown, 0);

    internal void TakePlace(int number, List<SurveyQuestionForm> all)
    {
        if (string.IsNullOrWhiteSpace(Place) || int.TryParse(Place, CultureInfo.InvariantCulture, out _))
            Place = SurveyDraftForm.Number(number);
        if (Earlier is not null)
            IfQuestion = all.IndexOf(Earlier) is >= 0 and var at ? SurveyDraftForm.Number(at + 1) : null;
    }

    internal static SurveyQuestionForm Of(SurveyQuestion question, int at, List<SurveyQuestion> all)
    {
        var earlier = all.Find(one => one.Key == question.ShownIf?.Question);
        return new()
        {
            Key = question.Key,
            Place = SurveyDraftForm.Number(at + 1),
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

    internal SurveyQuestion ToApi(SurveyQuestion? before, int at)
    {
        _ = Place.ToWhole($"questions[{at}].place");
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

    internal ShownIf? ToCondition(List<SurveyQuestion> written, int at)
    {
        var (api, lines) = ($"questions[{at}].shownIf", IfOptions.ToLines());
        if (IfQuestion.ToWhole($"{api}.question") is not { } number)
            return lines.Count == 0
                ? null
                : throw new Unreadable(
                    $"{api}.question",
                    new Text(
                        "Nach welcher Frage? Nennen Sie ihre Nummer, oder leeren Sie das Feld mit den Antworten darunter.",
                        "After which question? Give its number, or empty the field with the options below."
                    )
                );
        if (written.ElementAtOrDefault(number - 1) is not { } earlier)
            throw new Unreadable(
                $"{api}.question",
                new Text($"Eine Frage {number} gibt es hier nicht.", $"There is no question {number} here.")
            );
        return new() { Question = earlier.Key, Options = [.. lines.Select(line => KeyOf(line, earlier, number, api))] };
    }

    static string KeyOf(string line, SurveyQuestion earlier, int number, string api) =>
        earlier.Options?.Find(option => option.Text?.De == line)?.Key
        ?? throw new Unreadable(
            $"{api}.options",
            new Text(
                $"„{line}“ steht nicht bei Frage {number}. Schreiben Sie die Antwort genau wie dort.",
                $"\"{line}\" is not among the options of question {number}. Write it just as it is there."
            )
        );
}
