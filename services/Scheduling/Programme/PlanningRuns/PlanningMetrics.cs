using System.Diagnostics.Metrics;
using Integrationskonzept.Planning;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Integrationskonzept.Scheduling.Programme.PlanningRuns;

/// <summary>How planning goes: by outcome, and how long it takes.</summary>
sealed class PlanningMetrics
{
    readonly Counter<long> proposals, runs;
    readonly Histogram<double> proposalSeconds, runSeconds;

    public PlanningMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("Integrationskonzept.Planning");
        proposals = meter.CreateCounter<long>("planning.proposals", description: "Plans asked for, by outcome");
        proposalSeconds = meter.CreateHistogram<double>("planning.proposal.duration", "s", "Time to a proposal or to the reason why there is none");
        runs = meter.CreateCounter<long>("planning.runs", description: "Joint planning runs that ended, by state");
        runSeconds = meter.CreateHistogram<double>("planning.run.duration", "s", "Time from start to end of a joint planning run");
    }

    public PlanOutcome Measure(Func<PlanOutcome> plan, TimeProvider clock)
    {
        var started = clock.GetTimestamp();
        var outcome = plan();
        var tag = new KeyValuePair<string, object?>("outcome", outcome is PlanRefusal refusal ? refusal.Why.Code : "proposed");
        proposals.Add(1, tag);
        proposalSeconds.Record(clock.GetElapsedTime(started).TotalSeconds, tag);
        return outcome;
    }

    public void RunEnded(PlanningRunState state, TimeSpan took)
    {
        var tag = new KeyValuePair<string, object?>("state", state.ToString());
        runs.Add(1, tag);
        runSeconds.Record(took.TotalSeconds, tag);
    }
}

/// <summary>Says when a run is stuck: nobody works on it, or it waits for long.</summary>
sealed class PlanningRunHealth(SchedulingDb db, TimeProvider clock) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow();
        var (silent, old) = (now - 2 * PlanningRunWorker.Lost, now - TimeSpan.FromMinutes(15));
        var stuck = await db.PlanningRuns.CountAsync(row => row.EndedAt == null
            && ((row.State == PlanningRunState.Running && row.HeartbeatAt < silent) || (row.State == PlanningRunState.Queued && row.CreatedAt < old)), ct);
        return stuck == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"{stuck} planning runs are stuck; see docs/operations.");
    }
}
