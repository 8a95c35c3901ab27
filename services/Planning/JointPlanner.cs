using Google.OrTools.Sat;

namespace Integrationskonzept.Planning;

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
/// Plans several Landkreise over venues and moderators that they share. One model of all would be too large to solve in a minute; so each
/// is planned around those before it, the tightest first; one that finds no place is planned together with those who have what it needs;
/// and as long as there is time, those who got less than they would have alone are planned again, alone and together with a neighbour. No
/// two ever share a booking. The time limit holds for all of that: whoever was not reached has the answer that the time was over.
/// </summary>
public sealed class JointPlanner(IReadOnlyList<JointRequest> requests, TimeProvider clock)
{
    static readonly IReadOnlySet<PlanRule> Nothing = new HashSet<PlanRule>();

    /// <summary>Of this many Landkreise one finds a place for who has none, at most.</summary>
    const int Neighbours = 3;

    /// <summary>Effort for each at first, for two together, and for one that finds no place otherwise.</summary>
    const double Quick = 0.3,
        Pair = 1,
        Group = 3;

    /// <summary>Part of the time in which everybody has a turn.</summary>
    const double FirstPass = 0.6;

    readonly PlanOutcome?[] outcomes = new PlanOutcome?[requests.Count];
    readonly PlanProposal?[] ideals = new PlanProposal?[requests.Count];
    readonly long[] points = new long[requests.Count],
        bounds = new long[requests.Count];
    Deadline deadline = new(clock, TimeSpan.Zero);
    int solutions;

    /// <summary>Plans; what was reached until the time is over, or an exception if it is cancelled.</summary>
    public IReadOnlyList<PlanOutcome> Plan(TimeSpan limit, Action<JointProgress> report, CancellationToken ct)
    {
        var order = Enumerable.Range(0, requests.Count).OrderBy(index => Room(requests[index].Request)).ToList();
        var turns = new Deadline(clock, FirstPass * limit);
        deadline = new(clock, limit);
        void Each(IReadOnlyList<int> some, Deadline until, Func<int, Deadline, bool> work)
        {
            foreach (var (number, index) in some.Index())
            {
                ct.ThrowIfCancellationRequested();
                if (until.IsOver)
                    return;
                if (work(index, until.Share(some.Count - number)))
                    report(Progress());
            }
        }

        Each(order, turns, First);
        while (outcomes.Contains(null) && !deadline.IsOver)
            Each([.. order.Where(index => outcomes[index] is null)], deadline, Second);
        foreach (var index in order.Where(index => outcomes[index] is null))
            outcomes[index] = new PlanRefusal(new RunTimeOver());
        report(Progress());
        for (var before = -1; before < solutions && !deadline.IsOver; )
        {
            before = solutions;
            Each(
                [.. order.Where(IsWorse).OrderByDescending(index => points[index] - bounds[index])],
                deadline,
                (index, _) => Improve(index)
            );
        }
        ct.ThrowIfCancellationRequested();
        return outcomes!;
    }

    /// <summary>
    /// Around those who were planned before; false if there is no answer yet. What it would have alone is looked for in the time that this
    /// leaves.
    /// </summary>
    bool First(int index, Deadline turn)
    {
        var alone = requests[index].Request;
        var among = Among(index, []);
        if (Planner.Refuse(alone) is { } refused)
        {
            outcomes[index] = refused;
            return true;
        }
        var items = Item.ListOf(alone);
        if (Solving.Best(among, items, Quick, turn) is { } plan)
        {
            Take(index, plan);
            Wish(index, among.Taken.Count == alone.Taken.Count ? plan : Solving.Best(alone, items, Quick, turn));
        }
        else if (!Solving.CanBe(alone, items, Nothing, turn))
            outcomes[index] = new PlanRefusal(new NoPlanEvenAlone());
        return outcomes[index] is not null;
    }

    /// <summary>With more effort, or by moving others; false if the time was over before that could be said to be in vain.</summary>
    bool Second(int index, Deadline turn)
    {
        var placed =
            Alone(index, Group, turn.Share(2))
            || Enumerable
                .Range(1, Neighbours)
                .Any(count =>
                    Rivals(index).Take(count).ToList() is var rivals
                    && rivals.Count == count
                    && (
                        Together([index, .. rivals], Group, turn.Share(2))
                        || Together([index, .. rivals], Group, turn.Share(2), moveKickoffs: true)
                    )
                );
        if (!placed && !turn.IsOver)
            outcomes[index] = new PlanRefusal(new NoRoomAmongOthers());
        return outcomes[index] is not null;
    }

    /// <summary>What it would have alone, where that was found.</summary>
    void Wish(int index, PlanProposal? ideal) => (ideals[index], bounds[index]) = (ideal, ideal?.Bound ?? 0);

    bool IsWorse(int index) => outcomes[index] is PlanProposal && points[index] > bounds[index];

    /// <summary>Around all others, or together with somebody who has what it would like.</summary>
    bool Improve(int index)
    {
        var alone = requests[index].Request;
        if (ideals[index] is null)
            Wish(index, Solving.Best(alone, Item.ListOf(alone), Quick, deadline));
        return (IsWorse(index) && Alone(index, Quick, deadline))
            | Rivals(index).Take(Neighbours).Any(other => IsWorse(index) && Together([index, other], Pair, deadline));
    }

    /// <summary>Plans one anew around all others; false if that brings nothing.</summary>
    bool Alone(int index, double effort, Deadline until)
    {
        if (until.IsOver || Solving.Best(Among(index, []), Item.ListOf(requests[index].Request), effort, until) is not { } plan)
            return false;
        if (outcomes[index] is PlanProposal && Points(requests[index].Request, plan) >= points[index])
            return false;
        Take(index, plan);
        return true;
    }

    /// <summary>Plans some of them in one model, around the others; false if that brings nothing.</summary>
    bool Together(IReadOnlyList<int> group, double effort, Deadline until, bool moveKickoffs = false)
    {
        if (until.IsOver)
            return false;
        var model = new CpModel();
        var plans = new List<PlanModel>();
        var terms = new List<LinearExpr>();
        foreach (var index in group)
        {
            var request = Among(index, group);
            var items = Item.ListOf(request);
            var frame = new Frame(request, items, Nothing);
            var anchor = Anchor(request, frame, outcomes[index] as PlanProposal);
            var plan = new PlanModel(model, request, frame, items, Nothing, moveKickoffs ? null : anchor);
            if (!plan.IsPossible)
                return false;
            terms.Add(
                Preferences.Weigh(model, plan, request, anchor is { } at ? Preferences.Targets(frame, items, frame.Anchors[at]) : [])
            );
            if (outcomes[index] is PlanProposal known)
                foreach (var (row, before) in plan.Events.Zip(known.Events))
                    row.Hint(model, before);
            plans.Add(plan);
        }
        NoDoubleBookings(model, plans);
        model.Minimize(LinearExpr.Sum(terms));
        using var solver = Solving.Solver(effort, until, plans.TrueForAll(plan => plan.IsBySlot));
        if (solver.Solve(model) is not (CpSolverStatus.Optimal or CpSolverStatus.Feasible))
            return false;
        var found = plans.Select(plan => Solving.Read(plan, solver, false)).ToList();
        var missing = group.Any(index => outcomes[index] is not PlanProposal);
        var (now, then) = (
            group.Sum(index => points[index]),
            group.Select((index, number) => Points(requests[index].Request, found[number])).Sum()
        );
        if (!missing && then >= now)
            return false;
        foreach (var (number, index) in group.Index())
            Take(index, found[number]);
        return true;
    }

    /// <summary>Where the kickoff is already, so that there is a plan to begin with; else where it is liked best.</summary>
    static int? Anchor(PlanRequest request, Frame frame, PlanProposal? known) =>
        request.Previous.Count > 0 || frame.Anchors.Count == 0 ? null
        : known is not null && frame.Kickoffs.Count > 0 ? frame.Anchors.IndexOf(known.Events[frame.Kickoffs.Count - 1].Day)
        : Enumerable.Range(0, frame.Anchors.Count).MinBy(candidate => Preferences.OfAnchor(request, frame, candidate));

    static void NoDoubleBookings(CpModel model, List<PlanModel> plans)
    {
        var uses = new List<(Guid Resource, IntervalVar Interval)>();
        foreach (var row in plans.SelectMany(plan => plan.Events))
        {
            var shared = row.Venues.Concat(row.Moderators).Where(choice => choice.Resource is { Shared: true }).ToList();
            if (shared.Count == 0)
                continue;
            var begin = model.NewIntVar(0, 100_000_000, "");
            model.Add(
                begin
                    == row.Day * 1440
                        + LinearExpr.WeightedSum(
                            [.. row.Starts.Select(start => start.Literal)],
                            [.. row.Starts.Select(start => (long)start.Start.ToTimeSpan().TotalMinutes)]
                        )
            );
            uses.AddRange(
                shared.Select(choice =>
                    (choice.Resource!.Id, model.NewOptionalFixedSizeIntervalVar(begin, row.Item.Minutes, choice.Literal, ""))
                )
            );
        }
        foreach (var resource in uses.GroupBy(use => use.Resource))
            model.AddNoOverlap(resource.Select(use => use.Interval));
    }

    /// <summary>The request, with what all others have taken, except for those of its group.</summary>
    PlanRequest Among(int index, IReadOnlyCollection<int> group)
    {
        var taken = new List<Taken>(requests[index].Request.Taken);
        foreach (var (other, outcome) in outcomes.Index())
            if (other != index && !group.Contains(other) && outcome is PlanProposal plan)
                taken.AddRange(plan.Events.SelectMany(Bookings));
        return requests[index].Request with { Taken = taken };
    }

    /// <summary>Those who have most of what this one would have alone, and then most of what it could use.</summary>
    IEnumerable<int> Rivals(int index)
    {
        var shared = requests[index]
            .Request.Venues.Concat(requests[index].Request.Moderators)
            .Where(one => one.Shared)
            .Select(one => one.Id)
            .ToHashSet();
        var ideal = (ideals[index]?.Events ?? []).SelectMany(Bookings).ToLookup(row => (row.Resource, row.Day));
        return
        [
            .. outcomes
                .Index()
                .Where(row => row.Index != index && row.Item is PlanProposal)
                .Select(row =>
                    (
                        row.Index,
                        Has: ((PlanProposal)row.Item!)
                            .Events.SelectMany(Bookings)
                            .Where(booking => shared.Contains(booking.Resource))
                            .ToList()
                    )
                )
                .Where(row => row.Has.Count > 0)
                .OrderByDescending(row =>
                    row.Has.Count(booking =>
                        ideal[(booking.Resource, booking.Day)].Any(wish => wish.From < booking.To && booking.From < wish.To)
                    )
                )
                .ThenByDescending(row => row.Has.Count)
                .ThenBy(row => row.Index)
                .Select(row => row.Index),
        ];
    }

    static IEnumerable<Taken> Bookings(ProposedEvent row) =>
        new[] { row.Venue, row.Moderator }
            .Where(one => one is { Shared: true })
            .Select(one => new Taken(one!.Id, row.Day, row.Start, row.End));

    void Take(int index, PlanProposal plan)
    {
        outcomes[index] = plan;
        points[index] = Points(requests[index].Request, plan);
        solutions++;
    }

    JointProgress Progress() => new(outcomes.Count(outcome => outcome is not null), solutions, points.Sum(), bounds.Sum(), [.. outcomes]);

    /// <summary>Ways to place an event: who has few comes first.</summary>
    static int Room(PlanRequest request) => (1 + request.Venues.Count) * (1 + request.Moderators.Count) * request.StartTimes.Count;

    static long Points(PlanRequest request, PlanProposal plan) => Preferences.Count(request, plan);
}

/// <summary>The others of the run have what it would need.</summary>
public sealed class NoRoomAmongOthers()
    : ServiceDefaults.Errors.UnprocessableProblem(
        "no-room-among-others",
        new(
            "Neben den anderen Landkreisen dieses Laufs fand sich kein Plan. Nennen Sie weitere Orte, Moderationen oder Anfangszeiten.",
            "No plan was found beside the other Landkreise of this run. Name further venues, moderators or start times."
        )
    );

/// <summary>It had no turn before the time of the run was over.</summary>
public sealed class RunTimeOver()
    : ServiceDefaults.Errors.UnprocessableProblem(
        "run-time-over",
        new(
            "Die Zeit dieses Laufs war zu Ende, bevor für diesen Landkreis ein Plan gefunden war. Geben Sie dem Lauf mehr "
                + "Zeit, oder planen Sie weniger Landkreise auf einmal.",
            "The time of this run was over before a plan was found for this Landkreis. Give the run more time, or plan "
                + "fewer Landkreise at once."
        )
    );

/// <summary>Its own rules can't be kept together, whoever else is planned.</summary>
public sealed class NoPlanEvenAlone()
    : ServiceDefaults.Errors.UnprocessableProblem(
        "plan-does-not-fit",
        new(
            "Auch für sich allein ist dieser Landkreis nicht zu planen. Welche Regeln sich widersprechen, sagt ein eigener Vorschlag.",
            "This Landkreis can't be planned by itself either. A proposal of its own says which rules are in conflict."
        )
    );
