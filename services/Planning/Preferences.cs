using Google.OrTools.Sat;

namespace Integrationskonzept.Planning;

/// <summary>
/// What makes one plan better than another, in points. A day away from an even spread is 10 points (11 when earlier, so that ties are
/// decided), a religious day 14 for each unit of its weight, ten euros 1, the second best start 5. When a plan is made anew, an event that
/// moves is more than all of that together, and one that only changes its place or moderator comes after.
/// </summary>
static class Preferences
{
    public const int Late = 10,
        Early = 11,
        Observance = 14,
        NextStart = 5,
        EuroDivisor = 10;
    const int Moved = 1_000_000,
        MovedDay = 2_000,
        OtherResource = 200_000;

    /// <summary>Points for the day of the last kickoff, before anything else is looked at.</summary>
    public static long OfAnchor(PlanRequest request, Frame frame, int index) =>
        frame.Kickoffs.Count == 0
            ? 0
            : Late * (frame.Anchors[index].DayNumber - frame.Anchors[0].DayNumber)
                + Observance * request.Observances.Weight(frame.Anchors[index]);

    /// <summary>The days on which the events would be spread evenly over the free days of their windows.</summary>
    public static Dictionary<Item, DateOnly> Targets(Frame frame, IReadOnlyList<Item> items, DateOnly anchor)
    {
        var targets = items.Take(frame.Kickoffs.Count).Select((item, index) => (item, day: frame.Kickoffs[index])).ToList();
        foreach (var step in items.Skip(frame.Kickoffs.Count).GroupBy(item => item.Step))
        {
            var (from, to) = frame.Window(anchor, step.Key);
            var days = frame.Free(from, to).ToList();
            var count = step.Count();
            if (days.Count > 0)
                targets.AddRange(step.Select((item, index) => (item, days[(2 * index + 1) * days.Count / (2 * count)])));
        }
        // Titles repeat and records are equal by value: what counts is which one it is.
        var byItem = new Dictionary<Item, DateOnly>(ReferenceEqualityComparer.Instance);
        foreach (var (item, day) in targets)
            byItem[item] = day;
        return byItem;
    }

    /// <summary>The points of a plan, to be minimised.</summary>
    public static LinearExpr Weigh(CpModel model, PlanModel plan, PlanRequest request, Dictionary<Item, DateOnly> targets)
    {
        var terms = new List<LinearExpr>();
        foreach (var row in plan.Events)
        {
            if (row.Slots.Count > 0)
                terms.Add(
                    LinearExpr.WeightedSum(
                        [.. row.Slots.Select(slot => slot.Literal)],
                        [.. row.Slots.Select(slot => OfDay(request, row.Item, slot.Day, targets))]
                    )
                );
            else if (row.Item.Previous is { } previous)
                terms.AddRange(Kept(model, row, previous.Event));
            else if (targets.TryGetValue(row.Item, out var target))
                terms.Add(Away(model, row, PlanModel.Number(target), Late, Early));
            if (row.Slots.Count == 0)
                terms.AddRange(Observed(model, row, request));
            terms.AddRange(row.Starts.Select((start, index) => start.Literal * (NextStart * index)));
            terms.AddRange(
                row.Venues.Concat(row.Moderators)
                    .Where(choice => choice.Resource is not null)
                    .Select(choice => choice.Literal * (long)(choice.Resource!.Price.For(row.Item.Minutes) / EuroDivisor))
            );
        }
        return LinearExpr.Sum(terms);
    }

    /// <summary>The points of a plan that is there.</summary>
    public static long Count(PlanRequest request, PlanProposal plan)
    {
        var items = Item.ListOf(request);
        var frame = new Frame(request, items, new HashSet<PlanRule>());
        var anchor =
            frame.Kickoffs.Count > 0
                ? plan.Events.Last(row => row.Step == 0 && row.Kind == Contracts.EventKind.Kickoff).Day
                : frame.Anchors[0];
        var targets = Targets(frame, items, anchor);
        return plan
            .Events.Zip(items)
            .Sum(pair =>
            {
                var (row, item) = pair;
                return OfDay(request, item, row.Day, targets)
                    + NextStart * Math.Max(0, request.StartTimes.ToList().IndexOf(row.Start))
                    + (long)((row.Venue?.Price.For(item.Minutes) ?? 0) / EuroDivisor)
                    + (long)((row.Moderator?.Price.For(item.Minutes) ?? 0) / EuroDivisor);
            });
    }

    static long OfDay(PlanRequest request, Item item, DateOnly day, Dictionary<Item, DateOnly> targets)
    {
        var away = targets.TryGetValue(item, out var target) ? day.DayNumber - target.DayNumber : 0;
        return (away >= 0 ? Late * away : -Early * away) + Observance * request.Observances.Weight(day);
    }

    static LinearExpr Away(CpModel model, EventModel row, int target, int late, int early)
    {
        var (after, before) = (model.NewIntVar(0, 100_000, ""), model.NewIntVar(0, 100_000, ""));
        model.Add(after >= row.Day - target);
        model.Add(before >= target - row.Day);
        return after * late + before * early;
    }

    static IEnumerable<LinearExpr> Observed(CpModel model, EventModel row, PlanRequest request)
    {
        var weights = row.Days.ToDictionary(day => day, request.Observances.Weight);
        var below = 0;
        foreach (var weight in weights.Values.Where(weight => weight > 0).Distinct().Order())
        {
            var lighter = row.Days.Where(day => weights[day] < weight).ToList();
            var heavy = model.NewBoolVar("");
            if (lighter.Count == 0)
                model.Add(heavy == 1);
            else
                model.AddLinearExpressionInDomain(row.Day, PlanModel.Numbers(lighter)).OnlyEnforceIf(heavy.Not());
            yield return heavy * (Observance * (weight - below));
            below = weight;
        }
    }

    static IEnumerable<LinearExpr> Kept(CpModel model, EventModel row, ProposedEvent before)
    {
        var moved = model.NewBoolVar("");
        model.Add(row.Day == PlanModel.Number(before.Day)).OnlyEnforceIf(moved.Not());
        foreach (var start in row.Starts.Where(start => start.Start != before.Start))
            model.AddImplication(start.Literal, moved);
        yield return moved * Moved;
        yield return Away(model, row, PlanModel.Number(before.Day), MovedDay, MovedDay + 1);
        foreach (var choice in row.Venues.Where(choice => before.Venue is not null && choice.Resource?.Id != before.Venue.Id))
            yield return choice.Literal * OtherResource;
        foreach (var choice in row.Moderators.Where(choice => before.Moderator is not null && choice.Resource?.Id != before.Moderator.Id))
            yield return choice.Literal * OtherResource;
    }
}
