using System.Text.Json.Nodes;
using Integrationskonzept.Contracts;
using Integrationskonzept.Drafting.Concepts;
using Integrationskonzept.Drafting.Measures;
using Integrationskonzept.Drafting.Papers;
using Integrationskonzept.Drafting.Sections;
using Integrationskonzept.Drafting.Tracing;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Drafting.Tests;

public sealed class When_a_concept_is_traced(DraftingService service)
{
    [Fact]
    public async Task One_endpoint_leads_from_each_thing_to_all_that_it_came_of_and_that_came_of_it()
    {
        var given = await Given.ALandkreisAsync(service);
        var (concept, concluded, other, paper) = await AnAdoptedConceptAsync(given);
        var (contribution, measure) = (concluded.Contributions[0].Id, concluded.Measures[0].Id);
        var mandate = concept.MandateId;

        var back = await TraceAsync(given.Editor, given, concept, $"measure:{measure}");
        Names(back)
            .ShouldBe([
                $"contribution:{contribution}",
                "record:bildung-sprache",
                $"goal:{concluded.Goals[0].Id}",
                $"measure:{measure}",
                "section:bildung-sprache",
                "revision:bildung-sprache/1",
                "milestone:1",
                $"paper:{mandate}",
                $"paper:{paper.Id}",
                $"decision:{mandate}/2",
                $"decision:{paper.Id}/1",
                $"decision:{paper.Id}/2",
                "edition:1",
            ]);
        back.Edges.ShouldContain(new TraceEdge($"contribution:{contribution}", $"measure:{measure}", TraceEdgeKind.LedTo));
        back.Edges.ShouldContain(new TraceEdge($"goal:{concluded.Goals[0].Id}", $"measure:{measure}", TraceEdgeKind.ServedBy));
        back.Edges.ShouldContain(new TraceEdge($"decision:{paper.Id}/2", "edition:1", TraceEdgeKind.AdoptedAs));

        Names(await TraceAsync(given.Editor, given, concept, $"contribution:{contribution}")).ShouldContain("edition:1");
        // Another contribution of the same topic area led to nothing, but its chapter was adopted.
        var lone = Names(await TraceAsync(given.Editor, given, concept, $"contribution:{other}"));
        lone.ShouldContain("edition:1");
        lone.ShouldNotContain($"measure:{measure}");
        foreach (var end in new[] { "edition:1", $"decision:{paper.Id}/2", $"paper:{paper.Id}", "milestone:1", "record:bildung-sprache" })
            new[] { $"contribution:{contribution}", $"contribution:{other}", $"measure:{measure}" }.ShouldBeSubsetOf(
                Names(await TraceAsync(given.Editor, given, concept, end))
            );
        Names(await TraceAsync(given.Editor, given, concept, "section:vorwort")).ShouldNotContain($"measure:{measure}");
        var text = await TraceAsync(given.Editor, given, concept, "revision:bildung-sprache/1");
        new[] { $"contribution:{other}", "edition:1" }.ShouldBeSubsetOf(Names(text));
    }

    [Fact]
    public async Task What_was_withdrawn_stays_in_the_milestone_and_what_came_later_is_not_in_it()
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        var concluded = await given.ConcludeAsync(concept);
        await FreezeAsync(given, concept);
        var measure = (await given.MeasuresAsync(concept)).Single();
        var url = $"{given.Api}/concepts/{concept.Id}/measures";
        (await given.Editor.SendAsync(HttpMethod.Delete, $"{url}/{measure.Measure.Id}", null, measure.Version)).EnsureSuccessStatusCode();
        var late = await given
            .Editor.SendAsync(HttpMethod.Post, url, new AddMeasure("bildung-sprache", new("Spät", "Später dazugekommen.")))
            .ReadAsync<MeasureDto>();

        var first = await TraceAsync(given.Editor, given, concept, "milestone:1");
        first.Nodes.Single(node => node.Kind == TraceKind.Measure).State.ShouldBe("withdrawn");
        Names(await TraceAsync(given.Editor, given, concept, $"measure:{concluded.Measures[0].Id}")).ShouldContain("milestone:1");
        Names(await TraceAsync(given.Editor, given, concept, $"measure:{late.Measure.Id}")).ShouldNotContain("milestone:1");
        await FreezeAsync(given, concept);
        var traced = Names(await TraceAsync(given.Editor, given, concept, $"measure:{late.Measure.Id}"));
        traced.ShouldContain("milestone:2");
        traced.ShouldNotContain("milestone:1");
    }

    [Fact]
    public async Task A_chapter_that_was_frozen_before_its_results_came_is_not_where_they_went()
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        await FreezeAsync(given, concept);
        var concluded = await given.ConcludeAsync(concept);
        await FreezeAsync(given, concept);
        var traced = Names(await TraceAsync(given.Editor, given, concept, $"contribution:{concluded.Contributions[0].Id}"));
        traced.ShouldContain("milestone:2");
        traced.ShouldNotContain("milestone:1");
    }

    [Fact]
    public async Task Participants_ask_of_contributions_and_read_nothing_of_a_draft()
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        var concluded = await given.ConcludeAsync(concept);
        await FreezeAsync(given, concept);
        var participant = service.As(given.Tenant, "participant");
        var of = $"contribution:{concluded.Contributions[0].Id}";
        var drafted = await TraceAsync(participant, given, concept, of);
        Names(drafted).ShouldBe([of, "record:bildung-sprache", "section:bildung-sprache"]);
        drafted.Nodes.ShouldAllBe(node => node.Kind == TraceKind.Contribution || node.Link == null);
        await GetAsync(participant, given, concept, $"measure:{concluded.Measures[0].Id}").ProblemAsync(403, "trace-for-staff");
        await participant.GetAsync($"{given.Api}/concepts/{concept.Id}/trace/export.json").ProblemAsync(403, "forbidden");

        var decided = await Given.ALandkreisAsync(service);
        var (adopted, results, _, _) = await AnAdoptedConceptAsync(decided);
        var theirs = $"contribution:{results.Contributions[0].Id}";
        var told = Names(await TraceAsync(service.As(decided.Tenant, "participant"), decided, adopted, theirs));
        new[] { $"measure:{results.Measures[0].Id}", "edition:1" }.ShouldBeSubsetOf(told);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found_and_what_nobody_understands_is_told()
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        await GetAsync(given.Editor, given, concept, $"measure:{Guid.CreateVersion7()}").ProblemAsync(404, "not-found");
        await GetAsync(given.Editor, given, concept, "measure:").ProblemAsync(400, "validation");
        await GetAsync(given.Editor, given, concept, "wolke:1").ProblemAsync(400, "validation");
        var other = await Given.ALandkreisAsync(service);
        await other.Editor.GetAsync($"{other.Api}/concepts/{concept.Id}/trace?of=section:vorwort").ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task The_whole_goes_out_as_JSON_and_CSV()
    {
        var given = await Given.ALandkreisAsync(service);
        var (concept, concluded, _, _) = await AnAdoptedConceptAsync(given);
        var url = $"{given.Api}/concepts/{concept.Id}/trace/export";
        var whole = await given.Editor.GetAsync($"{url}.json").ReadAsync<ConceptTrace>();
        whole.Nodes.Count(node => node.Kind == TraceKind.Section).ShouldBe(12);
        whole.Nodes.ShouldContain(node => node.Kind == TraceKind.Edition);
        var csv = await (await given.Editor.GetAsync($"{url}.csv")).EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        csv.ShouldContain($"contribution:{concluded.Contributions[0].Id};\"Abends fehlen Kurse\";LedTo;measure:{concluded.Measures[0].Id}");
    }

    [Fact]
    public async Task Sections_are_told_in_reading_order()
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        var url = $"{given.Api}/concepts/{concept.Id}";
        foreach (var title in new[] { "Bevölkerung", "Arbeit" })
            await given.Editor.SendAsync(HttpMethod.Post, $"{url}/sections", new AddSection(title, "ausgangslage")).ReadAsync<SectionDto>();
        var whole = await given.Editor.GetAsync($"{url}/trace/export.json").ReadAsync<ConceptTrace>();
        whole
            .Nodes.Where(node => node.Kind == TraceKind.Section)
            .Select(node => node.Id)
            .Take(5)
            .ShouldBe(["vorwort", "ausgangslage", "bevoelkerung", "arbeit", "verstaendnis"]);
    }

    static async Task<(ConceptDto, TopicAreaConcluded, Guid Other, PaperDto)> AnAdoptedConceptAsync(Given given)
    {
        var concept = await given.AConceptAsync();
        var other = Guid.CreateVersion7();
        var whole = given.Conclusion(concept);
        var source = new ContributionSource(other, ContributionKind.Idea, "Ein Fest", null, StakeholderGroup.CivilSociety, 0);
        var concluded = await given.ConcludeAsync(concept, again: whole with { Contributions = [.. whole.Contributions, source] });
        var measure = (await given.MeasuresAsync(concept)).Single();
        await given
            .Editor.SendAsync(
                HttpMethod.Put,
                $"{given.Api}/concepts/{concept.Id}/measures/{measure.Measure.Id}",
                new EditMeasure("Abendkurse", "Zwei Kurse.", GoalId: concluded.Goals[0].Id),
                measure.Version
            )
            .ReadAsync<MeasureDto>();
        var paper = await given.ASubmittedConceptAsync(concept);
        paper = await given.DecideAsync(paper, 2, new(Outcome.Adopted, new(2023, 9, 29))).ReadAsync<PaperDto>();
        return (concept, concluded, other, paper);
    }

    static Task<JsonNode> FreezeAsync(Given given, ConceptDto concept) =>
        given
            .Coordinator.SendAsync(HttpMethod.Post, $"{given.Api}/concepts/{concept.Id}/milestones", new { title = "Entwurf" })
            .ReadAsync();

    static Task<HttpResponseMessage> GetAsync(HttpClient client, Given given, ConceptDto concept, string of) =>
        client.GetAsync($"{given.Api}/concepts/{concept.Id}/trace?of={of}");

    static Task<ConceptTrace> TraceAsync(HttpClient client, Given given, ConceptDto concept, string of) =>
        GetAsync(client, given, concept, of).ReadAsync<ConceptTrace>();

    static List<string> Names(ConceptTrace trace) =>
        [.. trace.Nodes.Select(node => $"{char.ToLowerInvariant(node.Kind.ToString()[0])}{node.Kind.ToString()[1..]}:{node.Id}")];
}
