using System.Globalization;
using Integrationskonzept.Participation.Counting;

namespace Integrationskonzept.Participation.Surveys;

/// <summary>Counts answers, and leaves out what must not be seen.</summary>
sealed class SurveyCounting(SurveyDocument document, IReadOnlyList<GivenAnswers> all)
{
    readonly Dictionary<string, QuestionCounts> counted = [];

    public static SurveyCounts Count(SurveyDocument document, IEnumerable<IReadOnlyList<QuestionAnswer>> answers)
    {
        List<GivenAnswers> all = [.. answers.Select(one => new GivenAnswers(document, one))];
        return all.Count < HiddenCounts.Least ? new(null, []) : new SurveyCounting(document, all).Count();
    }

    SurveyCounts Count()
    {
        foreach (var question in document.Questions)
            counted[question.Key] = Count(question);
        return new(all.Count, [.. counted.Values]);
    }

    QuestionCounts Count(SurveyQuestion question)
    {
        var asked = all.Where(given => given.IsAsked(question)).ToList();
        if (asked.Count < HiddenCounts.Least || !MayTellHowManyWereAsked(question))
            return new(question.Key, Withheld: true);
        List<QuestionAnswer> answers = [.. asked.Select(given => given.To(question)).OfType<QuestionAnswer>()];
        return question.Kind switch
        {
            QuestionKind.ChooseOne => OfParts(question, [.. question.AllOptions.Select(option => option.Key)], answers, asked.Count),
            QuestionKind.Scale => OfParts(question, Numbers(question.Scale!), answers, asked.Count),
            QuestionKind.ChooseMany => OfMany(question, answers, asked.Count),
            QuestionKind.Rank => OfRanks(question, answers, asked.Count),
            QuestionKind.Matrix => OfMatrix(question, answers, asked.Count),
            _ => new(question.Key, Asked: asked.Count, Answered: Answered(question, answers.Count, asked.Count)),
        };
    }

    /// <summary>
    /// As many were asked as chose an option before: that must be seen there already. Of a choice of many the options overlap: how many
    /// chose one of several would tell how many chose both.
    /// </summary>
    bool MayTellHowManyWereAsked(SurveyQuestion question)
    {
        if (question.ShownIf is not { } condition)
            return true;
        var before = counted[condition.Question];
        if (before.Withheld || before.Options!.Any(option => condition.Options.Contains(option.Option) && option.Count is null))
            return false;
        var earlier = document.Questions.First(one => one.Key == condition.Question);
        return earlier.Kind == QuestionKind.ChooseOne || condition.Options.Distinct().Count() == 1;
    }

    static List<string> Numbers(SurveyScale scale) =>
        [.. Enumerable.Range(scale.From, scale.To - scale.From + 1).Select(number => number.ToString(CultureInfo.InvariantCulture))];

    /// <summary>One of several: the parts, with those who left it out, make up all who were asked.</summary>
    static QuestionCounts OfParts(SurveyQuestion question, List<string> keys, List<QuestionAnswer> answers, int asked)
    {
        var chosen = answers.Select(answer => answer.Value?.ToString(CultureInfo.InvariantCulture) ?? answer.Options![0]);
        var (options, answered, counts) = Parts(question, keys, [.. chosen], asked);
        return new(
            question.Key,
            Asked: asked,
            Answered: answered,
            Options: options,
            Average: question.Kind == QuestionKind.Scale ? AverageOf(keys, counts) : null
        );
    }

    static decimal? AverageOf(List<string> keys, List<int> counts)
    {
        var values = keys.Select(key => (int?)int.Parse(key, CultureInfo.InvariantCulture)).ToList();
        if (counts.Count > values.Count)
            values.Add(null);
        return HiddenCounts.IsAverageSafe(counts, values) ? HiddenCounts.Average(counts, values) : null;
    }

    static (List<OptionCount> Options, int? Answered, List<int> Counts) Parts(
        SurveyQuestion question,
        List<string> keys,
        List<string> chosen,
        int asked
    )
    {
        List<int> counts = [.. keys.Select(key => chosen.Count(one => one == key))];
        // Of a question that all must answer nobody can have left it out.
        if (!question.Required)
            counts.Add(asked - chosen.Count);
        var hidden = HiddenCounts.Hide(counts);
        List<OptionCount> options = [.. keys.Select((key, at) => Shown(key, counts[at], asked, !hidden[at]))];
        return (options, hidden.Length > keys.Count && hidden[^1] ? null : chosen.Count, counts);
    }

    static OptionCount Shown(string key, int count, int asked, bool isShown) =>
        isShown ? new(key, count, (int)Math.Round(100m * count / asked, MidpointRounding.AwayFromZero)) : new(key);

    /// <summary>Each option is chosen, or not.</summary>
    static QuestionCounts OfMany(SurveyQuestion question, List<QuestionAnswer> answers, int asked)
    {
        List<int> counts = [.. question.AllOptions.Select(option => answers.Count(answer => answer.Options!.Contains(option.Key)))];
        var (hidden, tellsAnswered) = HiddenCounts.HideOverlapping(counts, asked, answers.Count, question.Required);
        return new(
            question.Key,
            Asked: asked,
            Answered: tellsAnswered ? answers.Count : null,
            Options: [.. question.AllOptions.Select((option, at) => Shown(option.Key, counts[at], asked, !hidden[at]))]
        );
    }

    static int? Answered(SurveyQuestion question, int answered, int asked) =>
        question.Required || HiddenCounts.IsShown(answered, asked) ? answered : null;

    /// <summary>A mean is an average of places; where one of them would tell how few gave a place, none is shown.</summary>
    static QuestionCounts OfRanks(SurveyQuestion question, List<QuestionAnswer> answers, int asked)
    {
        var last = question.AllOptions.Count;
        List<int?> places = [.. Enumerable.Range(1, last).Select(place => (int?)place)];
        List<(string Key, List<int> Counts)> ranked =
        [
            .. question.AllOptions.Select(option =>
                (option.Key, places.ConvertAll(place => answers.Count(answer => answer.Ranking![place!.Value - 1] == option.Key)))
            ),
        ];
        var isSafe = ranked.TrueForAll(option => HiddenCounts.IsAverageSafe(option.Counts, places));
        var options = ranked.Select(option =>
            isSafe && HiddenCounts.Average(option.Counts, places) is { } mean
                ? new OptionCount(option.Key, MeanRank: mean, MeanPoints: last + 1 - mean)
                : new(option.Key)
        );
        return new(question.Key, Asked: asked, Answered: Answered(question, answers.Count, asked), Options: [.. options]);
    }

    static QuestionCounts OfMatrix(SurveyQuestion question, List<QuestionAnswer> answers, int asked)
    {
        List<string> keys = [.. question.AllOptions.Select(option => option.Key)];
        var rows = question
            .AllRows.ToList()
            .ConvertAll(row =>
            {
                var chosen = answers.SelectMany(answer => answer.Cells!).Where(cell => cell.Row == row.Key).Select(cell => cell.Option);
                var (options, answered, _) = Parts(question, keys, [.. chosen], asked);
                return new RowCounts(row.Key, answered, options);
            });
        // Who answered is in at least one row: where a row hides how many left it out, this must not tell it.
        var answered = rows.TrueForAll(row => row.Answered is not null) ? Answered(question, answers.Count, asked) : null;
        return new(question.Key, Asked: asked, Answered: answered, Rows: rows);
    }
}
