using System.Diagnostics;
using Integrationskonzept.Contracts;
using Integrationskonzept.Planning;
using Integrationskonzept.Planning.Holidays;
using Integrationskonzept.Planning.Observances;

namespace Integrationskonzept.Benchmarks;

/// <summary>
/// Planning as the service does it beside a greedy assignment: the 13 events of VL-320/2022 with 6 venues and 8 moderators, and 30
/// Landkreise with 13 events each over 5 shared venues and 6 shared moderators. Targets: under 2 s and under 60 s.
/// </summary>
static class Planning
{
    public static async Task RunAsync()
    {
        var single = One(0, Resources(new(1), 6, 120, false), Resources(new(2), 8, 0, false));
        Planner.Propose(single); // warm: the native library is loaded
        var times = Enumerable.Range(0, 9).Select(_ => Timed(() => Planner.Propose(single)).Seconds).Order().ToList();
        var plan = (PlanProposal)Planner.Propose(single);
        var greedy = Greedy.Plan([single])[0];

        Console.WriteLine($"13 events: {times[4]:0.000} s");
        var requests = Many(30);
        var began = Stopwatch.GetTimestamp();
        double? first = null;
        var joint = Timed(() =>
            new JointPlanner(requests, TimeProvider.System).Plan(
                TimeSpan.FromSeconds(45),
                progress =>
                {
                    last = progress;
                    if (progress.Done == requests.Count)
                        first ??= Stopwatch.GetElapsedTime(began).TotalSeconds;
                    Console.WriteLine(
                        $"{progress.Done} of 30 planned after {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s, "
                            + $"{progress.Solutions} solutions, {progress.Points} points, bound {progress.Bound}"
                    );
                },
                CancellationToken.None
            )
        );
        var solved = joint.Result.OfType<PlanProposal>().ToList();
        var simple = Timed(() => Greedy.Plan([.. requests.Select(row => row.Request)]));
        var collisions = Collisions(solved);

        Console.WriteLine();
        Console.WriteLine($"Planning; {Environment.ProcessorCount} processors");
        Console.WriteLine($"{"", -34}{"plans", 8}{"seconds", 10}{"worst", 10}{"points", 10}{"double", 8}");
        Console.WriteLine(
            $"{"13 events, CP-SAT", -34}{1, 8}{times[4], 10:0.000}{times[^1], 10:0.000}"
                + $"{Score.Of(single, plan.Events), 10}{0, 8}   proven best: {plan.Proven}"
        );
        foreach (var (name, request) in Impossible())
            Console.WriteLine(
                Timed(() => Planner.Propose(request)) is var (said, seconds) && said is PlanRefusal refusal
                    ? $"{name, -34}{0, 8}{seconds, 10:0.0}   {refusal.Why.Code}, smallest: "
                        + $"{refusal.Why.Extensions.GetValueOrDefault("smallest") ?? "-"}"
                    : $"{name, -34}{1, 8}{seconds, 10:0.0}"
            );
        Console.WriteLine(
            $"{"13 events, greedy", -34}{(greedy is null ? 0 : 1), 8}{"", 10}{"", 10}"
                + $"{(greedy is null ? "-" : Score.Of(single, greedy)), 10}{0, 8}"
        );
        Console.WriteLine(
            $"{"30 x 13 events, CP-SAT", -34}{solved.Count, 8}{joint.Seconds, 10:0.0}{"", 10}"
                + $"{PointsOf(requests.Zip(joint.Result, (wish, outcome) => (wish, (outcome as PlanProposal)?.Events))), 10}{collisions, 8}"
                + $"   bound {last!.Bound}, reached {last.Points}, all planned after {first:0.0} s"
        );
        Console.WriteLine(
            $"{"30 x 13 events, greedy", -34}{simple.Result.Count(row => row is not null), 8}{simple.Seconds, 10:0.0}{"", 10}"
                + $"{PointsOf(requests.Zip(simple.Result)), 10}{0, 8}"
        );
        await BenchFile.KeepAsync(
            "planning",
            new
            {
                at = TimeProvider.System.GetUtcNow(),
                processors = Environment.ProcessorCount,
                single = new
                {
                    p50 = times[4],
                    worst = times[^1],
                    proven = plan.Proven,
                    points = Score.Of(single, plan.Events),
                    greedy = greedy is null ? (long?)null : Score.Of(single, greedy),
                },
                joint = new
                {
                    tenants = 30,
                    planned = solved.Count,
                    seconds = joint.Seconds,
                    firstPassSeconds = first,
                    last.Points,
                    last.Bound,
                    collisions,
                    greedyPlanned = simple.Result.Count(row => row is not null),
                },
            }
        );
    }

    static JointProgress? last;

    static long PointsOf(IEnumerable<(JointRequest Wish, IReadOnlyList<ProposedEvent>? Events)> plans) =>
        plans.Sum(plan => plan.Events is null ? 0 : Score.Of(plan.Wish.Request, plan.Events));

    static List<JointRequest> Many(int count)
    {
        var (venues, moderators) = (Resources(new(3), 5, 120, true), Resources(new(4), 6, 0, true));
        return [.. Enumerable.Range(0, count).Select(number => new JointRequest($"landkreis-{number}", One(number, venues, moderators)))];
    }

    static PlanRequest One(int number, IReadOnlyList<PlanResource> venues, IReadOnlyList<PlanResource> moderators)
    {
        var need = new Need
        {
            Participants = 30,
            Equipment = ["beamer"],
            Moderated = true,
            Languages = ["de"],
        };
        return new()
        {
            TopicAreas = [.. Enumerable.Range(1, 6).Select(area => new MandatedTopicArea($"feld-{area}", $"Feld {area}"))],
            Programme = [new(EventKind.Kickoff, "Auftakt", 1, 1, 1000), new(EventKind.Workshop, "Workshop", 12, 0.5m, 500)],
            MonthsPerTopicArea = 2,
            Budget = 9000,
            From = new DateOnly(2026, 1, 12).AddDays(number % 7),
            Deadline = new(2027, 2, 28),
            Holidays = HolidayCalendar.Find("DE-HE")!,
            Unavailable = new HashSet<DateOnly>(),
            StartTimes = [new(9, 0), new(14, 0)],
            Observances = ObservanceCalendar.Choose(null),
            Venues = venues,
            Moderators = moderators,
            Needs = new Dictionary<EventKind, Need> { [EventKind.Kickoff] = need, [EventKind.Workshop] = need },
        };
    }

    /// <summary>What takes long to explain: much to choose from, and money for not quite enough of it.</summary>
    static IEnumerable<(string, PlanRequest)> Impossible()
    {
        PlanRequest Of(int events, int resources, decimal budget, IReadOnlyList<TimeOnly> starts)
        {
            var some = One(0, Resources(new(5), resources, 120, false), Resources(new(6), resources, 0, false));
            return some with
            {
                Programme = [some.Programme[0], new(EventKind.Workshop, "Workshop", events - 1, 0.5m, 500)],
                Budget = budget,
                StartTimes = starts,
                MinDaysBetween = 2,
                Deadline = new(2027, 6, 30),
                Taken =
                [
                    .. some
                        .Venues.Concat(some.Moderators)
                        .SelectMany(
                            (one, number) =>
                                Enumerable
                                    .Range(0, 200)
                                    .Select(day => new Taken(one.Id, some.From.AddDays(number % 7 + (day * 3)), new(8, 0), new(13, 0)))
                        ),
                ],
            };
        }
        yield return ("13 events, 1 euro", Of(13, 8, 1, [new(9, 0)]));
        yield return ("40 events, money is short", Of(40, 20, 40 * 160, [new(9, 0), new(14, 0)]));
        yield return ("80 events, money is short", Of(80, 30, 80 * 140, [new(9, 0), new(11, 0), new(13, 0), new(15, 0)]));
        yield return ("150 events, more than days", Of(150, 30, 150 * 1000, [new(9, 0), new(11, 0), new(13, 0), new(15, 0)]));
    }

    static IReadOnlyList<PlanResource> Resources(Random random, int count, int capacity, bool shared) =>
        [
            .. Enumerable
                .Range(0, count)
                .Select(number => new PlanResource
                {
                    Id = Guid.CreateVersion7(),
                    Name = $"{number}",
                    Capacity = capacity,
                    Offers = new HashSet<string> { "beamer" },
                    Languages = new HashSet<string> { "de" },
                    Shared = shared,
                    Hours =
                    [
                        .. Enum.GetValues<DayOfWeek>()
                            .Where(day => day is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && random.Next(6) > 0)
                            .Select(day => new WeeklyHours(day, new(8, 0), new(20, 0))),
                    ],
                    Price = new(random.Next(50, 250), random.Next(250, 500)),
                }),
        ];

    static int Collisions(List<PlanProposal> plans) =>
        plans
            .SelectMany(plan => plan.Events)
            .SelectMany(row =>
                new[] { row.Venue, row.Moderator }
                    .Where(one => one is { Shared: true })
                    .Select(one => (one!.Id, row.Day, row.Start, row.End))
            )
            .GroupBy(row => (row.Id, row.Day))
            .Sum(group =>
                group
                    .OrderBy(row => row.Start)
                    .Zip(group.OrderBy(row => row.Start).Skip(1))
                    .Count(pair => pair.Second.Start < pair.First.End)
            );

    static (T Result, double Seconds) Timed<T>(Func<T> work)
    {
        var started = Stopwatch.GetTimestamp();
        var result = work();
        return (result, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }
}

/// <summary>
/// The baseline: each event takes the first free day at or after an even spread, with the cheapest venue and moderator; no second thoughts.
/// </summary>
static class Greedy
{
    public static IReadOnlyList<IReadOnlyList<ProposedEvent>?> Plan(IReadOnlyList<PlanRequest> requests)
    {
        var taken = new HashSet<(Guid, DateOnly, TimeOnly)>();
        return [.. requests.Select(request => Plan(request, taken))];
    }

    static List<ProposedEvent>? Plan(PlanRequest request, HashSet<(Guid, DateOnly, TimeOnly)> taken)
    {
        var events = new List<ProposedEvent>();
        var day = request.From.AddDays(request.PreparationDays);
        for (var index = 0; index < 13; index++)
        {
            var days = index == 0 ? 1m : 0.5m;
            var from = day;
            var (first, last) =
                index == 0
                    ? (day, day.AddMonths(2))
                    : (events[0].Day.AddMonths((index - 1) / 2 * 2).AddDays(1), events[0].Day.AddMonths((index - 1) / 2 * 2 + 2));
            if (index > 0)
                from = first.AddDays((last.DayNumber - first.DayNumber) * ((index - 1) % 2 == 0 ? 1 : 3) / 4);
            if (from < day)
                from = day;
            if (Place(request, taken, events, index, from, last, days) is not { } found)
                return null;
            events.Add(found);
            day = found.Day.AddDays(1);
        }
        return events.Sum(row => row.Cost) <= request.Budget ? events : null;
    }

    static ProposedEvent? Place(
        PlanRequest request,
        HashSet<(Guid, DateOnly, TimeOnly)> taken,
        List<ProposedEvent> events,
        int index,
        DateOnly from,
        DateOnly to,
        decimal length
    )
    {
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            if (request.Holidays.OffOn(day) is not null)
                continue;
            foreach (var start in request.StartTimes.Take(length == 1 ? 1 : 2))
            {
                var slots = length == 1 ? request.StartTimes : [start];
                PlanResource? Free(IEnumerable<PlanResource> all) =>
                    all.Where(one =>
                            one.IsOpen(day, start, start.AddHours((double)length * 8))
                            && slots.All(slot => !taken.Contains((one.Id, day, slot)))
                        )
                        .MinBy(one => length == 1 ? one.Price.Day : one.Price.HalfDay);
                if (Free(request.Venues) is not { } venue || Free(request.Moderators) is not { } moderator)
                    continue;
                foreach (var slot in slots)
                {
                    taken.Add((venue.Id, day, slot));
                    taken.Add((moderator.Id, day, slot));
                }
                var cost = length == 1 ? venue.Price.Day + moderator.Price.Day : venue.Price.HalfDay + moderator.Price.HalfDay;
                return new(
                    index == 0 ? EventKind.Kickoff : EventKind.Workshop,
                    "",
                    null,
                    (index + 1) / 2,
                    day,
                    length,
                    cost,
                    start,
                    venue,
                    moderator
                );
            }
        }
        return null;
    }
}

/// <summary>Points that both ways can be measured by: religious days, later starts and money; fewer are better.</summary>
static class Score
{
    public static long Of(PlanRequest request, IReadOnlyList<ProposedEvent> events) =>
        events.Sum(row =>
            14L * request.Observances.Weight(row.Day)
            + 5 * Math.Max(0, request.StartTimes.ToList().IndexOf(row.Start))
            + (long)(row.Cost / 10)
        );
}
