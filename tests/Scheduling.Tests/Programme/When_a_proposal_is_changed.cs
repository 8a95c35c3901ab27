using Integrationskonzept.Scheduling.Programme.Plans;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Scheduling.Tests.Programme;

public sealed class When_a_proposal_is_changed(SchedulingService service)
{
    [Fact]
    public async Task The_event_moves_with_its_place_and_the_plan_has_a_new_version()
    {
        var given = await Given.AMandateAsync(service);
        var plan = await given.AProposalAsync();
        var changed = await given.ChangeAsync(plan, 1, "2022-10-13", plan.Version, "14:00", "18:00", "Kreishaus").ReadAsync<PlanDto>();
        var row = changed.Events[1];
        (row.Id, row.Start, row.Venue).ShouldBe(
            (plan.Events[1].Id, new DateTimeOffset(2022, 10, 13, 14, 0, 0, TimeSpan.FromHours(2)), "Kreishaus")
        );
        changed.Version.ShouldBe(plan.Version + 1);
        await given.ChangeAsync(plan, 1, "2022-10-14", plan.Version).ProblemAsync(412, "changed-meanwhile");
        await given.ChangeAsync(plan, 1, "2022-10-14", null).ProblemAsync(428, "if-match-missing");
        (await given.ChangeAsync(changed, 1, "2022-10-14", changed.Version, "09:00:00+02:00", "13:00:00+02:00").ReadAsync<PlanDto>())
            .Events[1]
            .Start.UtcDateTime.ShouldBe(new DateTime(2022, 10, 14, 7, 0, 0));
    }

    [Fact]
    public async Task Why_each_event_is_on_its_day_is_said_in_the_readers_language_until_the_plan_is_in_force()
    {
        var given = await Given.AMandateAsync(service);
        var plan = await given.AProposalAsync();
        var url = $"{given.Api}/plans/{plan.Id}/reasons";
        var told = await given.Participant.GetAsync(url).ReadAsync<PlanReasons>();
        told.Events.Select(row => row.EventId).ShouldBe(plan.Events.Select(row => row.Id));
        told.Events.ShouldAllBe(row => row.Reasons.Count > 0);
        told.Events[0].Reasons[0].ShouldContain("Die Vorbereitung dauert bis");

        var request = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { { "Accept-Language", "en" } } };
        (await given.Participant.SendAsync(request).ReadAsync<PlanReasons>()).Events[0].Reasons[0].ShouldContain("The preparation takes");
        await service.As(await service.NewTenantAsync(), "coordinator").GetAsync(url).ProblemAsync(404, "not-found");
        await given.Coordinator.SendAsync(HttpMethod.Post, $"{given.Api}/plans/{plan.Id}/confirm", null, plan.Version).ReadAsync();
        await given.Participant.GetAsync(url).ProblemAsync(409, "plan-confirmed");
    }

    [Theory]
    [InlineData("2022-10-15", 422, "weekend")]
    [InlineData("2022-10-03", 422, "public-holiday")]
    [InlineData("2022-10-25", 422, "school-holiday")]
    [InlineData("2022-10-12", 409, "day-occupied")]
    [InlineData("2023-10-02", 422, "after-deadline")]
    [InlineData("2022-09-16", 422, "before-start")]
    [InlineData("2022-10-07", 422, "order-broken")]
    [InlineData("2023-09-28", 422, "order-broken")]
    public async Task The_rules_hold(string day, int status, string code)
    {
        var given = await Given.AMandateAsync(service);
        var plan = await given.AProposalAsync();
        await given.ChangeAsync(plan, 1, day, plan.Version).ProblemAsync(status, code);
        (await given.Participant.GetAsync($"{given.Api}/plans/{plan.Id}").ReadAsync<PlanDto>()).Version.ShouldBe(plan.Version);
    }

    [Fact]
    public async Task Blocked_days_and_distances_of_the_terms_hold()
    {
        var given = await Given.AMandateAsync(service);
        var plan = await given
            .ProposeAsync(
                new
                {
                    mandateId = given.Mandate.AggregateId,
                    blockedDates = new[] { "2022-11-15" },
                    minDaysBetween = 4,
                }
            )
            .ReadAsync<PlanDto>();
        await given.ChangeAsync(plan, 1, "2022-11-15", plan.Version).ProblemAsync(422, "day-blocked");
        await given.ChangeAsync(plan, 1, "2022-10-14", plan.Version).ProblemAsync(422, "too-close");
        await given.ChangeAsync(plan, 1, "2022-10-17", plan.Version).ReadAsync<PlanDto>();
    }

    [Theory]
    [InlineData("2023-03-26", "02:30", "04:00", "time-does-not-exist")]
    [InlineData("2022-10-30", "02:30", "04:00", "time-ambiguous")]
    [InlineData("2022-10-13", "13:00", "09:00", "not-within-a-day")]
    public async Task Clock_times_that_make_no_sense_are_refused(string day, string start, string end, string code)
    {
        var given = await Given.AMandateAsync(service);
        var plan = await given.AProposalAsync();
        await given.ChangeAsync(plan, 1, day, plan.Version, start, end).ProblemAsync(422, code);
        await given.ChangeAsync(plan, 1, "morgen", plan.Version).ProblemAsync(400, "validation");
    }

    [Fact]
    public async Task Foreign_plans_and_unknown_events_are_not_found_and_roles_count()
    {
        var (given, other) = (await Given.AMandateAsync(service), await Given.AMandateAsync(service));
        var (plan, foreign) = (await given.AProposalAsync(), await other.AProposalAsync());
        var change = new ChangePlannedEvent("2022-10-13T09:00", "2022-10-13T13:00", "Workshop");
        await given
            .Coordinator.SendAsync(HttpMethod.Put, $"{given.Api}/plans/{foreign.Id}/events/{foreign.Events[1].Id}", change, 1)
            .ProblemAsync(404, "not-found");
        await given
            .Coordinator.SendAsync(HttpMethod.Put, $"{given.Api}/plans/{plan.Id}/events/{foreign.Events[1].Id}", change, 1)
            .ProblemAsync(404, "not-found");
        await given
            .Moderator.SendAsync(HttpMethod.Put, $"{given.Api}/plans/{plan.Id}/events/{plan.Events[1].Id}", change, 1)
            .ProblemAsync(403, "forbidden");
    }
}
