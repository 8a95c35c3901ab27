using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Records;
using Integrationskonzept.ServiceDefaults.Tasks;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Participation.Tests;

public sealed class When_somebody_asks_what_to_do(ParticipationService service)
{
    static Task<IReadOnlyList<TaskKind>> KindsAsync(Given given, HttpClient who) => who.TaskKindsAsync(given.Tenant, "participation");

    [Fact]
    public async Task A_participant_is_to_contribute_and_then_to_give_points()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        var task = (await given.Participant.TasksAsync(given.Tenant, "participation")).ShouldHaveSingleItem();
        (task.Kind, task.Title, task.Subject).ShouldBe(
            (TaskKind.Contribute, "Mitreden: Bildung", new(TaskSubjectType.TopicArea, given.Open.Id))
        );
        task.DueOn.ShouldNotBeNull("until the last workshop");
        (await KindsAsync(given, given.Moderator)).ShouldBeEmpty("the staff is not urged");

        var contribution = await given.ContributeAsync();
        (await KindsAsync(given, given.Participant)).ShouldBe([TaskKind.GivePoints]);
        (await KindsAsync(given, service.As(given.Tenant, "participant"))).ShouldBe(
            [TaskKind.Contribute, TaskKind.GivePoints],
            "somebody else has yet to do both"
        );

        await given
            .Participant.SendAsync(
                HttpMethod.Put,
                $"{given.Area}/points",
                new { points = new[] { new { contributionId = contribution.Id, points = 3 } } }
            )
            .ReadAsync();
        (await KindsAsync(given, given.Participant)).ShouldBeEmpty();
    }

    [Fact]
    public async Task After_the_workshops_the_record_is_to_be_written_and_the_topic_area_to_be_concluded()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        (await KindsAsync(given, given.Moderator)).ShouldBeEmpty("the workshop is still ahead");
        await WorkshopsAreOverAsync(given);
        (await KindsAsync(given, given.Moderator)).ShouldBe([TaskKind.WriteRecord]);
        (await KindsAsync(given, given.Participant)).ShouldBeEmpty();
        (await KindsAsync(given, service.As(given.Tenant, "editor", "council-office"))).ShouldBeEmpty("they write no records");

        var record = await given.RecordAsync();
        var task = (await given.Moderator.TasksAsync(given.Tenant, "participation")).ShouldHaveSingleItem();
        (task.Kind, task.Subject.Id).ShouldBe((TaskKind.ConcludeTopicArea, given.Open.Id));
        await given.Moderator.SendAsync(HttpMethod.Post, $"{given.Area}/conclude", null, record.Version).ReadAsync<RecordDto>();
        (await KindsAsync(given, given.Moderator)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_record_without_results_is_still_to_be_written()
    {
        var given = await Given.AnOpenTopicAreaAsync(service);
        await WorkshopsAreOverAsync(given);
        await given
            .Moderator.SendAsync(HttpMethod.Put, $"{given.Area}/record", new WriteRecord("Kurse fehlen.", [], [], []), 1)
            .ReadAsync<RecordDto>();
        (await KindsAsync(given, given.Moderator)).ShouldBe([TaskKind.WriteRecord]);
    }

    [Fact]
    public async Task A_topic_area_that_the_plan_forgot_is_to_be_opened_by_the_coordinator()
    {
        var tenant = await service.NewTenantAsync();
        var (mandate, soon) = (Given.Mandate(tenant), TimeProvider.System.GetUtcNow().AddDays(7));
        await service.Bus.PublishAsync(mandate);
        var plan = Given.Plan(mandate, soon, soon);
        await service.Bus.PublishAsync(plan with { Events = [plan.Events[0]] });
        await service.Bus.WaitForAsync<TopicAreaOpened>(tenant);

        var coordinator = service.As(tenant, "coordinator");
        var task = (await coordinator.TasksAsync(tenant, "participation")).ShouldHaveSingleItem();
        (task.Kind, task.Title).ShouldBe((TaskKind.OpenTopicArea, "Themenfeld öffnen: Arbeit"));
        (await service.As(tenant, "moderator").TasksAsync(tenant, "participation")).ShouldBeEmpty();
        await coordinator.SendAsync(HttpMethod.Post, $"/api/v1/{tenant}/topic-areas/{task.Subject.Id}/open", null).ReadAsync();
        (await coordinator.TasksAsync(tenant, "participation")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_is_told_of_another_landkreis()
    {
        var (given, other) = (await Given.AnOpenTopicAreaAsync(service), await service.NewTenantAsync());
        await given.ContributeAsync();
        var participant = service.As(other, "participant");
        (await participant.TasksAsync(other, "participation")).ShouldBeEmpty();
        await participant.GetAsync($"/api/v1/{given.Tenant}/tasks/participation").ProblemAsync(404, "not-found");
    }

    Task WorkshopsAreOverAsync(Given given) =>
        Database.SetTimesAsync(
            service.AdminConnection,
            "topic_areas",
            $"id = '{given.Open.Id}'",
            ("last_workshop_at", TimeSpan.FromHours(-1))
        );
}
