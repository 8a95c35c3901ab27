using Integrationskonzept.Participation.Screening;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Contributions;

/// <summary>Contributions as the caller sees them.</summary>
static class ContributionViews
{
    public static string Path(this Contribution row, TenantContext tenant) =>
        $"/api/v1/{tenant.Required}/topic-areas/{row.TopicAreaId}/contributions/{row.Id}";

    public static async Task<ContributionDto> ToDtoAsync(this ParticipationDb db, Contribution row, Caller caller, CancellationToken ct) =>
        (await db.ToDtosAsync([row], caller, ct))[0];

    /// <summary>Three queries for a whole page: what the caller supports, where points are shown, and why not all see one.</summary>
    public static async Task<IReadOnlyList<ContributionDto>> ToDtosAsync(
        this ParticipationDb db,
        IReadOnlyList<Contribution> rows,
        Caller caller,
        CancellationToken ct
    )
    {
        var ids = rows.Select(row => row.Id).ToList();
        var supported = await db
            .Supports.Where(row => ids.Contains(row.ContributionId) && row.Supporter == caller.Id)
            .Select(row => row.ContributionId)
            .ToListAsync(ct);
        var areas = rows.Select(row => row.TopicAreaId).Distinct().ToList();
        var counted = await db
            .TopicAreas.Where(area => areas.Contains(area.Id) && area.PrioritisationClosedAt != null)
            .Select(area => area.Id)
            .ToListAsync(ct);
        var notes = await db.NotesAsync([.. rows.Where(row => !row.IsForAll).Select(row => row.Id)], caller.Id, ct);
        return
        [
            .. rows.Select(row =>
                ContributionDto.From(
                    row,
                    caller.Id,
                    supported.Contains(row.Id),
                    counted.Contains(row.TopicAreaId),
                    notes.GetValueOrDefault(row.Id)
                )
            ),
        ];
    }
}
