using Integrationskonzept.Planning;
using Integrationskonzept.Scheduling.Programme.Plans;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Scheduling.Programme.PlanningRuns;

/// <summary>How far a run is.</summary>
public enum PlanningRunState
{
    /// <summary>Waits for its turn.</summary>
    Queued,

    /// <summary>Is being worked on.</summary>
    Running,

    /// <summary>Every Landkreis has its answer: a proposal, or the reason why there is none.</summary>
    Done,

    /// <summary>Was stopped; nothing was proposed.</summary>
    Cancelled,

    /// <summary>Ended without a result, for the reason that is said.</summary>
    Failed,
}

/// <summary>What became of one Landkreis.</summary>
public enum PlanningRunOutcome
{
    /// <summary>Not yet known.</summary>
    Waiting,

    /// <summary>There is a place for each of its events; the proposal is made at the end of the run.</summary>
    Planned,

    /// <summary>It has a new proposal.</summary>
    Proposed,

    /// <summary>There is no plan for it; its coordinators learn the rules in conflict by proposing themselves.</summary>
    Refused,

    /// <summary>It has no proposal that could be planned together with the others.</summary>
    NothingToPlan,
}

/// <summary>One Landkreis in a run.</summary>
/// <param name="Tenant">Its slug.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="PlanId">Its new proposal.</param>
/// <param name="Problem">Code of the problem, where there is no plan.</param>
public sealed record PlanningRunPart(string Tenant, PlanningRunOutcome Outcome, Guid? PlanId = null, string? Problem = null);

/// <summary>A proposal as it is made at the end of a run.</summary>
public sealed record RunProposal(
    string Tenant,
    Guid PlanId,
    Guid MandateId,
    PlanTerms Terms,
    decimal Budget,
    IReadOnlyList<PlannedEvent> Events
)
{
    /// <summary>The plan that the Landkreis gets.</summary>
    public Plan Propose(DateTimeOffset now) => Plan.Propose(PlanId, MandateId, Terms, Budget, Events, now);
}

/// <summary>
/// Plans several Landkreise together, over venues and moderators that they share. A job of the platform: it carries the tenants as data,
/// and does the work of each within that tenant.
/// </summary>
public sealed class PlanningRun : IVersioned
{
    /// <summary>A run that was started so often without an end is given up.</summary>
    public const int MostAttempts = 3;

    public Guid Id { get; init; } = SequentialId.Next();
    public int Version { get; private set; } = 1;
    public PlanningRunState State { get; private set; }
    public required List<PlanningRunPart> Parts { get; set; }
    public required int LimitSeconds { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? StartedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public DateTimeOffset? HeartbeatAt { get; private set; }
    public int Attempts { get; private set; }
    public bool CancelRequested { get; private set; }

    /// <summary>Plans found so far, better ones included.</summary>
    public int Solutions { get; private set; }

    /// <summary>Points of the best plans together; fewer are better. And what they can't fall below.</summary>
    public long? Points { get; private set; }
    public long? Bound { get; private set; }

    /// <summary>Why it failed.</summary>
    public string? Failure { get; private set; }

    /// <summary>
    /// What the planning came to, from its end until every Landkreis has its proposal: whoever takes the run up again goes on from here, so
    /// that all proposals are of the same planning, and nobody gets two.
    /// </summary>
    public List<RunProposal>? Proposals { get; private set; }

    public bool IsOver => State is PlanningRunState.Done or PlanningRunState.Cancelled or PlanningRunState.Failed;

    public void Start(DateTimeOffset now)
    {
        State = PlanningRunState.Running;
        StartedAt = now;
        HeartbeatAt = now;
        Attempts++;
        if (Proposals is null)
        {
            Solutions = 0;
            Points = null;
            Bound = null;
            Parts = [.. Parts.Select(part => new PlanningRunPart(part.Tenant, PlanningRunOutcome.Waiting))];
        }
        Version++;
    }

    /// <summary>The planning is over; from now on it can't be cancelled any more.</summary>
    public void Settle(IEnumerable<PlanningRunPart> parts, IEnumerable<RunProposal> proposals, DateTimeOffset now)
    {
        Parts = [.. parts];
        Proposals = [.. proposals];
        HeartbeatAt = now;
        Version++;
    }

    /// <summary>One has its proposal.</summary>
    public void Proposed(RunProposal proposal, DateTimeOffset now)
    {
        Parts =
        [
            .. Parts.Select(part =>
                part.Tenant == proposal.Tenant ? part with { Outcome = PlanningRunOutcome.Proposed, PlanId = proposal.PlanId } : part
            ),
        ];
        HeartbeatAt = now;
        Version++;
    }

    public void Report(int solutions, long points, long bound, IEnumerable<PlanningRunPart> parts, DateTimeOffset now)
    {
        Solutions = solutions;
        Points = points;
        Bound = bound;
        Parts = [.. parts];
        HeartbeatAt = now;
        Version++;
    }

    public void Beat(DateTimeOffset now) => HeartbeatAt = now;

    /// <summary>Stops it: at once if it waits, soon if it is being worked on.</summary>
    public void Cancel(DateTimeOffset now)
    {
        if (IsOver || Proposals is not null)
            throw new PlanningRunOver();
        CancelRequested = true;
        if (State == PlanningRunState.Queued)
            End(PlanningRunState.Cancelled, null, now);
        else
            Version++;
    }

    public void End(PlanningRunState state, string? failure, DateTimeOffset now)
    {
        State = state;
        Failure = failure;
        EndedAt = now;
        Proposals = null;
        Version++;
    }
}

sealed class PlanningRunTable : IEntityTypeConfiguration<PlanningRun>
{
    public void Configure(EntityTypeBuilder<PlanningRun> run)
    {
        run.Property(row => row.Id).ValueGeneratedNever();
        run.Property(row => row.Version).IsConcurrencyToken();
        run.Property(row => row.State).HasConversion<string>();
        run.Property(row => row.Parts).HasJson();
        run.Property(row => row.Proposals).HasJson();
        run.Ignore(row => row.IsOver);
        run.HasIndex(row => row.CreatedAt).HasFilter("ended_at is null");
    }
}

/// <summary>It has ended.</summary>
public sealed class PlanningRunOver()
    : ConflictProblem("planning-run-over", new("Dieser Lauf ist schon zu Ende.", "This run has ended already."));
