using Integrationskonzept.Participation.Counting;
using Integrationskonzept.Spreadsheets;

namespace Integrationskonzept.Participation.Surveys;

/// <summary>Results and answers as tables, in German as all tables of the Landkreis.</summary>
static class SurveyTables
{
    const string Hidden = "verborgen (unter 5 oder zu deren Schutz)";

    public static IReadOnlyList<Dictionary<string, object?>> Results(Survey survey)
    {
        var questions = survey.Document.Questions.ToDictionary(question => question.Key);
        return survey.Counts!.Questions.Count == 0
            ? [Row("Weniger als fünf Antworten; es wird nichts gezeigt.")]
            : [.. survey.Counts.Questions.SelectMany(counts => Results(questions[counts.Question], counts))];
    }

    static List<Dictionary<string, object?>> Results(SurveyQuestion question, QuestionCounts counts)
    {
        var words = question.Text.De;
        if (counts.Withheld)
            return [Row(words, option: "wird nicht gezeigt: zu wenige wurden gefragt")];
        List<Dictionary<string, object?>> rows =
        [
            Row(words, option: "gefragt", count: counts.Asked),
            Row(words, option: "geantwortet", count: counts.Answered ?? (object)Hidden),
        ];
        if (question.Kind == QuestionKind.Scale)
            rows.Add(Row(words, option: "Mittelwert", mean: counts.Average ?? (object)"verborgen"));
        rows.AddRange((counts.Options ?? []).Select(option => Option(question, null, option)));
        rows.AddRange(
            (counts.Rows ?? []).SelectMany(row =>
                row.Options.Select(option => Option(question, question.AllRows.First(one => one.Key == row.Row).Text.De, option))
            )
        );
        return rows;
    }

    static Dictionary<string, object?> Option(SurveyQuestion question, string? row, OptionCount option)
    {
        var words = question.AllOptions.FirstOrDefault(one => one.Key == option.Option)?.Text.De ?? option.Option;
        return question.Kind == QuestionKind.Rank
            ? Row(question.Text.De, row, words, mean: option.MeanRank ?? (object)"verborgen")
            : Row(question.Text.De, row, words, option.Count ?? (object)Hidden, option.Percent);
    }

    static Dictionary<string, object?> Row(
        string question,
        string? row = null,
        string? option = null,
        object? count = null,
        int? percent = null,
        object? mean = null
    ) =>
        new()
        {
            ["Frage"] = SpreadsheetWriter.Plain(question),
            ["Zeile"] = SpreadsheetWriter.Plain(row),
            ["Antwort"] = SpreadsheetWriter.Plain(option),
            ["Anzahl"] = count,
            ["Prozent der Gefragten"] = percent,
            ["Mittelwert oder mittlerer Platz"] = mean,
        };

    /// <summary>One row for each who answered, in the order of random ids. Texts only where five or more wrote one.</summary>
    public static IReadOnlyList<Dictionary<string, object?>> Answers(Survey survey, IReadOnlyList<IReadOnlyList<QuestionAnswer>> answers)
    {
        List<GivenAnswers> all = [.. answers.Select(one => new GivenAnswers(survey.Document, one))];
        List<Column> columns = [.. survey.Document.Questions.SelectMany((question, at) => Columns(question, at + 1, all))];
        return
        [
            .. all.Select(given =>
                columns.ToDictionary(column => column.Heading, column => (object?)SpreadsheetWriter.Plain(column.Of(given)))
            ),
        ];
    }

    sealed record Column(string Heading, Func<GivenAnswers, string?> Of);

    /// <summary>Numbered: two questions may say the same.</summary>
    static IEnumerable<Column> Columns(SurveyQuestion question, int number, IReadOnlyList<GivenAnswers> all)
    {
        var heading = $"{number}. {question.Text.De}";
        string Words(string key) => question.AllOptions.First(option => option.Key == key).Text.De;
        return question.Kind switch
        {
            QuestionKind.Text => all.Count(given => given.To(question) is not null) < HiddenCounts.Least
                ? [new(heading, _ => null)]
                : [new(heading, given => given.To(question)?.Text)],
            QuestionKind.Scale =>
            [
                new(heading, given => given.To(question)?.Value?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ],
            QuestionKind.Rank => [new(heading, given => Joined(given.To(question)?.Ranking?.Select(Words), " > "))],
            QuestionKind.Matrix => question.AllRows.Select(
                (row, at) =>
                    new Column(
                        $"{number}.{at + 1} {question.Text.De}: {row.Text.De}",
                        given =>
                            given
                                .To(question)
                                ?.Cells?.Where(cell => cell.Row == row.Key)
                                .Select(cell => Words(cell.Option))
                                .FirstOrDefault()
                    )
            ),
            _ => [new(heading, given => Joined(given.To(question)?.Options?.Select(Words), "; "))],
        };
    }

    static string? Joined(IEnumerable<string>? words, string sign) => words is null ? null : string.Join(sign, words);
}
