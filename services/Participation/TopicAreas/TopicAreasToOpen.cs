using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.TopicAreas;

/// <summary>
/// Topic areas that nothing opens by itself: the plan of their mandate is confirmed, and has no workshop for them. All others are the
/// <see cref="TopicAreaOpener"/>'s.
/// </summary>
sealed class TopicAreasToOpen(ParticipationDb db) : ITaskSource
{
    public TaskKind Kind => TaskKind.OpenTopicArea;
    public string Permission => Permissions.TopicAreasManage;

    public Task<FoundTasks> FindAsync(CancellationToken ct) =>
        db
            .TopicAreas.AsNoTracking()
            .Where(row =>
                row.State == TopicAreaState.Upcoming
                && row.OpensAt == null
                && db.TopicAreas.Any(other => other.MandateId == row.MandateId && other.OpensAt != null)
            )
            .OrderBy(row => row.MandateId)
            .ThenBy(row => row.Order)
            .Select(row => new { row.Id, row.Title })
            .ToTasksAsync(
                row => new TaskDto(
                    Kind,
                    new Text($"Themenfeld öffnen: {row.Title}", $"Open the topic area: {row.Title}").ToString(),
                    new(TaskSubjectType.TopicArea, row.Id)
                ),
                ct
            );
}
