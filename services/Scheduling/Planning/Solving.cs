using Google.OrTools.Sat;

namespace Integrationskonzept.Scheduling.Planning;

/// <summary>How models are solved: one worker, a fixed seed and deterministic time, so that the same request always has the same outcome.</summary>
static class Solving
{
    /// <summary>About seconds of a fast core; counted in work, not by the clock.</summary>
    public const double Effort = 8;

    static readonly IReadOnlySet<PlanRule> Nothing = new HashSet<PlanRule>();

    /// <summary>Where days are slots, cuts in the linear relaxation prove in a tenth of the time; elsewhere they only cost.</summary>
    public static CpSolver Solver(double effort, double? seconds = null, bool bySlot = false) => new()
    {
        StringParameters = FormattableString.Invariant(
            $"num_workers:1 random_seed:320 max_deterministic_time:{effort}{(bySlot ? " linearization_level:2" : "")}{(seconds is { } limit ? $" max_time_in_seconds:{limit}" : "")}"),
    };

    /// <summary>True unless it is proven that no plan keeps the rules that are not relaxed.</summary>
    public static bool CanBe(PlanRequest request, IReadOnlyList<Item> items, IReadOnlySet<PlanRule> relaxed, int? months = null, DateOnly? deadline = null, double? seconds = null)
    {
        var frame = new Frame(request, items, relaxed, months, deadline);
        var model = new CpModel();
        var plan = new PlanModel(model, request, frame, items, relaxed);
        if (!plan.IsPossible) return false;
        using var solver = Solver(0.3, seconds);
        solver.StringParameters += " linearization_level:0 symmetry_level:0 stop_after_first_solution:true";
        return solver.Solve(model) != CpSolverStatus.Infeasible;
    }

    /// <summary>The best plan; null if there is none, or none was found in these seconds, which hold for each of up to three models.</summary>
    public static PlanProposal? Best(PlanRequest request, IReadOnlyList<Item> items, double effort = Effort, double? seconds = null)
    {
        var frame = new Frame(request, items, Nothing);
        if (request.Previous.Count > 0) return At(request, items, frame, null, effort, seconds);
        var cheapest = Enumerable.Range(0, frame.Anchors.Count).OrderBy(index => Preferences.OfAnchor(request, frame, index)).Cast<int?>().FirstOrDefault();
        return cheapest is null ? null : At(request, items, frame, cheapest, effort, seconds)
            ?? (FirstAnchor(request, items, frame, Math.Max(effort, 1), seconds) is { } anchor ? At(request, items, frame, anchor, effort, seconds) : null);
    }

    /// <summary>The best day for the last kickoff for which the rest of the plan works.</summary>
    static int? FirstAnchor(PlanRequest request, IReadOnlyList<Item> items, Frame frame, double effort, double? seconds)
    {
        var model = new CpModel();
        var plan = new PlanModel(model, request, frame, items, Nothing);
        if (!plan.IsPossible || plan.Anchor is null) return null;
        var points = model.NewIntVar(0, 1_000_000, "");
        model.AddElement(plan.Anchor, Enumerable.Range(0, frame.Anchors.Count).Select(index => Preferences.OfAnchor(request, frame, index)), points);
        model.Minimize(points);
        using var solver = Solver(effort, seconds);
        return solver.Solve(model) is CpSolverStatus.Optimal or CpSolverStatus.Feasible ? (int)solver.Value(plan.Anchor) : null;
    }

    static PlanProposal? At(PlanRequest request, IReadOnlyList<Item> items, Frame frame, int? anchor, double effort, double? seconds)
    {
        var model = new CpModel();
        var plan = new PlanModel(model, request, frame, items, Nothing, anchor);
        if (!plan.IsPossible) return null;
        var targets = anchor is { } index ? Preferences.Targets(frame, items, frame.Anchors[index]) : [];
        model.Minimize(Preferences.Of(model, plan, request, targets));
        using var solver = Solver(effort, seconds, plan.IsBySlot);
        return solver.Solve(model) switch
        {
            CpSolverStatus.Optimal => Read(plan, solver, true) with { Bound = (long)solver.BestObjectiveBound },
            CpSolverStatus.Feasible => Read(plan, solver, false) with { Bound = (long)solver.BestObjectiveBound },
            _ => null,
        };
    }

    public static PlanProposal Read(PlanModel plan, CpSolver solver, bool proven) =>
        new([.. plan.Events.Select(row => row.Read(solver)).OrderBy(row => row.Day)], proven);
}
