namespace Integrationskonzept.Planning;

/// <summary>
/// Makes the best plan that keeps every rule, or says which rules can't be kept together and what would fit. Pure: no clock, no database.
/// </summary>
public static class Planner
{
    static readonly IReadOnlySet<PlanRule> Nothing = new HashSet<PlanRule>();

    /// <summary>Proposes a plan.</summary>
    /// <param name="request">All that it depends on.</param>
    /// <param name="explaining">Work that explaining may take where there is no plan, in the solver's deterministic time.</param>
    public static PlanOutcome Propose(PlanRequest request, double explaining = Solving.Explaining)
    {
        if (Refuse(request) is { } refused)
            return refused;
        var items = Item.ListOf(request);
        if (Solving.Best(request, items) is { } proposal)
            return proposal;
        var effort = new SolverEffort(explaining);
        return new PlanRefusal(
            Conflict.Find(request, items, effort) is { } conflict ? Explain(request, items, conflict, effort) : new PlanNotFound()
        );
    }

    /// <summary>What can be said before anything is computed.</summary>
    internal static PlanRefusal? Refuse(PlanRequest request)
    {
        if (request.Previous.Count == 0)
        {
            if (request.Programme.Sum(item => item.Count) is < 1 or > 500)
                return new(new ProgrammeNotPlannable());
            if (request.Programme.FirstOrDefault(item => item.LengthInDays is <= 0 or > 1) is { } odd)
                return new(new EventTooLong(odd.Title, odd.LengthInDays));
        }
        var known = request.Holidays.Covers(request.From);
        var items = known ? Item.ListOf(request) : [];
        if (BudgetLimit.Check(items.Where(item => !item.Need.IsPriced).Sum(item => item.Cost), request.Budget) is { } exceeded)
            return new(exceeded);
        return !known ? new(new HolidaysUnknown(request.From, request.Holidays.Data))
            : request.Previous.Count == 0 && Beyond(request, items) is { } day ? new(new HolidaysUnknown(day, request.Holidays.Data))
            : null;
    }

    /// <summary>A day that the plan would need and of which nobody knows whether it is free.</summary>
    static DateOnly? Beyond(PlanRequest request, IReadOnlyList<Item> items, int? months = null, DateOnly? deadline = null)
    {
        var frame = new Frame(request, items, Nothing, months, deadline);
        if (frame.Anchors.Count == 0)
            return frame.Horizon == frame.Limit ? null : frame.Horizon.AddDays(1);
        foreach (var step in items.Where(item => item.Step > 0).Select(item => item.Step).Distinct())
        {
            if (!frame.LeavesTime(frame.Anchors[0], step))
                return null;
            var to = Frame.Earlier(frame.Limit, frame.Window(frame.Anchors[0], step).To);
            if (!request.Holidays.Covers(to))
                return to;
        }
        return null;
    }

    static PlanDoesNotFit Explain(PlanRequest request, IReadOnlyList<Item> items, Conflict conflict, SolverEffort rest)
    {
        // What would fit is looked for with what the conflict has left, and a little in any case.
        var effort = new SolverEffort(1);
        effort.Return(rest);
        if (request.Previous.Count > 0)
            return new(conflict, request, [], null, null);
        bool Fits(int? months, DateOnly? deadline) =>
            Beyond(request, items, months, deadline) is null && Solving.Decide(request, items, Nothing, effort, months, deadline) == true;

        var fewer = Enumerable.Range(1, request.MonthsPerTopicArea - 1).Reverse().Cast<int?>().FirstOrDefault(months => Fits(months, null));
        if (request.Deadline is not { } deadline)
            return new(conflict, request, [], null, fewer);

        var unlimited = request with { Deadline = null };
        var free = Beyond(unlimited, items) is null && !effort.IsSpent ? Solving.Best(unlimited, items, 2) : null;
        return new(
            conflict,
            request,
            [.. free?.Events.Where(row => row.Day > deadline) ?? []],
            FirstDeadline(unlimited, items, deadline, Fits),
            fewer
        );
    }

    /// <summary>
    /// Later deadlines only ever allow more, as far as holidays are known; so the first one that will do is found by halving.
    /// </summary>
    static DateOnly? FirstDeadline(PlanRequest unlimited, IReadOnlyList<Item> items, DateOnly deadline, Func<int?, DateOnly?, bool> fits)
    {
        var frame = new Frame(unlimited, items, Nothing);
        if (frame.Anchors.Count == 0)
            return null;
        var low = deadline < unlimited.From ? unlimited.From : deadline.AddDays(1);
        var high = Frame.Earlier(frame.Window(frame.Anchors[^1], items[^1].Step).To, frame.Horizon);
        if (high < low || !fits(null, high))
            return null;
        while (low < high)
        {
            var middle = low.AddDays((high.DayNumber - low.DayNumber) / 2);
            if (fits(null, middle))
                high = middle;
            else
                low = middle.AddDays(1);
        }
        return low;
    }
}
