using Integrationskonzept.Participation.TopicAreas;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Tasks;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Contributions;

/// <summary>Open topic areas with a workshop ahead to which a participant has not contributed. The staff is not urged.</summary>
sealed class ContributionsToMake(ParticipationDb db, Caller caller, TenantClock clock) : ITaskSource
{
    public TaskKind Kind => TaskKind.Contribute;
    public string Permission => Permissions.ContributionsSubmit;

    public async Task<FoundTasks> FindAsync(CancellationToken ct)
    {
        if (!caller.Roles.Contains(Roles.Participant))
            return FoundTasks.None;
        var author = caller.Id;
        var now = clock.GetUtcNow();
        var landkreis = await clock.LandkreisAsync(ct);
        return await db
            .TopicAreas.AsNoTracking()
            .Where(row => row.State == TopicAreaState.Open && (row.LastWorkshopAt == null || row.LastWorkshopAt > now))
            .Where(row =>
                !db.Contributions.Any(made =>
                    made.TopicAreaId == row.Id
                    && (made.State == ContributionState.Standing || made.State == ContributionState.Held)
                    && made.Author == author
                )
            )
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
                    new Text($"Mitreden: {row.Title}", $"Have your say: {row.Title}").ToString(),
                    new(TaskSubjectType.TopicArea, row.Id),
                    row.LastWorkshopAt is { } last ? landkreis.DayOf(last) : null
                ),
                ct
            );
    }
}
