using Integrationskonzept.Contracts;
using Integrationskonzept.Scheduling.Planning;

namespace Integrationskonzept.Scheduling.Tests;

/// <summary>Random mandates from a fixed seed: a proposal keeps every rule, or there is none.</summary>
public sealed class When_any_mandate_is_planned
{
    [Fact]
    public void A_proposal_keeps_every_rule_or_is_refused_with_a_reason()
    {
        var random = new Random(320_2022);
        var refusals = new Dictionary<string, int>();
        var proposals = 0;
        for (var round = 0; round < 400; round++)
        {
            var request = Any(random);
            switch (Planner.Propose(request))
            {
                case PlanProposal proposal:
                    proposals++;
                    Check(request, proposal.Events);
                    break;
                case PlanRefusal refusal:
                    refusals[refusal.Why.Code] = refusals.GetValueOrDefault(refusal.Why.Code) + 1;
                    break;
            }
        }
        proposals.ShouldBeGreaterThan(100); // the test means something only if both happen
        foreach (var code in new[] { "plan-does-not-fit", "budget-exceeded", "holidays-unknown", "event-too-long" }) refusals.Keys.ShouldContain(code);
    }

    static void Check(PlanRequest request, IReadOnlyList<ProposedEvent> events)
    {
        var days = events.Select(row => row.Day).ToList();
        days.ShouldBe(days.Order());
        days.Zip(days.Skip(1), (one, next) => next.DayNumber - one.DayNumber).ShouldAllBe(gap => gap >= request.MinDaysBetween);
        days.ShouldAllBe(day => Hessen.IsWorkingDay(day) && !request.Unavailable.Contains(day) && day <= (request.Deadline ?? DateOnly.MaxValue));
        days[0].ShouldBeGreaterThanOrEqualTo(request.From.AddDays(request.PreparationDays));
        events.Sum(row => row.Cost).ShouldBeLessThanOrEqualTo(request.Budget);
        foreach (var item in request.Programme.GroupBy(item => (item.Kind, item.LengthInDays, item.UnitCost)))
            events.Count(row => (row.Kind, row.LengthInDays, row.Cost) == item.Key).ShouldBe(item.Sum(row => row.Count));

        events.Select(row => row.Step).ShouldBe(events.Select(row => row.Step).Order());
        var order = request.TopicAreas.Select(area => area.Key).ToList();
        var counts = order.Select(key => events.Count(row => row.TopicArea?.Key == key)).ToList();
        counts.ShouldBe(counts.OrderDescending());
        if (counts.Count > 0) (counts[0] - counts[^1]).ShouldBeLessThanOrEqualTo(1);
        if (events.LastOrDefault(row => row.Kind == EventKind.Kickoff) is { } kickoff)
            foreach (var row in events.Where(row => row.TopicArea is not null))
                row.Day.ShouldBeGreaterThan(kickoff.Day.AddMonths(order.IndexOf(row.TopicArea!.Key) * request.MonthsPerTopicArea));
    }

    static PlanRequest Any(Random random)
    {
        var from = new DateOnly(2022, 1, 1).AddDays(random.Next(9 * 365));
        var areas = Enumerable.Range(1, random.Next(0, 9)).Select(number => new MandatedTopicArea($"feld-{number}", $"Feld {number}")).ToList();
        List<ProgrammeItem> programme = [new(EventKind.Workshop, "Workshop", random.Next(1, 20), random.Next(20) == 0 ? 1.5m : 0.5m, random.Next(300, 600))];
        if (random.Next(4) > 0) programme.Insert(0, new(EventKind.Kickoff, "Auftakt", random.Next(1, 3), 1, 1000));
        if (random.Next(3) == 0) programme.Add(new(EventKind.Hearing, "Anhörung", 1, 0.25m, 0));
        return new()
        {
            TopicAreas = areas, Programme = programme, MonthsPerTopicArea = random.Next(1, 5), Budget = random.Next(5_000, 15_000), From = from,
            Deadline = random.Next(3) == 0 ? null : from.AddDays(random.Next(60, 900)), PreparationDays = random.Next(0, 40), MinDaysBetween = random.Next(1, 10),
            Unavailable = Enumerable.Range(0, random.Next(0, 200)).Select(_ => from.AddDays(random.Next(600))).ToHashSet(),
            Holidays = Integrationskonzept.Scheduling.Holidays.HolidayCalendar.Find("DE-HE")!,
        };
    }
}
