using Integrationskonzept.Contracts;
using Integrationskonzept.Publication.Editions;
using Integrationskonzept.Publication.Processes;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Publication.Tests;

public sealed class When_a_second_concept_is_adopted(PublicationService service)
{
    [Fact]
    public async Task Both_editions_can_be_read_the_newest_first_each_at_its_own_address()
    {
        var (tenant, mandate, _) = await service.AnAdoptedConceptAsync("Die erste Fassung.");
        var again = Given.Mandate(tenant, "VL-7/2027");
        await service.Bus.PublishAsync(again);
        await service.Bus.PublishAsync(Given.Workshop(mandate));
        await service.Bus.PublishAsync(Given.Workshop(again));
        await service.Bus.PublishAsync(Given.Adoption(again, "Die zweite Fassung.", edition: 2));
        await service.Bus.WaitForAsync<EditionPublished>(tenant, edition => edition.Number == 2);
        await Eventually.TrueAsync(
            async () =>
                (await service.Client(null).GetAsync($"/api/v1/{tenant}/processes").ReadAsync<List<ProcessDto>>()).All(process =>
                    process.Events.Count == 1 && process.Stage == Stage.Published
                ),
            "both processes have their event"
        );

        var editions = await service.Client(null).GetAsync($"/api/v1/{tenant}/editions").ReadAsync<Page<EditionSummary>>();
        editions
            .Items.Select(edition => (edition.Number, edition.Path))
            .ShouldBe([(1, $"/{tenant}/konzept/1"), (2, $"/{tenant}/konzept/2")]);
        var page = await service.Client(null).GetStringAsync($"/{tenant}");
        page.IndexOf("/konzept/2", StringComparison.Ordinal).ShouldBeInRange(0, page.IndexOf("/konzept/1", StringComparison.Ordinal));
        // of two processes
        page.Split("id=\"").Skip(1).Select(part => part[..part.IndexOf('"', StringComparison.Ordinal)]).ShouldBeUnique();

        var (first, second) = (
            await service.Client(null).GetStringAsync($"/{tenant}/konzept/1"),
            await service.Client(null).GetStringAsync($"/{tenant}/konzept/2")
        );
        first.ShouldContain("Die erste Fassung.");
        first.ShouldContain($"href=\"/{tenant}/konzept/2\""); // tells that there is a newer one
        second.ShouldContain("Die zweite Fassung.");
        second.ShouldNotContain($"href=\"/{tenant}/konzept/1\"");
    }

    [Fact]
    public async Task Another_concept_with_the_same_number_is_refused_loudly()
    {
        var (_, mandate, _) = await service.AnAdoptedConceptAsync();
        await RefusedAsync(Given.Adoption(mandate)); // has an id of its own
    }

    [Fact]
    public async Task The_same_concept_with_another_number_is_refused_loudly()
    {
        var (_, _, adopted) = await service.AnAdoptedConceptAsync();
        await RefusedAsync(adopted with { Edition = 2 });
    }

    async Task RefusedAsync(ConceptAdopted adopted)
    {
        using var meters = new Meters();
        await service.Bus.PublishAsync(adopted);
        await Eventually.TrueAsync(
            () =>
                Task.FromResult(
                    meters.Sum("consumer.failures", ("tenant", adopted.Tenant), ("type", nameof(ConceptAdopted)), ("outcome", "given-up"))
                        == 1
                ),
            "it is given up"
        );
        (await service.PublishedAsync<EditionPublished>(adopted.Tenant)).Count.ShouldBe(1);
    }
}
