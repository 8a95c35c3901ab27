using Integrationskonzept.Contracts;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.Scheduling.Programme.Plans;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Scheduling.Tests.Events;

public sealed class When_events_take_their_course(SchedulingService service)
{
    [Fact]
    public async Task A_moved_one_is_announced_with_the_reason()
    {
        var given = await Given.AMandateAsync(service);
        var row = await given.EventAsync((await given.AConfirmedPlanAsync()).Events[1].Id);
        await given.RescheduleAsync(row.Id, "2022-10-13", null).ProblemAsync(428, "if-match-missing");
        await given.RescheduleAsync(row.Id, "2022-10-13", 9).ProblemAsync(412, "changed-meanwhile");
        var moved = await given.RescheduleAsync(row.Id, "2022-10-13", row.Version).ReadAsync<EventDto>();
        (moved.Sequence, moved.Version, moved.Start).ShouldBe(
            (1, row.Version + 1, new DateTimeOffset(2022, 10, 13, 14, 0, 0, TimeSpan.FromHours(2)))
        );
        var told = await service.Bus.WaitForAsync<EventRescheduled>(given.Tenant);
        (told.AggregateId, told.Version, told.Reason, told.Event.Start).ShouldBe(
            (row.Id, moved.Version, "Der Raum ist belegt.", moved.Start.ToUniversalTime())
        );

        await given.RescheduleAsync(row.Id, "2022-10-25", moved.Version).ProblemAsync(422, "school-holiday");
        await given.RescheduleAsync(row.Id, "2023-09-28", moved.Version).ProblemAsync(422, "order-broken");
    }

    [Fact]
    public async Task A_cancelled_one_frees_its_day_and_its_money_and_stays_cancelled()
    {
        var given = await Given.AMandateAsync(service);
        var plan = await given.AConfirmedPlanAsync();
        var (first, second) = (await given.EventAsync(plan.Events[1].Id), await given.EventAsync(plan.Events[2].Id));
        (await given.CancelAsync(first.Id).ReadAsync<EventDto>()).State.ShouldBe(EventState.Cancelled);
        (await service.Bus.WaitForAsync<EventCancelled>(given.Tenant)).Reason.ShouldBe("Die Moderation ist erkrankt.");
        (await given.Participant.GetAsync($"{given.Api}/plans/{plan.Id}/budget").ReadAsync<PlanBudget>()).Remaining.ShouldBe(500);

        await given.CancelAsync(first.Id).ProblemAsync(409, "event-cancelled");
        await given.HoldAsync(first.Id).ProblemAsync(409, "event-cancelled");
        await given.RescheduleAsync(first.Id, "2022-10-13", first.Version + 1).ProblemAsync(409, "event-cancelled");
        var day = first.Start.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await given.RescheduleAsync(second.Id, day, second.Version).ReadAsync<EventDto>();
    }

    [Fact]
    public async Task A_held_one_tells_how_many_came_and_is_history()
    {
        var given = await Given.AMandateAsync(service);
        var id = (await given.AConfirmedPlanAsync()).Events[0].Id;
        await given.HoldAsync(id, -1).ProblemAsync(400, "validation");
        await given
            .Participant.SendAsync(HttpMethod.Post, $"{given.Api}/events/{id}/held", new HoldEvent([]))
            .ProblemAsync(403, "forbidden");
        await given
            .Moderator.SendAsync(HttpMethod.Post, $"{given.Api}/events/{id}/cancel", new CancelEvent("Grund"))
            .ProblemAsync(403, "forbidden");

        var held = await given.HoldAsync(id).ReadAsync<EventDto>();
        (held.State, held.Attendance[StakeholderGroup.Politics]).ShouldBe((EventState.Held, 12));
        (await service.Bus.WaitForAsync<EventHeld>(given.Tenant)).Attendance[StakeholderGroup.MigrantOrganisation].ShouldBe(7);
        await given.HoldAsync(id).ProblemAsync(409, "event-held");
        await given.CancelAsync(id).ProblemAsync(409, "event-held");
        await given.RescheduleAsync(id, "2022-10-11", held.Version).ProblemAsync(409, "event-held");
    }

    [Fact]
    public async Task One_that_has_not_begun_can_not_have_been_held()
    {
        var given = await Given.AMandateAsync(
            service,
            mandate =>
                mandate with
                {
                    DecidedOn = Coming.Day(100),
                    Deadline = null,
                    Programme = [new(EventKind.Kickoff, "Auftakt", 1, 1, 10)],
                }
        );
        await given.HoldAsync((await given.AConfirmedPlanAsync()).Events[0].Id).ProblemAsync(409, "event-not-begun");
    }

    [Fact]
    public async Task Another_landkreis_does_not_find_them()
    {
        var (given, other) = (await Given.AMandateAsync(service), await Given.AMandateAsync(service));
        var id = (await given.AConfirmedPlanAsync()).Events[0].Id;
        await other.CancelAsync(id).ProblemAsync(404, "not-found");
        await other.HoldAsync(id).ProblemAsync(404, "not-found");
        await other.RescheduleAsync(id, "2022-10-11", 1).ProblemAsync(404, "not-found");
        await other.Participant.GetAsync($"{other.Api}/events/{id}").ProblemAsync(404, "not-found");
    }
}
