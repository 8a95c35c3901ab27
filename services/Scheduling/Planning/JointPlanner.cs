using Google.OrTools.Sat;

namespace Integrationskonzept.Scheduling.Planning;

/// <summary>One of several plans that are made together.</summary>
/// <param name="Tenant">Whose it is.</param>
/// <param name="Request">What it depends on; bookings of those who are planned together come on top.</param>
public sealed record JointRequest(string Tenant, PlanRequest Request);

/// <summary>How far planning together is.</summary>
/// <param name="Done">Plans that have an answer.</param>
/// <param name="Solutions">Plans found so far, better ones included.</param>
/// <param name="Points">Points of the plans together; fewer are better.</param>
/// <param name="Bound">What they can't fall below: each plan's points, were it alone.</param>
/// <param name="Outcomes">The answers so far, in the order of the requests; null where there is none yet.</param>
public sealed record JointProgress(int Done, int Solutions, long Points, long Bound, IReadOnlyList<PlanOutcome?> Outcomes);

/// <summary>
/// Plans several Landkreise over venues and moderators that they share. One model of all would be too large to solve in a minute; so each is planned
/// around those before it, the tightest first; one that finds no place is planned together with those who have what it needs; and as long as there is
/// time, those who got less than they would have alone are planned together again with their neighbours. No two ever share a booking.
/// </summary>
public sealed class JointPlanner(IReadOnlyList<JointRequest> requests, TimeProvider clock)
{
    static readonly IReadOnlySet<PlanRule> Nothing = new HashSet<PlanRule>();

    /// <summary>Of this many Landkreise one finds a place for who has none, at most.</summary>
    const int Neighbours = 3;

    /// <summary>Effort for each at first; what it leaves is looked for while there is time.</summary>
    const double Quick = 0.3;

    readonly PlanOutcome?[] outcomes = new PlanOutcome?[requests.Count];
    readonly long[] points = new long[requests.Count], bounds = new long[requests.Count];
    int solutions;

    /// <summary>Plans; what was reached until the time is over, or an exception if it is cancelled.</summary>
    public IReadOnlyList<PlanOutcome> Plan(TimeSpan limit, Action<JointProgress> report, CancellationToken ct)
    {
        var started = clock.GetTimestamp();
        bool HasTime() => clock.GetElapsedTime(started) < limit;
        var order = Enumerable.Range(0, requests.Count).OrderBy(index => Room(requests[index].Request)).ToList();
        foreach (var index in order)
        {
            ct.ThrowIfCancellationRequested();
            First(index, HasTime);
            report(Progress());
        }
        foreach (var index in order.Where(index => points[index] > bounds[index]))
        {
            ct.ThrowIfCancellationRequested();
            if (!HasTime()) break;
            if (Together([index, .. Rivals(index).Take(1)], 1)) report(Progress());
        }
        return outcomes!;
    }

    void First(int index, Func<bool> hasTime)
    {
        var alone = requests[index].Request;
        if (Planner.Refuse(alone) is { } refused)
        {
            outcomes[index] = refused;
            return;
        }
        var items = Item.Of(alone);
        if (Solving.Best(alone, items, Quick) is not { } ideal)
        {
            outcomes[index] = Planner.Propose(alone);
            return;
        }
        bounds[index] = ideal.Bound;
        var among = Among(index, []);
        var plan = IsFree(index, ideal) ? ideal : Solving.Best(among, items, Quick);
        if (plan is not null) Take(index, plan);
        else if (!hasTime() || !Enumerable.Range(1, Neighbours).Any(count => Together([index, .. Rivals(index).Take(count)], 3) || Together([index, .. Rivals(index).Take(count)], 3, moveKickoffs: true)))
            outcomes[index] = new PlanRefusal(new NoRoomAmongOthers());
    }

    /// <summary>Plans some of them in one model, around the others; false if that brings nothing.</summary>
    bool Together(IReadOnlyList<int> group, double effort, bool moveKickoffs = false)
    {
        if (group.Count < 2) return false;
        var model = new CpModel();
        var plans = new List<PlanModel>();
        var terms = new List<LinearExpr>();
        foreach (var index in group)
        {
            var request = Among(index, group);
            var items = Item.Of(request);
            var frame = new Frame(request, items, Nothing);
            var anchor = request.Previous.Count > 0 || frame.Anchors.Count == 0 ? (int?)null
                : Enumerable.Range(0, frame.Anchors.Count).MinBy(candidate => Preferences.OfAnchor(request, frame, candidate));
            var plan = new PlanModel(model, request, frame, items, Nothing, moveKickoffs ? null : anchor);
            if (!plan.IsPossible) return false;
            terms.Add(Preferences.Of(model, plan, request, anchor is { } at ? Preferences.Targets(frame, items, frame.Anchors[at]) : []));
            plans.Add(plan);
        }
        NoDoubleBookings(model, plans);
        model.Minimize(LinearExpr.Sum(terms));
        using var solver = Solving.Solver(effort);
        if (solver.Solve(model) is not (CpSolverStatus.Optimal or CpSolverStatus.Feasible)) return false;
        var found = plans.Select(plan => Solving.Read(plan, solver, false)).ToList();
        var missing = group.Any(index => outcomes[index] is not PlanProposal);
        var (now, then) = (group.Sum(index => points[index]), group.Select((index, number) => Points(requests[index].Request, found[number])).Sum());
        if (!missing && then >= now) return false;
        foreach (var (number, index) in group.Index()) Take(index, found[number]);
        return true;
    }

    static void NoDoubleBookings(CpModel model, List<PlanModel> plans)
    {
        var uses = new List<(Guid Resource, IntervalVar Interval)>();
        foreach (var row in plans.SelectMany(plan => plan.Events))
        {
            var shared = row.Venues.Concat(row.Moderators).Where(choice => choice.Resource is { Shared: true }).ToList();
            if (shared.Count == 0) continue;
            var begin = model.NewIntVar(0, 100_000_000, "");
            model.Add(begin == row.Day * 1440 + LinearExpr.WeightedSum([.. row.Starts.Select(start => start.Literal)], [.. row.Starts.Select(start => (long)start.Start.ToTimeSpan().TotalMinutes)]));
            uses.AddRange(shared.Select(choice => (choice.Resource!.Id, model.NewOptionalFixedSizeIntervalVar(begin, row.Item.Minutes, choice.Literal, ""))));
        }
        foreach (var resource in uses.GroupBy(use => use.Resource)) model.AddNoOverlap(resource.Select(use => use.Interval));
    }

    /// <summary>The request, with what all others have taken, except for those of its group.</summary>
    PlanRequest Among(int index, IReadOnlyCollection<int> group)
    {
        var taken = new List<Taken>(requests[index].Request.Taken);
        foreach (var (other, outcome) in outcomes.Index())
            if (other != index && !group.Contains(other) && outcome is PlanProposal plan) taken.AddRange(plan.Events.SelectMany(Bookings));
        return requests[index].Request with { Taken = taken };
    }

    bool IsFree(int index, PlanProposal ideal)
    {
        var taken = outcomes.Where((_, other) => other != index).OfType<PlanProposal>().SelectMany(plan => plan.Events.SelectMany(Bookings)).ToLookup(row => (row.Resource, row.Day));
        return ideal.Events.SelectMany(Bookings).All(row => taken[(row.Resource, row.Day)].All(other => other.To <= row.From || row.To <= other.From));
    }

    /// <summary>Those who have most of what this one could use.</summary>
    IEnumerable<int> Rivals(int index)
    {
        var shared = requests[index].Request.Venues.Concat(requests[index].Request.Moderators).Where(one => one.Shared).Select(one => one.Id).ToHashSet();
        return outcomes.Index().Where(row => row.Index != index && row.Item is PlanProposal)
            .Select(row => (row.Index, Count: ((PlanProposal)row.Item!).Events.SelectMany(Bookings).Count(booking => shared.Contains(booking.Resource))))
            .Where(row => row.Count > 0).OrderByDescending(row => row.Count).ThenBy(row => row.Index).Select(row => row.Index);
    }

    static IEnumerable<Taken> Bookings(ProposedEvent row) =>
        new[] { row.Venue, row.Moderator }.Where(one => one is { Shared: true }).Select(one => new Taken(one!.Id, row.Day, row.Start, row.End));

    void Take(int index, PlanProposal plan)
    {
        (outcomes[index], points[index]) = (plan, Points(requests[index].Request, plan));
        solutions++;
    }

    JointProgress Progress() => new(outcomes.Count(outcome => outcome is not null), solutions, points.Sum(), bounds.Sum(), [.. outcomes]);

    /// <summary>Ways to place an event: who has few comes first.</summary>
    static int Room(PlanRequest request) => (1 + request.Venues.Count) * (1 + request.Moderators.Count) * request.StartTimes.Count;

    static long Points(PlanRequest request, PlanProposal plan) => Preferences.Of(request, plan);
}

/// <summary>The others of the run have what it would need.</summary>
public sealed class NoRoomAmongOthers() : ServiceDefaults.Errors.UnprocessableProblem("no-room-among-others", new(
    "Neben den anderen Landkreisen dieses Laufs fand sich kein Plan. Nennen Sie weitere Orte, Moderationen oder Anfangszeiten.",
    "No plan was found beside the other Landkreise of this run. Name further venues, moderators or start times."));
