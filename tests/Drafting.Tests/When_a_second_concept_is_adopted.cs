using Integrationskonzept.Contracts;
using Integrationskonzept.Drafting.Concepts;
using Integrationskonzept.Drafting.Papers;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Drafting.Tests;

public sealed class When_a_second_concept_is_adopted(DraftingService service)
{
    static readonly Decision Yes = new(Outcome.Adopted, new(2023, 9, 29)),
        No = new(Outcome.Rejected, new(2023, 9, 29));

    [Fact]
    public async Task Editions_are_numbered_in_the_order_of_their_adoption_in_each_landkreis()
    {
        var given = await Given.ALandkreisAsync(service);
        var (first, second) = (await given.AConceptAsync(), await given.AConceptAsync("VL-7/2027"));
        (first.Edition, second.Edition).ShouldBe((null, null));

        var paper = await given.ASubmittedConceptAsync(first);
        await given.DecideAsync(await given.ASubmittedConceptAsync(second, "VL-8/2028"), 2, Yes).ReadAsync<PaperDto>(); // overtakes it
        await given.DecideAsync(paper, 2, Yes).ReadAsync<PaperDto>();
        ((await given.ConceptAsync(second.Id)).Edition, (await given.ConceptAsync(first.Id)).Edition).ShouldBe((1, 2));
        (await service.PublishedAsync<ConceptAdopted>(given.Tenant))
            .Select(fact => (fact.AggregateId, fact.Edition))
            .ShouldBe([(second.Id, 1), (first.Id, 2)]);

        var other = await Given.ALandkreisAsync(service);
        await other.DecideAsync(await other.ASubmittedConceptAsync(await other.AConceptAsync()), 2, Yes).ReadAsync<PaperDto>();
        (await service.Bus.WaitForAsync<ConceptAdopted>(other.Tenant)).Edition.ShouldBe(1);
    }

    [Fact]
    public async Task Two_that_are_adopted_at_once_get_two_numbers()
    {
        var given = await Given.ALandkreisAsync(service);
        var papers = new List<PaperDto>();
        for (var year = 2027; year < 2031; year++)
            papers.Add(await given.ASubmittedConceptAsync(await given.AConceptAsync($"VL-1/{year}"), $"VL-2/{year}"));
        var answers = await Task.WhenAll(papers.Select(paper => given.DecideAsync(paper, 2, Yes)));
        foreach (var answer in answers)
            answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        (await service.PublishedAsync<ConceptAdopted>(given.Tenant)).Select(fact => fact.Edition).Order().ShouldBe([1, 2, 3, 4]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Only_a_concept_that_is_before_the_organizations_can_be_adopted_or_returned(bool adopted)
    {
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        var paper = await given.ASubmittedConceptAsync(concept);
        // as after a wrong repair
        await Database.ExecuteAsync(service.AdminConnection, $"update concepts set state = 'Drafting' where tenant = '{given.Tenant}'");
        await given.DecideAsync(paper, 2, adopted ? Yes : No).ProblemAsync(409, "concept-not-submitted");
        (await given.Council.GetAsync($"{given.Api}/papers/{paper.Id}").ReadAsync<PaperDto>()).State.ShouldBe(PaperState.InConsultation);
        (await service.PublishedAsync<ConceptAdopted>(given.Tenant)).ShouldBeEmpty();
        (await service.PublishedAsync<ConceptReturned>(given.Tenant)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(2)]
    [InlineData(1)]
    public async Task An_edition_that_fits_no_concept_is_refused_loudly(int number)
    {
        using var meters = new Meters();
        var given = await Given.ALandkreisAsync(service);
        var concept = await given.AConceptAsync();
        await given.DecideAsync(await given.ASubmittedConceptAsync(concept), 2, Yes).ReadAsync<PaperDto>();
        await service.Bus.PublishAsync(
            new EditionPublished
            {
                Tenant = given.Tenant,
                AggregateId = Guid.CreateVersion7(),
                Version = 1,
                OccurredAt = TimeProvider.System.GetUtcNow(),
                ConceptId = number == 1 ? Guid.CreateVersion7() : concept.Id,
                Number = number,
                Path = $"/{given.Tenant}/konzept/{number}",
                ContentHash = "00",
            }
        );
        await Eventually.TrueAsync(
            () =>
                Task.FromResult(
                    meters.Sum("consumer.failures", ("tenant", given.Tenant), ("type", nameof(EditionPublished)), ("outcome", "given-up"))
                        >= 1
                ),
            "it is given up"
        );
        (await given.ConceptAsync(concept.Id)).State.ShouldBe(ConceptState.Adopted);
    }
}
