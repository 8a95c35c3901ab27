using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Programme.PlanningRuns;

static class PlanningRunChanges
{
    /// <summary>Worker and callers change a run one after the other.</summary>
    public static Task<PlanningRun> ChangeAsync(this SchedulingDb db, Guid id, Action<PlanningRun> change, CancellationToken ct) =>
        db.InTransactionAsync(
            async () =>
            {
                var run =
                    await db.PlanningRuns.FromSql($"select * from planning_runs where id = {id} for update").SingleOrDefaultAsync(ct)
                    ?? throw new NotFoundProblem();
                change(run);
                await db.SaveChangesAsync(ct);
                return run;
            },
            ct
        );
}
