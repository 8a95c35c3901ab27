using System.Net;
using Integrationskonzept.Contracts;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.Scheduling.Programme.Plans;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Scheduling.Tests.Programme;

/// <summary>Something has changed: as little as possible moves, and who is invited learns why.</summary>
public sealed class When_a_plan_is_made_anew(SchedulingService service)
{
    [Fact]
    public async Task One_blocked_day_moves_one_event_by_a_day()
    {
        var given = await Given.AMandateAsync(service);
        var plan = await given.AConfirmedPlanAsync();
        var blocked = DateOnly.FromDateTime(plan.Events[5].Start.Date);
        var anew = await ReplanAsync(
                given,
                plan,
                new
                {
                    reason = "Stromausfall",
                    blockedDates = new[] { blocked },
                    notBefore = "2022-09-17",
                }
            )
            .ReadAsync<PlanDto>(HttpStatusCode.Created);
        var change = anew.Changes.Single();
        (change.EventId, change.WasStart, anew.State, anew.Replaces).ShouldBe(
            (plan.Events[5].Id, plan.Events[5].Start, PlanState.Proposed, plan.Id)
        );
        var reasons = await given.Coordinator.GetAsync($"{given.Api}/plans/{anew.Id}/reasons").ReadAsync<PlanReasons>();
        reasons.Events.ShouldAllBe(row => row.Reasons.Single().StartsWith("Dieser Vorschlag löst den geltenden Plan ab"));
        Math.Abs((change.Start.Date - change.WasStart.Date).Days).ShouldBeLessThanOrEqualTo(3); // a weekend at most

        (await given.EventAsync(change.EventId)).Start.ShouldBe(change.WasStart); // nothing is binding yet
        await given.ConfirmAsync(anew).ReadAsync<PlanDto>();
        var told = (await service.PublishedAsync<EventRescheduled>(given.Tenant)).ShouldHaveSingleItem();
        (told.AggregateId, told.Reason, told.Event.Start).ShouldBe((change.EventId, "Stromausfall", change.Start.ToUniversalTime()));
        (await service.PublishedAsync<PlanConfirmed>(given.Tenant)).Count.ShouldBe(1);
        (await given.EventAsync(change.EventId)).ShouldSatisfyAllConditions(
            row => row.Start.ShouldBe(change.Start),
            row => row.PlanId.ShouldBe(anew.Id)
        );
        (await given.EventAsync(plan.Events[6].Id)).PlanId.ShouldBe(anew.Id);
        (await given.Participant.GetAsync($"{given.Api}/plans/{plan.Id}").ReadAsync<PlanDto>()).State.ShouldBe(PlanState.Superseded);
        await ReplanAsync(given, plan, new { reason = "Noch einmal" }).ProblemAsync(409, "plan-superseded");

        // The new terms hold from now on.
        var row = await given.EventAsync(change.EventId);
        await given
            .RescheduleAsync(row.Id, blocked.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), row.Version)
            .ProblemAsync(422, "day-blocked");
    }

    [Fact]
    public async Task A_venue_that_closes_changes_only_the_place_where_there_is_another()
    {
        var given = await Given.AMandateAsync(service);
        var (venue, spare) = (
            await given.AVenueAsync(),
            await given.AVenueAsync(GivenVenues.Room() with { Name = "Raum 2", Price = new(110, 220) })
        );
        await given.AModeratorAsync();
        var plan = await given.ConfirmAsync(await given.APlanWithRoomsAsync()).ReadAsync<PlanDto>();
        plan.Events.ShouldAllBe(row => row.VenueId == venue.Id);
        var anew = await ReplanAsync(
                given,
                plan,
                new
                {
                    reason = "Wasserschaden",
                    notBefore = "2022-09-17",
                    unavailable = new[]
                    {
                        new
                        {
                            id = venue.Id,
                            from = "2022-11-01",
                            to = "2023-01-31",
                        },
                    },
                }
            )
            .ReadAsync<PlanDto>(HttpStatusCode.Created);
        var affected = plan
            .Events.Where(row => row.Start.Date >= new DateTime(2022, 11, 1) && row.Start.Date <= new DateTime(2023, 1, 31))
            .ToList();
        affected.ShouldNotBeEmpty();
        anew.Changes.Select(row => row.EventId).ShouldBe(affected.Select(row => row.Id));
        anew.Changes.ShouldAllBe(row => row.Start == row.WasStart && row.WasVenue == "Raum 1" && row.Venue == "Raum 2");
        await given.ConfirmAsync(anew).ReadAsync<PlanDto>();
        (
            (long)(await Database.ExecuteAsync(service.AdminConnection, $"select count(*) from bookings where resource_id = '{spare.Id}'"))!
        ).ShouldBe(affected.Count);
        (await service.PublishedAsync<EventRescheduled>(given.Tenant)).Count.ShouldBe(affected.Count);
    }

    [Fact]
    public async Task Pinned_ones_stay_and_what_then_stands_in_the_way_is_said()
    {
        var given = await Given.AMandateAsync(service);
        var plan = await given.AProposalAsync();
        var day = DateOnly.FromDateTime(plan.Events[5].Start.Date);
        var id = plan.Events[5].Id;
        var problem = await ReplanAsync(
                given,
                plan,
                new { pinned = new[] { id }, blockedDates = Enumerable.Range(0, 300).Select(day.AddDays) }
            )
            .ProblemAsync(422, "plan-does-not-fit");
        problem["conflict"]!.AsArray().Select(row => row!["rule"]!.GetValue<string>()).ShouldContain("blocked-dates");

        var anew = await ReplanAsync(given, plan, new { blockedDates = new[] { day } }).ReadAsync<PlanDto>(HttpStatusCode.Created);
        (anew.Replaces, anew.Changes.Single().EventId).ShouldBe((null, id));
        await given.ConfirmAsync(anew).ReadAsync<PlanDto>();
    }

    [Fact]
    public async Task A_plan_that_moved_on_is_not_overwritten()
    {
        var given = await Given.AMandateAsync(service);
        var plan = await given.AConfirmedPlanAsync();
        await ReplanAsync(given, plan, new { notBefore = "2022-09-17" }).ProblemAsync(400, "validation"); // no reason
        await given
            .Moderator.SendAsync(HttpMethod.Post, $"{given.Api}/plans/{plan.Id}/replan", new { reason = "x" })
            .ProblemAsync(403, "forbidden");
        var anew = await ReplanAsync(
                given,
                plan,
                new
                {
                    reason = "Grund",
                    blockedDates = new[] { DateOnly.FromDateTime(plan.Events[5].Start.Date) },
                    notBefore = "2022-09-17",
                }
            )
            .ReadAsync<PlanDto>(HttpStatusCode.Created);
        await given.CancelAsync(plan.Events[7].Id).ReadAsync<EventDto>();
        await given.ConfirmAsync(anew).ProblemAsync(409, "plan-outdated");
        (await given.EventAsync(plan.Events[5].Id)).Start.ShouldBe(plan.Events[5].Start);
    }

    static Task<HttpResponseMessage> ReplanAsync(Given given, PlanDto plan, object change) =>
        given.Coordinator.SendAsync(HttpMethod.Post, $"{given.Api}/plans/{plan.Id}/replan", change);
}
