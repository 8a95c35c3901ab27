using System.Globalization;
using Integrationskonzept.Participation.Counting;
using Integrationskonzept.Participation.Surveys;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Testing;
using static Integrationskonzept.Participation.Tests.GivenSurvey;

namespace Integrationskonzept.Participation.Tests;

public sealed class When_surveys_are_counted(ParticipationService service)
{
    static IEnumerable<QuestionAnswer> Chosen(string question, params (string Option, int Count)[] counts) =>
        counts.SelectMany(one => Enumerable.Repeat(new QuestionAnswer(question, [one.Option]), one.Count));

    static IEnumerable<QuestionAnswer[]> Alone(IEnumerable<QuestionAnswer> answers) => answers.Select(answer => new[] { answer });

    async Task<GivenSurvey> CountedAsync(WriteSurvey write, IEnumerable<QuestionAnswer[]> answers)
    {
        var given = await AnOpenOneAsync(service, write);
        await given.AnswerAllAsync(answers);
        await given.CloseAsync();
        return given;
    }

    static IEnumerable<int?> Counts(QuestionCounts question) => question.Options!.Select(option => option.Count);

    [Fact]
    public async Task Nobody_sees_results_before_the_end_and_others_only_when_they_are_published()
    {
        var given = await AnOpenOneAsync(service, Written(Course));
        await given.AnswerAllAsync(Alone(Chosen("course", ("yes", 6), ("no", 5))));
        await given.Coordinator.GetAsync($"{given.One}/results").ProblemAsync(409, "survey-not-closed");
        await given.Coordinator.GetAsync($"{given.One}/results.csv").ProblemAsync(409, "survey-not-closed");
        await given.Coordinator.GetAsync($"{given.One}/answers.csv").ProblemAsync(409, "survey-not-closed");
        await given
            .Coordinator.SendAsync(HttpMethod.Put, $"{given.One}/publication", new PublishSurveyResults(true), given.Survey.Version)
            .ProblemAsync(409, "survey-not-closed");
        await given.CloseAsync();
        var published = $"/api/v1/{given.Tenant}/survey-results/{given.Survey.Id}";
        await given.Nobody.GetAsync(published).ProblemAsync(404, "not-found");
        await given.Participant.GetAsync(given.One).ProblemAsync(404, "not-found");
        await given.Participant.GetAsync($"{given.One}/results").ProblemAsync(403, "forbidden");
        await given.PublishAsync();
        var seen = await given.Nobody.GetAsync(published).ReadAsync<SurveyResultsDto>();
        (seen.Published, seen.Counts.Answers).ShouldBe((true, 11));
        (await given.Participant.GetAsync(given.One).ReadAsync<SurveyDto>()).ResultsPublished.ShouldBeTrue();
        var other = await service.NewTenantAsync();
        await given.Nobody.GetAsync(published.Replace(given.Tenant, other, StringComparison.Ordinal)).ProblemAsync(404, "not-found");
        await given.PublishAsync(false);
        await given.Nobody.GetAsync(published).ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task Of_fewer_than_five_answers_nothing_is_shown()
    {
        var given = await CountedAsync(
            Written(Course, Words),
            Enumerable.Repeat(new QuestionAnswer[] { new("course", ["yes"]), new("words", Text: "Busse") }, 4)
        );
        var results = await given.ResultsAsync();
        results.Counts.Answers.ShouldBeNull();
        results.Counts.Questions.ShouldBeEmpty();
        await given.Coordinator.GetAsync($"{given.One}/answers.csv").ProblemAsync(409, "survey-too-few-answers");
        await given.Coordinator.GetAsync($"{given.One}/questions/words/texts").ProblemAsync(409, "survey-too-few-answers");
        (await given.Coordinator.GetStringAsync($"{given.One}/results.csv")).ShouldContain("Weniger als fünf Antworten");
    }

    [Fact]
    public async Task A_small_count_is_hidden_and_one_more_so_that_it_cannot_be_computed()
    {
        var given = await CountedAsync(Written(Course), Alone(Chosen("course", ("yes", 9), ("no", 6), ("soon", 3))));
        var course = (await given.ResultsAsync()).Counts.Questions.Single();
        (course.Asked, course.Answered).ShouldBe((18, 18));
        Counts(course).ShouldBe([9, null, null]);
        course.Options![0].Percent.ShouldBe(50);
        course.Options[2].Percent.ShouldBeNull();
    }

    [Fact]
    public async Task Each_row_of_a_table_keeps_its_small_counts_whatever_they_are()
    {
        // Each row is a table of its own with 20 answers; the last part is those who left it out.
        int[][] tables =
        [
            [10, 5, 5, 0],
            [12, 4, 4, 0],
            [12, 8, 0, 0],
            [20, 0, 0, 0],
            [16, 2, 2, 0],
            [9, 7, 4, 0],
            [8, 4, 4, 4],
            [5, 5, 5, 5],
            [6, 6, 6, 2],
            [11, 1, 3, 5],
            [4, 4, 4, 8],
            [17, 3, 0, 0],
            [0, 0, 0, 20],
            [13, 0, 1, 6],
        ];
        string[] options = ["a", "b", "c"];
        var rows = Enumerable.Range(0, tables.Length).Select(row => $"r{row}").ToArray();
        var matrix = new SurveyQuestion("grid", QuestionKind.Matrix, new("Tabelle"), Options: Options(options), Rows: Options(rows));
        var given = await CountedAsync(
            Written(matrix),
            Enumerable
                .Range(0, 20)
                .Select(person =>
                    new[]
                    {
                        new QuestionAnswer(
                            "grid",
                            Cells:
                            [
                                .. rows.SelectMany(
                                    (row, at) =>
                                        At(tables[at], person) is var cell and < 3 ? new[] { new MatrixCell(row, options[cell]) } : []
                                ),
                            ]
                        ),
                    }
                )
        );
        var counted = (await given.ResultsAsync()).Counts.Questions.Single().Rows!;
        (await given.ResultsAsync()).Counts.Questions.Single().Answered.ShouldBeNull("rows hide how many left them out");
        foreach (var (row, table) in counted.Zip(tables))
        {
            var left = row.Answered is { } answered ? 20 - answered : (int?)null;
            int?[] shown = [.. row.Options.Select(option => option.Count), left];
            RequireNothingTold(table, shown);
        }
        counted[7].Options.Select(option => option.Count).ShouldBe([5, 5, 5]);
        counted[0].Options.Select(option => option.Count).ShouldBe([10, null, null], "both that are equal");
    }

    static int At(int[] table, int person)
    {
        var cell = 0;
        while (person >= table[cell])
            person -= table[cell++];
        return cell;
    }

    /// <summary>As somebody would who knows the total and how counts are hidden.</summary>
    static void RequireNothingTold(int[] table, int?[] shown)
    {
        var seen = shown.Select(one => one?.ToString(CultureInfo.InvariantCulture) ?? "-");
        var what = $"{string.Join(' ', table)} shown as {string.Join(' ', seen)}";
        for (var at = 0; at < table.Length; at++)
            (shown[at] is null || shown[at] == table[at] && table[at] >= 5).ShouldBeTrue(what);
        var hidden = Enumerable.Range(0, table.Length).Where(at => shown[at] is null).ToList();
        if (hidden.Count == 0)
            return;
        // All ways to share out what is left, as far as the same would be shown of them.
        var left = table.Sum() - shown.Sum(one => one ?? 0);
        var ways = Ways(hidden.Count, left).Where(IsShownSo).ToList();
        foreach (var at in Enumerable.Range(0, hidden.Count).Where(at => table[hidden[at]] < 5))
            ways.Select(way => way[at]).Distinct().Count().ShouldBeGreaterThan(1, $"{what}: the hidden {at + 1}.");

        bool IsShownSo(int[] way)
        {
            int[] other = [.. shown.Select((one, at) => one ?? way[hidden.IndexOf(at)])];
            return HiddenCounts.Hide(other).SequenceEqual(shown.Select(one => one is null));
        }
    }

    static IEnumerable<int[]> Ways(int parts, int sum) =>
        parts == 1
            ?
            [
                [sum],
            ]
            : Enumerable.Range(0, sum + 1).SelectMany(first => Ways(parts - 1, sum - first).Select(rest => (int[])[first, .. rest]));

    [Fact]
    public async Task Of_a_choice_of_many_neither_few_who_chose_nor_few_who_did_not_are_told()
    {
        var many = When with { ShownIf = null, Most = null };
        QuestionAnswer[] Person(int at) =>
            [
                new(
                    "when",
                    [
                        .. new[] { ("morning", at < 17), ("noon", at < 10), ("evening", at < 3 || at > 16) }
                            .Where(one => one.Item2)
                            .Select(one => one.Item1),
                    ]
                ),
            ];
        var given = await CountedAsync(Written(many), Enumerable.Range(0, 20).Select(Person));
        var when = (await given.ResultsAsync()).Counts.Questions.Single();
        Counts(when).ShouldBe([null, 10, 6]);
        (when.Asked, when.Answered).ShouldBe((20, null), "nobody left it out, which is a small count as well");
    }

    [Fact]
    public async Task Few_who_chose_both_of_two_options_are_told_neither_by_their_sum_nor_by_who_was_asked_next()
    {
        var many = When with { ShownIf = null, Most = null, Required = true };
        var either = Words with { Key = "either", ShownIf = new("when", ["morning", "noon"]) };
        // Of 40: 19 mornings, 9 noons, one both, 11 evenings; so 29 would be asked next, and 20 + 10 - 29 chose both.
        var given = await CountedAsync(
            Written(many, either, Words with { ShownIf = new("when", ["morning"]) }),
            Enumerable
                .Range(0, 40)
                .Select(at =>
                    new[]
                    {
                        new QuestionAnswer(
                            "when",
                            at == 0
                                ? ["morning", "noon"]
                                :
                                [
                                    at < 20 ? "morning"
                                    : at < 29 ? "noon"
                                    : "evening",
                                ]
                        ),
                    }
                )
        );
        var counts = (await given.ResultsAsync()).Counts.Questions;
        Counts(counts[0]).ShouldBe([20, null, 11], "the sum of all three would tell it, too");
        counts[1].ShouldBe(new("either", Withheld: true));
        counts[2].Asked.ShouldBe(20);
    }

    [Fact]
    public async Task A_mean_place_is_not_shown_where_it_would_tell_what_one_person_put_first()
    {
        var rank = Order with { Required = true, Options = Options("work", "home") };
        var given = await CountedAsync(
            Written(rank),
            Enumerable
                .Range(0, 8)
                .Select(at => new[] { new QuestionAnswer("order", Ranking: at < 7 ? ["home", "work"] : ["work", "home"]) })
        );
        var order = (await given.ResultsAsync()).Counts.Questions.Single();
        (order.Asked, order.Answered).ShouldBe((8, 8));
        order.Options!.ShouldAllBe(option => option.MeanRank == null && option.MeanPoints == null);
    }

    [Fact]
    public async Task A_question_tells_nothing_of_the_hidden_count_that_it_depends_on()
    {
        var of = new SurveyQuestion(
            "of",
            QuestionKind.ChooseOne,
            new("Welcher?"),
            Required: true,
            Options: Options("a", "b"),
            ShownIf: new("course", ["no"])
        );
        var given = await CountedAsync(
            Written(Course, of, of with { Key = "all", ShownIf = new("course", ["yes"]) }),
            Chosen("course", ("yes", 12), ("no", 6), ("soon", 2))
                .Select(
                    (answer, at) =>
                        answer.Options![0] switch
                        {
                            "yes" => new[] { answer, new("all", [at % 2 == 0 ? "a" : "b"]) },
                            "no" => [answer, new("of", ["a"])],
                            _ => [answer],
                        }
                )
        );
        var counts = (await given.ResultsAsync()).Counts.Questions;
        Counts(counts[0]).ShouldBe([12, null, null]);
        counts[1].ShouldBe(new("of", Withheld: true));
        counts[2].Asked.ShouldBe(12);
        Counts(counts[2]).ShouldBe([6, 6]);
    }

    [Fact]
    public async Task An_average_is_shown_from_five_on_and_not_where_it_would_tell_a_hidden_count()
    {
        IEnumerable<QuestionAnswer[]> Values(params int[] counts) =>
            counts.SelectMany((count, at) => Enumerable.Repeat(new QuestionAnswer[] { new("content", Value: at + 1) }, count));
        var scale = Content with { Required = true };
        async Task<QuestionCounts> OfAsync(params int[] counts) =>
            (await (await CountedAsync(Written(scale), Values(counts))).ResultsAsync()).Counts.Questions.Single();

        var open = await OfAsync(5, 5, 5, 5, 5);
        (Counts(open).Sum(), open.Average).ShouldBe((25, 3.0m));
        // Two hidden, whose sum is known: with the average both would be, too.
        var told = await OfAsync(3, 7, 7, 7, 5);
        Counts(told).Count(count => count is null).ShouldBe(2);
        told.Average.ShouldBeNull();
        // Here three are hidden, and several tables have this average.
        var many = await OfAsync(2, 3, 1, 9, 9);
        Counts(many).ShouldBe([null, null, null, 9, 9]);
        many.Average.ShouldBe(3.8m);
    }

    [Fact]
    public async Task Ranks_are_means_and_texts_are_for_the_staff_in_no_order_of_time()
    {
        var given = await CountedAsync(
            Written(Order, Words),
            Enumerable
                .Range(0, 16)
                .Select(at =>
                    new QuestionAnswer[]
                    {
                        new(
                            "order",
                            Ranking: at < 6 ? ["home", "work", "health"]
                                : at < 11 ? ["work", "health", "home"]
                                : ["health", "home", "work"]
                        ),
                        new("words", Text: at == 0 ? "=1+1" : $"Text {at:00}"),
                    }
                )
        );
        await given.PublishAsync();
        var results = await given.ResultsAsync();
        results
            .Counts.Questions[0]
            .Options!.Select(option => (option.Option, option.MeanRank, option.MeanPoints))
            .ShouldBe([("work", 2m, 2m), ("home", 1.9m, 2.1m), ("health", 2.1m, 1.9m)]);
        var texts = await given.Coordinator.GetAsync($"{given.One}/questions/words/texts?limit=7").ReadAsync<Page<SurveyWords>>();
        var rest = await given.Coordinator.GetAsync($"{given.One}/questions/words/texts?after={texts.Next}").ReadAsync<Page<SurveyWords>>();
        var all = texts.Items.Concat(rest.Items).Select(one => one.Text).ToList();
        all.Order().ShouldBe(Enumerable.Range(1, 15).Select(at => $"Text {at:00}").Prepend("=1+1").Order());
        all.ShouldNotBe(Enumerable.Range(1, 15).Select(at => $"Text {at:00}").Prepend("=1+1"));
        await given.Participant.GetAsync($"{given.One}/questions/words/texts").ProblemAsync(403, "forbidden");
        await given.Coordinator.GetAsync($"{given.One}/questions/order/texts").ProblemAsync(404, "not-found");
        (await given.Nobody.GetStringAsync($"/api/v1/{given.Tenant}/survey-results/{given.Survey.Id}")).ShouldNotContain("Text 0");

        // Formulas stay text, and no column tells a time.
        var table = await given.Coordinator.GetStringAsync($"{given.One}/answers.csv");
        table.ShouldContain("'=1+1");
        var lines = table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        (lines.Length, lines[0].Trim('\uFEFF')).ShouldBe((17, "\"1. Was ist am wichtigsten?\";\"2. Was fehlt?\""));
        lines[1..].ShouldContain(line => line.StartsWith("\"home > work > health\"", StringComparison.Ordinal));
        foreach (var file in new[] { "results.xlsx", "answers.xlsx" })
            (await given.Coordinator.GetByteArrayAsync($"{given.One}/{file}"))[..2].ShouldBe("PK"u8.ToArray());
        var counts = await given.Coordinator.GetStringAsync($"{given.One}/results.csv");
        counts.ShouldContain("Was ist am wichtigsten?");
        counts.ShouldNotContain("Text 0");
    }

    [Fact]
    public async Task Texts_of_fewer_than_five_are_not_listed_and_not_in_the_table()
    {
        var given = await CountedAsync(
            Written(Course, Words),
            Enumerable
                .Range(0, 8)
                .Select(at =>
                    at < 4 ? new QuestionAnswer[] { new("course", ["yes"]), new("words", Text: "erkennbar") } : [new("course", ["yes"])]
                )
        );
        await given.Coordinator.GetAsync($"{given.One}/questions/words/texts").ProblemAsync(409, "survey-too-few-answers");
        (await given.Coordinator.GetStringAsync($"{given.One}/answers.csv")).ShouldNotContain("erkennbar");
    }

    [Fact]
    public async Task Single_answers_go_a_year_later_and_the_counts_stay()
    {
        var given = await CountedAsync(Written(Course), Alone(Chosen("course", ("yes", 6), ("no", 6), ("soon", 6))));
        await Database.SetTimesAsync(
            service.AdminConnection,
            "surveys",
            $"id = '{given.Survey.Id}'",
            ("closed_at", TimeSpan.FromDays(-366))
        );
        await service.AsOperator().PostAsync("/api/v1/operations/participation/housekeeping", null).ReadAsync();
        await given.Coordinator.GetAsync($"{given.One}/answers.csv").ProblemAsync(409, "survey-too-few-answers");
        Counts((await given.ResultsAsync()).Counts.Questions.Single()).ShouldBe([6, 6, 6]);
    }
}
