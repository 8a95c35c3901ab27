using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.TopicAreas;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Participation.Tests;

public sealed class When_a_plan_is_confirmed(ParticipationService service)
{
    [Fact]
    public async Task Topic_areas_open_when_their_time_has_come_by_themselves()
    {
        using var spans = new Spans("Integrationskonzept.Work");
        var tenant = await service.NewTenantAsync();
        var mandate = Given.Mandate(tenant);
        var now = TimeProvider.System.GetUtcNow();
        await service.Bus.PublishAsync(mandate);
        await service.Bus.PublishAsync(Given.Plan(mandate, now.AddDays(200), now.AddDays(300)));
        await Eventually.TrueAsync(
            async () =>
                await Database.ExecuteAsync(service.AdminConnection, $"select count(*) from openings where tenant_slug = '{tenant}'") is 2L,
            "both are planned"
        );
        (await service.PublishedAsync<TopicAreaOpened>(tenant)).ShouldBeEmpty("none is due");

        // As if the time of the first had come.
        await Database.SetTimesAsync(
            service.AdminConnection,
            "openings",
            $"tenant_slug = '{tenant}' and due_at = (select min(due_at) from openings where tenant_slug = '{tenant}')",
            ("due_at", TimeSpan.Zero)
        );
        await service.Bus.WaitForAsync<TopicAreaOpened>(tenant);
        (await service.PublishedAsync<TopicAreaOpened>(tenant)).Select(opened => opened.Key).ShouldBe(["bildung"]);
        var areas = await service.As(tenant, "participant").GetAsync($"/api/v1/{tenant}/topic-areas").ReadAsync<Page<TopicAreaDto>>();
        areas.Items.Select(area => area.State).ShouldBe([TopicAreaState.Open, TopicAreaState.Upcoming]);
        await Eventually.TrueAsync(
            () => Task.FromResult(spans.Outcomes(("tenant", tenant), ("kind", "Opening")) is ["done"]),
            "its span ended"
        );
    }

    [Fact]
    public async Task A_coordinator_can_open_one_earlier_and_twice_changes_nothing()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var url = $"/api/v1/{given.Tenant}/topic-areas/{given.Upcoming.Id}/open";
        await given.Participant.SendAsync(HttpMethod.Post, url, null).ProblemAsync(403, "forbidden");
        var opened = await given.Coordinator.SendAsync(HttpMethod.Post, url, null).ReadAsync<TopicAreaDto>();
        (await given.Coordinator.SendAsync(HttpMethod.Post, url, null).ReadAsync<TopicAreaDto>()).Version.ShouldBe(opened.Version);
        opened.State.ShouldBe(TopicAreaState.Open);
    }

    [Fact]
    public async Task A_redelivered_mandate_brings_its_topic_areas_once()
    {
        var tenant = await service.NewTenantAsync();
        var mandate = Given.Mandate(tenant);
        var id = Guid.CreateVersion7();
        var again = Guid.CreateVersion7();
        await service.Bus.PublishAsync(mandate, id);
        await service.Bus.PublishAsync(mandate, id);
        await service.Bus.PublishAsync(mandate, again);
        await Eventually.TrueAsync(
            async () =>
                (long)
                    (
                        await Database.ExecuteAsync(
                            service.AdminConnection,
                            $"select count(*) from inbox where consumer like '%take-topic-areas' and message_id in ('{id}', '{again}')"
                        )
                    )! == 2,
            "both were handled"
        );
        (
            await service.As(tenant, "participant").GetAsync($"/api/v1/{tenant}/topic-areas").ReadAsync<Page<TopicAreaDto>>()
        ).Items.Count.ShouldBe(2);
    }
}
