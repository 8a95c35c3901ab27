using Google.OrTools.Sat;

namespace Integrationskonzept.Planning;

/// <summary>
/// How models are solved: one worker, a fixed seed and deterministic time, so that the same request always has the same outcome.
/// </summary>
static class Solving
{
    /// <summary>About seconds of a fast core; counted in work, not by the clock.</summary>
    public const double Effort = 8;

    /// <summary>Days for the kickoff that are tried one by one, and the effort for each after the first.</summary>
    const int Tries = 12;
    const double Again = 0.5;

    static readonly IReadOnlySet<PlanRule> Nothing = new HashSet<PlanRule>();

    /// <summary>Where days are slots, cuts in the linear relaxation prove in a tenth of the time; elsewhere they only cost.</summary>
    public static CpSolver Solver(double effort, Deadline? until = null, bool bySlot = false)
    {
        var settings = FormattableString.Invariant($"num_workers:1 random_seed:320 max_deterministic_time:{effort}");
        if (bySlot)
            settings += " linearization_level:2";
        if (until is not null)
            settings += FormattableString.Invariant($" max_time_in_seconds:{until.Left:0.####}");
        return new() { StringParameters = settings };
    }

    /// <summary>What explaining an impossible plan may cost, in the same units.</summary>
    public const double Explaining = 6;

    /// <summary>True unless it is proven that no plan keeps the rules that are not relaxed.</summary>
    public static bool CanBe(PlanRequest request, IReadOnlyList<Item> items, IReadOnlySet<PlanRule> relaxed, Deadline? until = null) =>
        Decide(request, items, relaxed, new(Effort), until: until) != false;

    /// <summary>
    /// Whether some plan keeps the rules that are not relaxed; null if that is not known, or nothing is left to find it out.
    /// </summary>
    public static bool? Decide(
        PlanRequest request,
        IReadOnlyList<Item> items,
        IReadOnlySet<PlanRule> relaxed,
        SolverEffort effort,
        int? months = null,
        DateOnly? deadline = null,
        Deadline? until = null
    )
    {
        if (effort.IsSpent)
            return null;
        var frame = new Frame(request, items, relaxed, months, deadline);
        var model = new CpModel();
        var plan = new PlanModel(model, request, frame, items, relaxed);
        if (!plan.IsPossible)
        {
            effort.Spend(model);
            return false;
        }
        using var solver = Solver(effort.Next, until);
        solver.StringParameters +=
            " linearization_level:0 symmetry_level:0 cp_model_probing_level:0 max_presolve_iterations:1 stop_after_first_solution:true";
        var status = solver.Solve(model);
        effort.Spend(model, solver);
        return status switch
        {
            CpSolverStatus.Infeasible => false,
            CpSolverStatus.Optimal or CpSolverStatus.Feasible => true,
            _ => null,
        };
    }

    /// <summary>The best plan; null if there is none, or none was found in time.</summary>
    public static PlanProposal? Best(PlanRequest request, IReadOnlyList<Item> items, double effort = Effort, Deadline? until = null)
    {
        var frame = new Frame(request, items, Nothing);
        if (request.Previous.Count > 0)
            return At(request, items, frame, null, effort, until, out _);
        // The day that is liked best mostly does. Where it does not, that is mostly seen at once, and the next one is tried; only then all
        // days together.
        foreach (
            var (number, index) in Enumerable
                .Range(0, frame.Anchors.Count)
                .OrderBy(index => Preferences.OfAnchor(request, frame, index))
                .Take(Tries)
                .Index()
        )
        {
            if (At(request, items, frame, index, number == 0 ? effort : Math.Min(effort, Again), until, out var impossible) is { } proposal)
                return proposal;
            if (!impossible)
                break;
        }
        return FirstAnchor(request, items, frame, Math.Max(effort, 1), until) is { } anchor
            ? At(request, items, frame, anchor, effort, until, out _)
            : null;
    }

    /// <summary>The best day for the last kickoff for which the rest of the plan works.</summary>
    static int? FirstAnchor(PlanRequest request, IReadOnlyList<Item> items, Frame frame, double effort, Deadline? until)
    {
        var model = new CpModel();
        var plan = new PlanModel(model, request, frame, items, Nothing);
        if (!plan.IsPossible || plan.Anchor is null)
            return null;
        var points = model.NewIntVar(0, 1_000_000, "");
        model.AddElement(
            plan.Anchor,
            Enumerable.Range(0, frame.Anchors.Count).Select(index => Preferences.OfAnchor(request, frame, index)),
            points
        );
        model.Minimize(points);
        using var solver = Solver(effort, until);
        return solver.Solve(model) is CpSolverStatus.Optimal or CpSolverStatus.Feasible ? (int)solver.Value(plan.Anchor) : null;
    }

    static PlanProposal? At(
        PlanRequest request,
        IReadOnlyList<Item> items,
        Frame frame,
        int? anchor,
        double effort,
        Deadline? until,
        out bool impossible
    )
    {
        var model = new CpModel();
        var plan = new PlanModel(model, request, frame, items, Nothing, anchor);
        if (impossible = !plan.IsPossible)
            return null;
        var targets = anchor is { } index ? Preferences.Targets(frame, items, frame.Anchors[index]) : [];
        model.Minimize(Preferences.Weigh(model, plan, request, targets));
        using var solver = Solver(effort, until, plan.IsBySlot);
        var status = solver.Solve(model);
        impossible = status == CpSolverStatus.Infeasible;
        return status switch
        {
            CpSolverStatus.Optimal => Read(plan, solver, true) with { Bound = (long)solver.BestObjectiveBound },
            CpSolverStatus.Feasible => Read(plan, solver, false) with { Bound = (long)solver.BestObjectiveBound },
            _ => null,
        };
    }

    public static PlanProposal Read(PlanModel plan, CpSolver solver, bool proven) =>
        new([.. plan.Events.Select(row => row.Read(solver)).OrderBy(row => row.Day)], proven);
}
