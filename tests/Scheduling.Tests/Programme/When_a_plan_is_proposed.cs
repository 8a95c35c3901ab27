using System.Globalization;
using Integrationskonzept.Contracts;
using Integrationskonzept.Planning.Holidays;
using Integrationskonzept.Planning.Tests;
using Integrationskonzept.Scheduling.Programme.Plans;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Scheduling.Tests.Programme;

public sealed class When_a_plan_is_proposed(SchedulingService service)
{
    [Fact]
    public async Task Vl_320_gets_a_kickoff_and_two_workshops_per_topic_area_by_all_rules()
    {
        var given = await Given.AMandateAsync(service);
        var plan = await given.AProposalAsync();

        (plan.State, plan.Cost, plan.Events.Count).ShouldBe((PlanState.Proposed, 7000m, 13));
        var kickoff = plan.Events[0];
        var workshops = plan.Events.Skip(1).ToList();
        (kickoff.Kind, Clock(kickoff.Start), Clock(kickoff.End)).ShouldBe((EventKind.Kickoff, "09:00", "17:00"));
        // three weeks after the day that follows the decision it is Sukkot, for two days
        kickoff.Start.Date.ShouldBe(new DateTime(2022, 10, 12));
        workshops.ShouldAllBe(row => row.Kind == EventKind.Workshop && Clock(row.Start) == "09:00" && Clock(row.End) == "13:00");
        workshops.Select(row => row.TopicAreaKey).ShouldBe(given.Mandate.TopicAreas.SelectMany(area => new[] { area.Key, area.Key }));

        var days = plan.Events.Select(row => DateOnly.FromDateTime(row.Start.Date)).ToList();
        days.ShouldBe(days.Distinct().Order());
        days.ShouldAllBe(day => Hessen.IsWorkingDay(day));
        days[^1].ShouldBeLessThanOrEqualTo(new DateOnly(2023, 9, 30));
        for (var index = 0; index < workshops.Count; index++)
        {
            var begins = days[0].AddMonths(index / 2 * 2);
            days[index + 1].ShouldBeGreaterThan(begins);
            days[index + 1].ShouldBeLessThanOrEqualTo(begins.AddMonths(2));
        }
        plan.Events.Select(row => row.Start.Offset).Distinct().ShouldBe([TimeSpan.FromHours(2), TimeSpan.FromHours(1)], ignoreOrder: true);
    }

    [Fact]
    public async Task Uneven_counts_give_the_first_areas_one_more_and_blocked_days_and_terms_are_kept()
    {
        var given = await Given.AMandateAsync(
            service,
            mandate => mandate with { Programme = [new(EventKind.Workshop, "Workshop", 8, 0.5m, 500)], Deadline = null }
        );
        var free = await given.AProposalAsync();
        free.Events.CountBy(row => row.TopicAreaKey!).Select(pair => pair.Value).ShouldBe([2, 2, 1, 1, 1, 1]);

        var blocked = free.Events.Select(row => DateOnly.FromDateTime(row.Start.Date)).ToList();
        var terms = new
        {
            mandateId = given.Mandate.AggregateId,
            blockedDates = blocked,
            minDaysBetween = 7,
            startTime = "14:00:00",
            deadline = "2023-12-15",
        };
        var plan = await given.ProposeAsync(terms).ReadAsync<PlanDto>();
        var days = plan.Events.Select(row => DateOnly.FromDateTime(row.Start.Date)).ToList();
        days.Intersect(blocked).ShouldBeEmpty();
        days.Zip(days.Skip(1), (one, next) => next.DayNumber - one.DayNumber).ShouldAllBe(gap => gap >= 7);
        plan.Events.ShouldAllBe(row => Clock(row.Start) == "14:00");
    }

    [Fact]
    public async Task What_does_not_fit_is_said_with_what_would_and_that_does()
    {
        var given = await Given.AMandateAsync(service, mandate => mandate with { Deadline = new(2023, 6, 30) });
        var problem = await given.ProposeAsync().ProblemAsync(422, "plan-does-not-fit");
        problem["eventsAfterDeadline"]!.AsArray().Count.ShouldBe(3); // the second one of the fifth topic area, and the sixth
        problem["detail"]!.GetValue<string>().ShouldContain("30.06.2023");
        problem["fittingMonthsPerTopicArea"]!.GetValue<int>().ShouldBe(1);
        (await given.Participant.GetAsync($"{given.Api}/plans").ReadAsync())["items"]!.AsArray().ShouldBeEmpty();

        var later = DateOnly.Parse(problem["fittingDeadline"]!.GetValue<string>(), CultureInfo.InvariantCulture);
        var extended = await Given.AMandateAsync(service, mandate => mandate with { Deadline = later });
        await extended.AProposalAsync();
        var justNot = await Given.AMandateAsync(service, mandate => mandate with { Deadline = later.AddDays(-1) });
        await justNot.ProposeAsync().ProblemAsync(422, "plan-does-not-fit");
        var quicker = await Given.AMandateAsync(service, mandate => mandate with { Deadline = new(2023, 6, 30), MonthsPerTopicArea = 1 });
        await quicker.AProposalAsync();
    }

    [Fact]
    public async Task A_programme_beyond_the_budget_is_refused_with_numbers()
    {
        var given = await Given.AMandateAsync(service, mandate => mandate with { Budget = 6500 });
        var problem = await given.ProposeAsync().ProblemAsync(422, "budget-exceeded");
        (
            problem["planned"]!.GetValue<decimal>(),
            problem["granted"]!.GetValue<decimal>(),
            problem["missing"]!.GetValue<decimal>()
        ).ShouldBe((7000m, 6500m, 500m));
    }

    [Fact]
    public async Task Beyond_the_holiday_data_nothing_is_guessed()
    {
        var known = HolidayCalendar.Find("DE-HE")!.Data;
        var late = await Given.AMandateAsync(
            service,
            mandate => mandate with { DecidedOn = known.CoversTo.AddMonths(-6), Deadline = null }
        );
        await late.ProposeAsync().ProblemAsync(422, "holidays-unknown");
        var early = await Given.AMandateAsync(
            service,
            mandate => mandate with { DecidedOn = known.CoversFrom.AddMonths(-10), Deadline = null }
        );
        await early.ProposeAsync().ProblemAsync(422, "holidays-unknown");
    }

    [Fact]
    public async Task In_a_state_without_holiday_data_one_can_read_but_not_plan()
    {
        _ = service.Server;
        var registration = NewTenant.Registration($"bayern-{Guid.CreateVersion7()}", 9162) with { State = "DE-BY" };
        await service.Bus.PublishAsync(registration);
        var given = await Given.AMandateAsync(service, registration.Tenant);
        await given.ProposeAsync().ProblemAsync(422, "holidays-unknown");
        (await given.Participant.GetAsync($"{given.Api}/plans").ReadAsync())["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Wrong_terms_are_refused_and_a_foreign_mandate_is_unknown()
    {
        var (given, other) = (await Given.AMandateAsync(service), await Given.AMandateAsync(service));
        var mandateId = given.Mandate.AggregateId;
        await given.ProposeAsync(new { mandateId = other.Mandate.AggregateId }).ProblemAsync(422, "mandate-unknown");
        await given.ProposeAsync(new { mandateId, deadline = "2024-01-01" }).ProblemAsync(422, "deadline-too-late");
        await given.ProposeAsync(new { mandateId, from = "2022-09-16" }).ProblemAsync(422, "from-too-early");
        await given.ProposeAsync(new { mandateId, from = "9999-12-31" }).ProblemAsync(422, "holidays-unknown");
        await given.ProposeAsync(new { mandateId, minDaysBetween = 0 }).ProblemAsync(400, "validation");
        await given.ProposeAsync(new { mandateId, startTime = "22:00:00" }).ProblemAsync(400, "validation");
        await given.ProposeAsync(new { mandateId, from = "bald" }).ProblemAsync(400, "unreadable-request");
        await given.Moderator.SendAsync(HttpMethod.Post, $"{given.Api}/plans", new { mandateId }).ProblemAsync(403, "forbidden");
        await service
            .As(given.Tenant)
            .SendAsync(HttpMethod.Post, $"{given.Api}/plans", new { mandateId })
            .ProblemAsync(401, "unauthenticated");
    }

    [Fact]
    public async Task A_redelivered_mandate_is_there_once_and_an_older_one_changes_nothing()
    {
        var given = await Given.AMandateAsync(service);
        var id = Guid.CreateVersion7();
        await service.Bus.PublishAsync(given.Mandate with { Version = 2, Subject = "Älter" }, id);
        await service.Bus.PublishAsync(given.Mandate with { Version = 2, Subject = "Älter" }, id);
        await service.Bus.PublishAsync(given.Mandate with { Version = 4, Subject = "Neuer" });
        await Eventually.TrueAsync(async () => (await given.MandatesAsync()).Single().Subject == "Neuer", "the newer one is taken");
    }

    [Fact]
    public async Task The_same_idempotency_key_proposes_once()
    {
        var given = await Given.AMandateAsync(service);
        var plans = await Task.WhenAll(
            Enumerable
                .Range(0, 3)
                .Select(_ =>
                    given
                        .Coordinator.SendAsync(
                            HttpMethod.Post,
                            $"{given.Api}/plans",
                            new { mandateId = given.Mandate.AggregateId },
                            idempotencyKey: "plan"
                        )
                        .ReadAsync<PlanDto>()
                )
        );
        plans.Select(plan => plan.Id).Distinct().Count().ShouldBe(1);
    }

    static string Clock(DateTimeOffset time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
