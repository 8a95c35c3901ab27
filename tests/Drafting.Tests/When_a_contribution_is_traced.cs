using Integrationskonzept.Contracts;
using Integrationskonzept.Drafting.Concepts;
using Integrationskonzept.Drafting.Papers;
using Integrationskonzept.Drafting.Tracing;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Drafting.Tests;

public sealed class When_a_contribution_is_traced(DraftingService service)
{
    [Fact]
    public async Task It_leads_to_chapter_measure_decision_and_edition()
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        var concluded = await given.ConcludeAsync(concept);
        var url = Url(given, concluded);

        var drafted = await given.Editor.GetAsync(url).ReadAsync<ContributionTrace>();
        (drafted.State, drafted.SectionKey, drafted.SectionRevision, drafted.Paper).ShouldBe(
            (ConceptState.Drafting, "bildung-sprache", 1, null)
        );
        (drafted.Measures.Single().Number, drafted.Measures.Single().Title).ShouldBe(("1.1", "Abendkurse"));

        var paper = await given.ASubmittedConceptAsync(concept);
        (await given.Editor.GetAsync(url).ReadAsync<ContributionTrace>()).Paper.ShouldBe(
            new(paper.Id, "VL-400/2023", null, null, null) // the committee before it does not count
        );
        await given.DecideAsync(paper, 2, new(Outcome.Adopted, new(2023, 9, 29))).ReadAsync();
        var adopted = await given.Editor.GetAsync(url).ReadAsync<ContributionTrace>();
        adopted.Paper.ShouldBe(new(paper.Id, "VL-400/2023", Outcome.Adopted, new(2023, 9, 29), "Kreistag"));
        (adopted.State, adopted.Edition, adopted.EditionPath).ShouldBe((ConceptState.Adopted, 1, null));

        await service.Bus.PublishAsync(
            new EditionPublished
            {
                Tenant = given.Tenant,
                AggregateId = Guid.CreateVersion7(),
                Version = 1,
                OccurredAt = TimeProvider.System.GetUtcNow(),
                ConceptId = concept.Id,
                Number = 1,
                Path = $"/{given.Tenant}/konzept/1",
                ContentHash = new('a', 64),
            }
        );
        await Eventually.TrueAsync(
            async () => (await given.Editor.GetAsync(url).ReadAsync<ContributionTrace>()).EditionPath == $"/{given.Tenant}/konzept/1",
            "it leads to the edition"
        );
    }

    [Fact]
    public async Task Participants_read_no_measures_of_a_draft()
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        var url = Url(given, await given.ConcludeAsync(concept));
        var participant = service.As(given.Tenant, "participant");
        var drafted = await participant.GetAsync(url).ReadAsync<ContributionTrace>();
        (drafted.SectionTitle, drafted.SectionRevision, drafted.Measures.Count).ShouldBe(("Bildung & Sprache", null, 0));

        var paper = await given.ASubmittedConceptAsync(concept);
        (await participant.GetAsync(url).ReadAsync<ContributionTrace>()).Paper.ShouldBeNull();
        await given.DecideAsync(paper, 2, new(Outcome.Adopted, new(2023, 9, 29))).ReadAsync();
        (await participant.GetAsync(url).ReadAsync<ContributionTrace>()).Measures.Single().Number.ShouldBe("1.1");
    }

    [Fact]
    public async Task What_no_concept_has_taken_and_what_another_Landkreis_has_is_not_there()
    {
        var given = await Given.ALandkreisAsync(service);
        var concluded = await given.ConcludeAsync(await given.AConceptAsync());
        await given.Editor.GetAsync($"{given.Api}/concepts/contributions/{Guid.CreateVersion7()}/trace").ProblemAsync(404, "not-found");
        var other = await Given.ALandkreisAsync(service);
        await other.Editor.GetAsync(Url(other, concluded)).ProblemAsync(404, "not-found");
        await service.As(given.Tenant, "check-in-helper").GetAsync(Url(given, concluded)).ProblemAsync(403, "forbidden");
    }

    static string Url(Given given, TopicAreaConcluded concluded) =>
        $"{given.Api}/concepts/contributions/{concluded.Contributions.Single().Id}/trace";
}
