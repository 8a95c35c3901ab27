using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Programme.Plans;

/// <summary>Mandates that nobody has planned.</summary>
sealed class PlansToPropose(SchedulingDb db) : ITaskSource
{
    public TaskKind Kind => TaskKind.ProposePlan;
    public string Permission => Permissions.PlansWrite;

    public Task<FoundTasks> FindAsync(CancellationToken ct) =>
        db
            .Mandates.AsNoTracking()
            .Where(row => !db.Plans.Any(plan => plan.MandateId == row.Id))
            .OrderBy(row => row.Id)
            .Select(row => new { row.Id, row.Reference })
            .ToTasksAsync(
                row => new TaskDto(
                    Kind,
                    new Text($"Termine planen: Auftrag {row.Reference}", $"Plan the dates: mandate {row.Reference}").ToString(),
                    new(TaskSubjectType.Mandate, row.Id)
                ),
                ct
            );
}
