using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.TopicAreas;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Tasks;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Prioritisation;

/// <summary>Open topic areas with contributions to which a participant has given no points. The staff is not urged.</summary>
sealed class PointsToGive(ParticipationDb db, Caller caller, TenantClock clock) : ITaskSource
{
    public TaskKind Kind => TaskKind.GivePoints;
    public string Permission => Permissions.ContributionsSubmit;

    public async Task<FoundTasks> FindAsync(CancellationToken ct)
    {
        if (!caller.Roles.Contains(Roles.Participant))
            return FoundTasks.None;
        var (giver, landkreis) = (caller.Id, await clock.LandkreisAsync(ct));
        return await db
            .TopicAreas.AsNoTracking()
            .Where(row =>
                row.State == TopicAreaState.Open
                && row.PrioritisationClosedAt == null
                && db.Contributions.Any(made => made.TopicAreaId == row.Id && made.State == ContributionState.Standing)
            )
            .Where(row => !db.Points.Any(given => given.TopicAreaId == row.Id && given.Giver == giver))
            .OrderBy(row => row.LastWorkshopAt)
            .ThenBy(row => row.Order)
            .Select(row => new
            {
                row.Id,
                row.Title,
                row.LastWorkshopAt,
            })
            .ToTasksAsync(
                row => new TaskDto(
                    Kind,
                    new Text($"Punkte vergeben: {row.Title}", $"Give your points: {row.Title}").ToString(),
                    new(TaskSubjectType.TopicArea, row.Id),
                    row.LastWorkshopAt is { } last ? landkreis.DayOf(last) : null
                ),
                ct
            );
    }
}
