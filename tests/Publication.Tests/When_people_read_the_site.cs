using Integrationskonzept.Contracts;
using Integrationskonzept.Publication.Processes;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Publication.Tests;

public sealed class When_people_read_the_site(PublicationService service)
{
    [Fact]
    public async Task The_page_of_an_edition_has_its_text_and_the_voices_behind_its_measures()
    {
        var (tenant, _, _) = await service.AnAdoptedConceptAsync();
        var html = await service.Client(null).GetStringAsync($"/{tenant}/konzept/1");
        html.ShouldContain("<strong>Bildung</strong>");
        html.ShouldContain("id=\"massnahme-1-1\"");
        html.ShouldContain("Abends fehlen Kurse");
    }

    [Fact]
    public async Task Nothing_that_people_wrote_can_run_in_the_browser()
    {
        var (tenant, _, _) = await service.AnAdoptedConceptAsync(
            "<script>alert(1)</script> [klick](javascript:alert(1)) ![x](http://fremd/x.png) <img src=x onerror=alert(1)>"
        );
        var html = await service.Client(null).GetStringAsync($"/{tenant}/konzept/1");
        html.ShouldNotContain("<script");
        html.ShouldNotContain("href=\"javascript");
        html.ShouldNotContain("<img");
    }

    [Fact]
    public async Task The_process_shows_its_stage_dates_and_topic_areas_in_whatever_order_messages_came()
    {
        var tenant = await service.NewTenantAsync();
        var mandate = Given.Mandate(tenant);
        var details = new EventDetails(
            Guid.CreateVersion7(),
            EventKind.Workshop,
            "Workshop Bildung",
            "bildung",
            new(2023, 3, 1, 8, 0, 0, TimeSpan.Zero),
            new(2023, 3, 1, 12, 0, 0, TimeSpan.Zero),
            "Kreishaus"
        );
        var scheduled = new EventScheduled
        {
            Tenant = tenant,
            AggregateId = details.EventId,
            Version = 1,
            OccurredAt = mandate.OccurredAt,
            MandateId = mandate.AggregateId,
            Event = details,
        };
        var moved = new EventRescheduled
        {
            Tenant = tenant,
            AggregateId = details.EventId,
            Version = 2,
            OccurredAt = mandate.OccurredAt,
            MandateId = mandate.AggregateId,
            Reason = "Raum",
            Event = details with { Start = details.Start.AddDays(1), End = details.End.AddDays(1) },
        };
        await service.Bus.PublishAsync(
            new TopicAreaOpened
            {
                Tenant = tenant,
                AggregateId = Guid.CreateVersion7(),
                Version = 1,
                OccurredAt = mandate.OccurredAt,
                MandateId = mandate.AggregateId,
                Key = "bildung",
                Title = "Bildung",
            }
        );
        await service.Bus.PublishAsync(moved);
        await service.Bus.PublishAsync(scheduled);
        await service.Bus.PublishAsync(mandate);

        var process = await Eventually.GetAsync(
            async () =>
                (await service.Client(null).GetAsync($"/api/v1/{tenant}/processes").ReadAsync<List<ProcessDto>>()).FirstOrDefault(row =>
                    row.Stage == Stage.Participation && row.Events.Count == 1
                ),
            "the process is under way"
        );
        process.Events.Single().Event.Start.ShouldBe(moved.Event.Start);
        process.TopicAreas.Select(area => area.State).ShouldBe([TopicAreaState.Open, TopicAreaState.Upcoming]);
        (await service.Client(null).GetStringAsync($"/{tenant}")).ShouldContain("2. März 2023, 09:00");
    }

    [Fact]
    public async Task A_wrong_address_gives_a_page_in_the_readers_language()
    {
        var client = service.Client(null);
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");
        using var answer = await client.GetAsync("/nirgendwo");
        ((int)answer.StatusCode).ShouldBe(404);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("There is no Landkreis of this name here");
    }
}
