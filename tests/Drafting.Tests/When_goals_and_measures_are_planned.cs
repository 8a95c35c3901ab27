using Integrationskonzept.Contracts;
using Integrationskonzept.Drafting.Concepts;
using Integrationskonzept.Drafting.Goals;
using Integrationskonzept.Drafting.Measures;
using Integrationskonzept.Drafting.Papers;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Drafting.Tests;

public sealed class When_goals_and_measures_are_planned(DraftingService service)
{
    const string Key = "bildung-sprache";

    static readonly EditPlan Whole = new(
        "2027-03",
        "2028-12",
        5_000,
        24_000.5m,
        "Landesmittel",
        12_000,
        new("Teilnehmende", "Personen je Jahr", 40, 120, "2028-12")
    );

    [Fact]
    public async Task Goals_come_of_the_results_with_their_contributions_and_are_no_text()
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        var concluded = await given.ConcludeAsync(concept);
        var goal = (await GoalsAsync(given, concept)).Single();
        (goal.Id, goal.Number, goal.Title, goal.Description, goal.SectionKey).ShouldBe(
            (concluded.Goals[0].Id, "Z1.1", "Alle erreichen einen Kurs", "", Key)
        );
        (await given.SectionAsync(concept, Key)).Markdown.ShouldNotContain("Alle erreichen einen Kurs");
    }

    [Fact]
    public async Task A_long_finding_becomes_a_title_and_a_description()
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        var words = string.Join(' ', Enumerable.Repeat("Sprachförderung", 40));
        var whole = given.Conclusion(concept);
        await given.ConcludeAsync(
            concept,
            again: whole with
            {
                Goals = [new(Guid.CreateVersion7(), words, whole.Goals[0].ContributionIds)],
            }
        );
        var goal = (await GoalsAsync(given, concept)).Single();
        goal.Title.Length.ShouldBeLessThanOrEqualTo(300);
        goal.Title.ShouldEndWith("Sprachförderung …");
        goal.Description.ShouldBe(words);
    }

    [Fact]
    public async Task A_measure_says_as_data_what_it_said_in_words_and_what_it_lacks()
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        await given.ConcludeAsync(concept);
        var goal = (await GoalsAsync(given, concept)).Single();
        var measure = (await given.MeasuresAsync(concept)).Single();
        measure.Plan.ShouldBeNull();
        measure.Missing.ShouldBe([MeasureGap.Period, MeasureGap.Cost, MeasureGap.Indicator]);

        var edit = Edit("Abendkurse", Whole, goal.Id) with { Period = "ab Frühjahr" };
        var edited = await PutAsync(given, concept, measure, edit).ReadAsync<MeasureDto>();
        (edited.Plan!.From, edited.Plan.CostPerYear, edited.Plan.Indicator!.Target, edited.Measure.Period, edited.GoalId).ShouldBe(
            ("2027-03", 24_000.5m, 120m, "ab Frühjahr", goal.Id)
        );
        edited.Measure.ContributionIds.ShouldBe(measure.Measure.ContributionIds);
        edited.Missing.ShouldBe([MeasureGap.Owner]);
        await PutAsync(given, concept, measure, edit).ProblemAsync(412, "changed-meanwhile");

        var vague = edit with { Owner = "VHS", Plan = new(To: "2027-01", CostOnce: 0, Indicator: new("Plätze")) };
        (await PutAsync(given, concept, edited, vague).ReadAsync<MeasureDto>()).Missing.ShouldBe([MeasureGap.Target]);
    }

    [Fact]
    public async Task What_is_no_month_no_amount_and_no_goal_of_the_topic_area_is_refused()
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        await given.ConcludeAsync(concept);
        var measure = (await given.MeasuresAsync(concept)).Single();
        await RefusedAsync(new(From: "2027-13"), "plan.from");
        await RefusedAsync(new(From: "März 2027"), "plan.from");
        await RefusedAsync(new(From: "2027-03", To: "2027-02"), "plan.to");
        await RefusedAsync(new(CostOnce: -1), "plan.costOnce");
        await RefusedAsync(new(FundingAmount: -0.01m), "plan.fundingAmount");
        await RefusedAsync(new(Indicator: new("")), "plan.indicator.name");
        await RefusedAsync(new(Indicator: new("Plätze", By: "2027")), "plan.indicator.by");
        await RefusedAsync(Whole, "goalId", Guid.CreateVersion7());
        var elsewhere = await AddGoalAsync(given, concept, "Anderswo", concept.TopicAreas[1].Key).ReadAsync<GoalDto>();
        await RefusedAsync(Whole, "goalId", elsewhere.Id);
        await PutAsync(given, concept, measure, Edit("Abendkurse", new("2027-03", "2027-03"))).ReadAsync<MeasureDto>();

        async Task RefusedAsync(EditPlan plan, string field, Guid? goal = null) =>
            (await PutAsync(given, concept, measure, Edit("Abendkurse", plan, goal)).ProblemAsync(400, "validation"))["errors"]!
                .AsObject()
                .Select(error => error.Key)
                .ShouldBe([field]);
    }

    [Fact]
    public async Task Measures_are_added_moved_and_withdrawn_and_the_numbers_follow_while_the_ids_stay()
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        await given.ConcludeAsync(concept);
        foreach (var title in new[] { "B", "C", "D" })
            await AddAsync(given, concept, title).ReadAsync<MeasureDto>();
        var before = await given.MeasuresAsync(concept);
        Titles(before).ShouldBe(["1.1 Abendkurse", "1.2 B", "1.3 C", "1.4 D"]);

        var moved = await MoveAsync(before[3], 2).ReadAsync<MeasureDto>();
        (moved.Number, moved.Measure.Id, moved.Position).ShouldBe(("1.2", before[3].Measure.Id, 2));
        Titles(await given.MeasuresAsync(concept)).ShouldBe(["1.1 Abendkurse", "1.2 D", "1.3 B", "1.4 C"]);
        await MoveAsync(before[1], 1).ProblemAsync(412, "changed-meanwhile"); // it has got another number since it was read
        await MoveAsync(before[0], 5).ProblemAsync(400, "validation");
        await MoveAsync(before[0], 0).ProblemAsync(400, "validation");
        await MoveAsync(before[0], 4).ReadAsync<MeasureDto>();
        Titles(await given.MeasuresAsync(concept)).ShouldBe(["1.1 D", "1.2 B", "1.3 C", "1.4 Abendkurse"]);

        var rows = await given.MeasuresAsync(concept);
        await DeleteAsync(rows[1], rows[1].Version + 1).ProblemAsync(412, "changed-meanwhile");
        (await DeleteAsync(rows[1], rows[1].Version)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NoContent);
        await DeleteAsync(rows[1], rows[1].Version).ProblemAsync(404, "not-found");
        Titles(await given.MeasuresAsync(concept)).ShouldBe(["1.1 D", "1.2 C", "1.3 Abendkurse"]);

        Task<HttpResponseMessage> MoveAsync(MeasureDto row, int position) =>
            given.Editor.SendAsync(HttpMethod.Put, $"{Url(given, concept, row)}/position", new MoveTo(position), row.Version);

        Task<HttpResponseMessage> DeleteAsync(MeasureDto row, int version) =>
            given.Editor.SendAsync(HttpMethod.Delete, Url(given, concept, row), null, version);
    }

    [Fact]
    public async Task Two_who_add_at_once_get_two_numbers()
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        await Task.WhenAll(Enumerable.Range(0, 5).Select(number => AddAsync(given, concept, $"M{number}").ReadAsync<MeasureDto>()));
        (await given.MeasuresAsync(concept)).Select(row => row.Number).ShouldBe(["1.1", "1.2", "1.3", "1.4", "1.5"]);
    }

    [Fact]
    public async Task A_goal_goes_only_when_no_measure_serves_it()
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        var (first, second) = (
            await AddGoalAsync(given, concept, "Erstes").ReadAsync<GoalDto>(),
            await AddGoalAsync(given, concept, "Zweites").ReadAsync<GoalDto>()
        );
        second.Number.ShouldBe("Z1.2");
        var measure = await AddAsync(given, concept, "Kurs", first.Id).ReadAsync<MeasureDto>();
        var url = $"{given.Api}/concepts/{concept.Id}/goals";
        await given.Editor.SendAsync(HttpMethod.Delete, $"{url}/{first.Id}", null, first.Version).ProblemAsync(409, "goal-has-measures");
        await PutAsync(given, concept, measure, Edit("Kurs", null, second.Id)).ReadAsync<MeasureDto>();
        (await given.Editor.SendAsync(HttpMethod.Delete, $"{url}/{first.Id}", null, first.Version)).EnsureSuccessStatusCode();

        var left = (await GoalsAsync(given, concept)).Single();
        (left.Id, left.Number).ShouldBe((second.Id, "Z1.1"));
        await given
            .Editor.SendAsync(HttpMethod.Put, $"{url}/{left.Id}", new EditGoal("Neu"), second.Version)
            .ProblemAsync(412, "changed-meanwhile"); // its number is another
        var edited = await given
            .Editor.SendAsync(HttpMethod.Put, $"{url}/{left.Id}", new EditGoal("Neu", "Warum"), left.Version)
            .ReadAsync<GoalDto>();
        (edited.Title, edited.Description).ShouldBe(("Neu", "Warum"));
        await given.Editor.SendAsync(HttpMethod.Put, $"{url}/{left.Id}", new EditGoal(""), edited.Version).ProblemAsync(400, "validation");
        await AddGoalAsync(given, concept, "Anderswo", "gibt-es-nicht").ProblemAsync(400, "validation");
        await AddGoalAsync(given, concept, "Drittes").ReadAsync<GoalDto>();
        var third = await given
            .Editor.SendAsync(HttpMethod.Put, $"{url}/{left.Id}/position", new MoveTo(2), edited.Version)
            .ReadAsync<GoalDto>();
        third.Number.ShouldBe("Z1.2");
    }

    [Fact]
    public async Task Who_may_not_write_and_who_is_of_another_Landkreis_changes_nothing()
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        var goal = await AddGoalAsync(given, concept, "Ziel").ReadAsync<GoalDto>();
        var measure = await AddAsync(given, concept, "Maßnahme").ReadAsync<MeasureDto>();
        var goals = $"{given.Api}/concepts/{concept.Id}/goals";
        await given.Council.SendAsync(HttpMethod.Post, goals, new AddGoal(Key, new("Z"))).ProblemAsync(403, "forbidden");
        await service.As(given.Tenant, "participant").GetAsync(goals).ProblemAsync(403, "forbidden");
        await given.Council.SendAsync(HttpMethod.Delete, Url(given, concept, measure), null, 1).ProblemAsync(403, "forbidden");

        var other = await Given.ALandkreisAsync(service);
        await other.Editor.GetAsync($"{other.Api}/concepts/{concept.Id}/goals").ProblemAsync(404, "not-found");
        await other
            .Editor.SendAsync(HttpMethod.Put, $"{other.Api}/concepts/{concept.Id}/goals/{goal.Id}", new EditGoal("Fremd"), 1)
            .ProblemAsync(404, "not-found");
        var theirs = await other.AConceptAsync();
        await other
            .Editor.SendAsync(HttpMethod.Delete, $"{other.Api}/concepts/{theirs.Id}/measures/{measure.Measure.Id}", null, 1)
            .ProblemAsync(404, "not-found");
        await AddAsync(other, theirs, "Fremd", goal.Id).ProblemAsync(400, "validation");
        await given.Editor.SendAsync(HttpMethod.Delete, Url(given, concept, measure), null).ProblemAsync(428, "if-match-missing");
    }

    [Fact]
    public async Task Nothing_changes_while_the_organizations_decide_and_the_adopted_goes_on_whole()
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        await given.ConcludeAsync(concept);
        var (goal, measure) = ((await GoalsAsync(given, concept)).Single(), (await given.MeasuresAsync(concept)).Single());
        measure = await PutAsync(given, concept, measure, Edit("Abendkurse", Whole, goal.Id)).ReadAsync<MeasureDto>();
        var paper = await given.ASubmittedConceptAsync(concept);
        await AddAsync(given, concept, "Spät").ProblemAsync(409, "concept-frozen");
        await AddGoalAsync(given, concept, "Spät").ProblemAsync(409, "concept-frozen");
        await given
            .Editor.SendAsync(HttpMethod.Delete, Url(given, concept, measure), null, measure.Version)
            .ProblemAsync(409, "concept-frozen");

        await given.DecideAsync(paper, 2, new(Outcome.Adopted, new(2023, 9, 29))).ReadAsync<PaperDto>();
        var adopted = await service.Bus.WaitForAsync<ConceptAdopted>(given.Tenant);
        adopted.Goals.Single().ShouldBe(new(goal.Id, "Z1.1", Key, goal.Title, ""));
        (adopted.Measures.Single().GoalId, adopted.Measures.Single().Plan).ShouldBe(
            (
                goal.Id,
                new MeasurePlan(
                    "2027-03",
                    "2028-12",
                    5_000,
                    24_000.5m,
                    "Landesmittel",
                    12_000,
                    new("Teilnehmende", "Personen je Jahr", 40, 120, "2028-12")
                )
            )
        );
    }

    static Task<List<GoalDto>> GoalsAsync(Given given, ConceptDto concept) =>
        given.Editor.GetAsync($"{given.Api}/concepts/{concept.Id}/goals").ReadAsync<List<GoalDto>>();

    static Task<HttpResponseMessage> AddGoalAsync(Given given, ConceptDto concept, string title, string key = Key) =>
        given.Editor.SendAsync(HttpMethod.Post, $"{given.Api}/concepts/{concept.Id}/goals", new AddGoal(key, new(title)));

    static Task<HttpResponseMessage> AddAsync(Given given, ConceptDto concept, string title, Guid? goal = null) =>
        given.Editor.SendAsync(
            HttpMethod.Post,
            $"{given.Api}/concepts/{concept.Id}/measures",
            new AddMeasure(Key, Edit(title, null, goal))
        );

    static EditMeasure Edit(string title, EditPlan? plan, Guid? goal = null) => new(title, "Was getan wird.", Plan: plan, GoalId: goal);

    static Task<HttpResponseMessage> PutAsync(Given given, ConceptDto concept, MeasureDto row, EditMeasure edit) =>
        given.Editor.SendAsync(HttpMethod.Put, Url(given, concept, row), edit, row.Version);

    static string Url(Given given, ConceptDto concept, MeasureDto row) => $"{given.Api}/concepts/{concept.Id}/measures/{row.Measure.Id}";

    static IEnumerable<string> Titles(IEnumerable<MeasureDto> rows) => rows.Select(row => $"{row.Number} {row.Measure.Title}");
}
