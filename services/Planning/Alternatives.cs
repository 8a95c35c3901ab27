namespace Integrationskonzept.Planning;

/// <summary>Another day for one event, everything else left as it is.</summary>
/// <param name="Event">The event there.</param>
/// <param name="CostDifference">What the plan then costs more, in euros; less, where negative.</param>
/// <param name="Points">How much worse the plan is by its preferences; what has fewer is better.</param>
public sealed record Alternative(ProposedEvent Event, decimal CostDifference, long Points);

/// <summary>Where else each event could be.</summary>
public static class Alternatives
{
    static readonly IReadOnlySet<PlanRule> Nothing = new HashSet<PlanRule>();

    /// <summary>Up to <paramref name="count"/> other days for the event at an index of the plan, the best first.</summary>
    public static IReadOnlyList<Alternative> Find(PlanRequest request, IReadOnlyList<ProposedEvent> plan, int index, int count = 3)
    {
        var items = Item.ListOf(request);
        var now = plan[index];
        var frame = new Frame(request, items, Nothing);
        var item = items.Matching(now, index) with { Title = now.Title };
        var taken = request.Taken.ToLookup(row => (row.Resource, row.Day));
        var left = request.Budget - plan.Sum(row => row.Cost) + now.Cost;
        var from = index == 0 ? frame.First : plan[index - 1].Day.AddDays(frame.Distance);
        var to = index == plan.Count - 1 ? frame.Horizon : plan[index + 1].Day.AddDays(-frame.Distance);
        if (frame.HasWindows && now.Step > 0 && Anchor(plan, frame) is { } anchor)
        {
            from = Later(from, frame.Window(anchor, now.Step).From);
            to = Frame.Earlier(frame.Window(anchor, now.Step).To, to);
        }
        // The windows of all topic areas are counted from the last kickoff: it stays, or none of them would.
        bool Keeps(DateOnly day) =>
            !frame.HasWindows
            || index != frame.Kickoffs.Count - 1
            || plan.Where(row => row.Step > 0)
                .All(row => frame.Window(day, row.Step) is var (begin, end) && begin <= row.Day && row.Day <= end);

        return
        [
            .. frame
                .Free(from, to)
                .Where(day => day != now.Day && Keeps(day))
                .Select(day => Best(request, item, day, taken, left))
                .OfType<ProposedEvent>()
                .Select(other => new Alternative(
                    other,
                    other.Cost - now.Cost,
                    Points(request, other) - Points(request, now) + Preferences.Late * Math.Abs(other.Day.DayNumber - now.Day.DayNumber)
                ))
                .OrderBy(other => other.Points)
                .ThenBy(other => other.Event.Day)
                .Take(count),
        ];
    }

    internal static ProposedEvent? Best(PlanRequest request, Item item, DateOnly day, ILookup<(Guid, DateOnly), Taken> taken, decimal left)
    {
        PlanResource?[] Fitting(bool needed, IReadOnlyList<PlanResource> all, Func<PlanResource, bool> fits, TimeOnly start) =>
            !needed
                ? new PlanResource?[] { null }
                :
                [
                    .. all.Where(one =>
                            fits(one)
                            && one.IsOpen(day, start, start.AddMinutes(item.Minutes))
                            && !taken[(one.Id, day)].Any(row => row.From < start.AddMinutes(item.Minutes) && start < row.To)
                        )
                        .OrderBy(one => one.Price.For(item.Minutes))
                        .Take(1),
                ];

        return request
            .StartTimes.Where(start => start.ToTimeSpan() + TimeSpan.FromMinutes(item.Minutes) <= TimeSpan.FromHours(22))
            .SelectMany(start =>
                from venue in Fitting(
                    item.Need.Participants is not null,
                    request.Venues,
                    one => one.Capacity >= item.Need.Participants && one.Offers.IsSupersetOf(item.Need.Equipment),
                    start
                )
                from moderator in Fitting(
                    item.Need.Moderated,
                    request.Moderators,
                    one => one.Offers.IsSupersetOf(item.Need.Skills) && one.Languages.IsSupersetOf(item.Need.Languages),
                    start
                )
                select item.At(day, start, venue, moderator)
            )
            .Where(row => row.Cost <= left)
            .OrderBy(row => Points(request, row))
            .FirstOrDefault();
    }

    static long Points(PlanRequest request, ProposedEvent row) =>
        Preferences.Observance * request.Observances.Weight(row.Day)
        + (long)(row.Cost / Preferences.EuroDivisor)
        + Preferences.NextStart * Math.Max(0, request.StartTimes.ToList().IndexOf(row.Start));

    internal static DateOnly? Anchor(IReadOnlyList<ProposedEvent> plan, Frame frame) =>
        frame.Kickoffs.Count > 0 ? plan.LastOrDefault(row => row.Step == 0)?.Day : frame.Anchors.Cast<DateOnly?>().FirstOrDefault();

    static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
