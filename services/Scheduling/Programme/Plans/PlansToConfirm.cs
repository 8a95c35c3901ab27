using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Programme.Plans;

/// <summary>Proposals that can become binding: no other plan of their mandate is, but for the one that they were made from.</summary>
sealed class PlansToConfirm(SchedulingDb db) : ITaskSource
{
    public TaskKind Kind => TaskKind.ConfirmPlan;
    public string Permission => Permissions.PlansWrite;

    public Task<FoundTasks> FindAsync(CancellationToken ct) =>
        db
            .Plans.AsNoTracking()
            .Where(row => row.State == PlanState.Proposed)
            .Where(row =>
                !db.Plans.Any(other =>
                    other.MandateId == row.MandateId
                    && other.State == PlanState.Confirmed
                    && (row.Replaces == null || other.Id != row.Replaces)
                )
            )
            .OrderBy(row => row.Id)
            .Select(row => new
            {
                row.Id,
                row.Replaces,
                Reference = db.Mandates.Where(mandate => mandate.Id == row.MandateId).Select(mandate => mandate.Reference).First(),
            })
            .ToTasksAsync(
                row => new TaskDto(
                    Kind,
                    (
                        row.Replaces is null
                            ? new Text($"Plan bestätigen: Auftrag {row.Reference}", $"Confirm the plan: mandate {row.Reference}")
                            : new Text(
                                $"Geänderten Plan bestätigen: Auftrag {row.Reference}",
                                $"Confirm the changed plan: mandate {row.Reference}"
                            )
                    ).ToString(),
                    new(TaskSubjectType.Plan, row.Id)
                ),
                ct
            );
}
