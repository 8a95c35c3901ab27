using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Integrationskonzept.Scheduling.Programme.PlanningRuns;

/// <summary>Says when a run is stuck: nobody works on it, or it waits for long.</summary>
sealed class PlanningRunHealth(SchedulingDb db, TimeProvider clock) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow();
        var (silent, old) = (now - 2 * PlanningRunWorker.Lost, now - TimeSpan.FromMinutes(15));
        var stuck = await db.PlanningRuns.CountAsync(
            row =>
                row.EndedAt == null
                && (
                    (row.State == PlanningRunState.Running && row.HeartbeatAt < silent)
                    || (row.State == PlanningRunState.Queued && row.CreatedAt < old)
                ),
            ct
        );
        return stuck == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded($"{stuck} planning runs are stuck; see docs/operations.");
    }
}
