using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Drafting.Papers;

/// <summary>
/// Imported papers that are still as they were read, though reading left something open or doubtful. Findings stay with a paper; who
/// corrects it has seen them.
/// </summary>
sealed class FindingsToSettle(DraftingDb db) : ITaskSource
{
    const int AsImported = 1;

    public TaskKind Kind => TaskKind.SettleFindings;
    public string Permission => Permissions.PapersWrite;

    public async Task<FoundTasks> FindAsync(CancellationToken ct)
    {
        var drafts = await db
            .Papers.AsNoTracking()
            .Where(row => row.State == PaperState.Draft && row.Version == AsImported && row.SourceText != null)
            .Select(row => new
            {
                row.Id,
                row.Reference,
                row.Findings,
                row.Consultations,
            })
            .ToListAsync(ct);
        return drafts
            .Select(row => (Paper: row, Count: row.Findings.Count(finding => finding.Severity != "info")))
            .Where(row => row.Count > 0)
            .Select(row => new TaskDto(
                Kind,
                new Text(
                    $"Offene Stellen klären: Vorlage {row.Paper.Reference}",
                    $"Settle what reading left open: paper {row.Paper.Reference}"
                ).ToString(),
                new(TaskSubjectType.Paper, row.Paper.Id),
                row.Paper.Consultations.Min(step => step.Date), // before the first organization deals with it
                row.Count
            ))
            .ToTasks();
    }
}
