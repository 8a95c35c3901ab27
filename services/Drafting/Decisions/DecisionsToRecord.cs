using Integrationskonzept.Drafting.Papers;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Tasks;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Drafting.Decisions;

/// <summary>Consultations whose day has passed without a result. Results come in order, so a paper waits for one at a time.</summary>
sealed class DecisionsToRecord(DraftingDb db, TenantClock clock) : ITaskSource
{
    public TaskKind Kind => TaskKind.RecordDecision;
    public string Permission => Permissions.DecisionsRecord;

    public async Task<FoundTasks> FindAsync(CancellationToken ct)
    {
        var today = await clock.TodayAsync(ct);
        var undecided = await db
            .Papers.AsNoTracking()
            .Where(row => row.State == PaperState.Draft || row.State == PaperState.InConsultation)
            .Select(row => new
            {
                row.Id,
                row.Reference,
                row.Consultations,
            })
            .ToListAsync(ct);
        return (
            from paper in undecided
            let next = paper.Consultations.FirstOrDefault(step => step.Decision is null)
            where next?.Date < today
            select new TaskDto(
                Kind,
                new Text(
                    $"Ergebnis eintragen: {paper.Reference}, {next.Organization} am {next.Date:dd.MM.yyyy}",
                    $"Record the result: {paper.Reference}, {next.Organization} on {next.Date:yyyy-MM-dd}"
                ).ToString(),
                new(TaskSubjectType.Paper, paper.Id),
                next.Date
            )
        ).ToTasks();
    }
}
