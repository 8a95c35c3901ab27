using Integrationskonzept.Contracts;

namespace Integrationskonzept.Planning.Tests;

/// <summary>Random mandates from a fixed seed: a proposal keeps every rule, or there is none.</summary>
public sealed class When_any_mandate_is_planned
{
    static readonly string[] Equipment = ["beamer", "induktionsschleife", "küche"],
        Languages = ["de", "en", "ar", "uk"];

    [Fact]
    public void A_proposal_keeps_every_rule_or_is_refused_with_a_reason()
    {
        var random = new Random(320_2022);
        var refusals = new Dictionary<string, int>();
        var proposals = 0;
        for (var round = 0; round < 60; round++)
        {
            var request = round % 2 == 0 ? Any(random) : AnyWithResources(random);
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
        proposals.ShouldBeGreaterThan(20); // the test means something only if both happen
        foreach (var code in new[] { "plan-does-not-fit", "budget-exceeded", "holidays-unknown", "event-too-long" })
            refusals.Keys.ShouldContain(code);
    }

    static void Check(PlanRequest request, IReadOnlyList<ProposedEvent> events)
    {
        var days = events.Select(row => row.Day).ToList();
        days.ShouldBe(days.Order());
        days.Zip(days.Skip(1), (one, next) => next.DayNumber - one.DayNumber).ShouldAllBe(gap => gap >= request.MinDaysBetween);
        days.ShouldAllBe(day =>
            Hessen.IsWorkingDay(day) && !request.Unavailable.Contains(day) && day <= (request.Deadline ?? DateOnly.MaxValue)
        );
        days[0].ShouldBeGreaterThanOrEqualTo(request.From.AddDays(request.PreparationDays));
        events.Sum(row => row.Cost).ShouldBeLessThanOrEqualTo(request.Budget);
        foreach (var item in request.Programme.GroupBy(item => (item.Kind, item.LengthInDays)))
            events.Count(row => (row.Kind, row.LengthInDays) == item.Key).ShouldBe(item.Sum(row => row.Count));
        foreach (var row in events)
            CheckResources(request, row);

        events.Select(row => row.Step).ShouldBe(events.Select(row => row.Step).Order());
        var order = request.TopicAreas.Select(area => area.Key).ToList();
        var counts = order.Select(key => events.Count(row => row.TopicArea?.Key == key)).ToList();
        counts.ShouldBe(counts.OrderDescending());
        if (counts.Count > 0)
            (counts[0] - counts[^1]).ShouldBeLessThanOrEqualTo(1);
        if (events.LastOrDefault(row => row.Kind == EventKind.Kickoff) is { } kickoff)
            foreach (var row in events.Where(row => row.TopicArea is not null))
                row.Day.ShouldBeGreaterThan(kickoff.Day.AddMonths(order.IndexOf(row.TopicArea!.Key) * request.MonthsPerTopicArea));
    }

    static void CheckResources(PlanRequest request, ProposedEvent row)
    {
        request.StartTimes.ShouldContain(row.Start);
        if (!request.Needs.TryGetValue(row.Kind, out var need))
        {
            (row.Venue, row.Moderator, row.Cost).ShouldBe((null, null, request.Programme.First(item => item.Kind == row.Kind).UnitCost));
            return;
        }
        row.Venue.ShouldNotBeNull().Capacity.ShouldBeGreaterThanOrEqualTo(need.Participants!.Value);
        need.Equipment.ShouldBeSubsetOf(row.Venue.Offers);
        need.Languages.ShouldBeSubsetOf(row.Moderator.ShouldNotBeNull().Languages);
        var half = row.LengthInDays * 8 <= 5;
        row.Cost.ShouldBe(
            (half ? row.Venue.Price.HalfDay : row.Venue.Price.Day)
                + (half ? row.Moderator.Price.HalfDay : row.Moderator.Price.Day)
                + need.OtherCosts
        );
        foreach (var one in new[] { row.Venue, row.Moderator })
        {
            one.Hours.ShouldContain(hours => hours.Day == row.Day.DayOfWeek && hours.From <= row.Start && row.End <= hours.To);
            one.Away.ShouldNotContain(range => range.From <= row.Day && row.Day <= range.To);
            request.Taken.ShouldNotContain(taken =>
                taken.Resource == one.Id && taken.Day == row.Day && taken.From < row.End && row.Start < taken.To
            );
        }
    }

    static PlanRequest AnyWithResources(Random random)
    {
        var request = Any(random);
        PlanResource Some(int number, string[] offers) =>
            new()
            {
                Id = Guid.CreateVersion7(),
                Name = $"{number}",
                Capacity = random.Next(10, 80),
                Offers = offers.Where(_ => random.Next(3) > 0).ToHashSet(),
                Languages = Languages.Where(_ => random.Next(3) > 0).ToHashSet(),
                Price = new(random.Next(0, 200), random.Next(200, 600)),
                Hours =
                [
                    .. Enum.GetValues<DayOfWeek>()
                        .Where(_ => random.Next(4) > 0)
                        .Select(day => new WeeklyHours(day, new(random.Next(7, 10), 0), new(random.Next(17, 22), 0))),
                ],
                Away =
                [
                    .. Enumerable
                        .Range(0, random.Next(3))
                        .Select(_ => request.From.AddDays(random.Next(400)))
                        .Select(day => new DayRange(day, day.AddDays(random.Next(40)))),
                ],
            };
        var (venues, moderators) = (
            Enumerable.Range(0, random.Next(2, 6)).Select(number => Some(number, Equipment)).ToList(),
            Enumerable.Range(0, random.Next(2, 6)).Select(number => Some(number, [])).ToList()
        );
        var need = new Need
        {
            Participants = random.Next(10, 50),
            Equipment = [Equipment[random.Next(3)]],
            Moderated = true,
            Languages = [Languages[random.Next(4)]],
            OtherCosts = random.Next(50),
        };
        return request with
        {
            StartTimes = [new(9, 0), new(13, 30)],
            Observances = Integrationskonzept.Planning.Observances.ObservanceCalendar.Choose(null),
            Needs = new Dictionary<EventKind, Need> { [EventKind.Workshop] = need, [EventKind.Kickoff] = need },
            Venues = venues,
            Moderators = moderators,
            Taken =
            [
                .. Enumerable
                    .Range(0, random.Next(300))
                    .Select(_ => new Taken(
                        venues.Concat(moderators).ElementAt(random.Next(venues.Count + moderators.Count)).Id,
                        request.From.AddDays(random.Next(500)),
                        new(9, 0),
                        new(15, 0)
                    )),
            ],
        };
    }

    static PlanRequest Any(Random random)
    {
        var from = new DateOnly(2022, 1, 1).AddDays(random.Next(9 * 365));
        var areas = Enumerable
            .Range(1, random.Next(0, 9))
            .Select(number => new MandatedTopicArea($"feld-{number}", $"Feld {number}"))
            .ToList();
        List<ProgrammeItem> programme =
        [
            new(EventKind.Workshop, "Workshop", random.Next(1, 20), random.Next(20) == 0 ? 1.5m : 0.5m, random.Next(300, 600)),
        ];
        if (random.Next(4) > 0)
            programme.Insert(0, new(EventKind.Kickoff, "Auftakt", random.Next(1, 3), 1, 1000));
        if (random.Next(3) == 0)
            programme.Add(new(EventKind.Hearing, "Anhörung", 1, 0.25m, 0));
        return new()
        {
            TopicAreas = areas,
            Programme = programme,
            MonthsPerTopicArea = random.Next(1, 5),
            Budget = random.Next(5_000, 15_000),
            From = from,
            Deadline = random.Next(3) == 0 ? null : from.AddDays(random.Next(60, 900)),
            PreparationDays = random.Next(0, 40),
            MinDaysBetween = random.Next(1, 10),
            Unavailable = Enumerable.Range(0, random.Next(0, 200)).Select(_ => from.AddDays(random.Next(600))).ToHashSet(),
            Holidays = Integrationskonzept.Planning.Holidays.HolidayCalendar.Find("DE-HE")!,
        };
    }
}
