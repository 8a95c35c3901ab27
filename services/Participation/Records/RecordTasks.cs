using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.TopicAreas;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Tasks;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Records;

/// <summary>Records that say nothing, though by plan the last workshop of their topic area is over.</summary>
sealed class RecordsToWrite(ParticipationDb db, TenantClock clock) : ITaskSource
{
    public TaskKind Kind => TaskKind.WriteRecord;
    public string Permission => Permissions.RecordsWrite;

    public Task<FoundTasks> FindAsync(CancellationToken ct) =>
        db.TopicAreasAfterWorkshopsAsync(
            clock,
            isWritten: false,
            (id, title, day) =>
                new(
                    Kind,
                    new Text($"Ergebnisse festhalten: {title}", $"Write the record: {title}").ToString(),
                    new(TaskSubjectType.TopicArea, id),
                    day
                ),
            ct
        );
}

/// <summary>Topic areas whose record is written and whose last workshop is over by plan.</summary>
sealed class TopicAreasToConclude(ParticipationDb db, TenantClock clock) : ITaskSource
{
    public TaskKind Kind => TaskKind.ConcludeTopicArea;
    public string Permission => TopicAreaConclusion.WhoMay;

    public Task<FoundTasks> FindAsync(CancellationToken ct) =>
        db.TopicAreasAfterWorkshopsAsync(
            clock,
            isWritten: true,
            (id, title, day) =>
                new(
                    Kind,
                    new Text($"Themenfeld abschließen: {title}", $"Conclude the topic area: {title}").ToString(),
                    new(TaskSubjectType.TopicArea, id),
                    day
                ),
            ct
        );
}

static class TopicAreasAfterWorkshops
{
    /// <summary>Written is what <see cref="Record.Lock"/> takes.</summary>
    public static async Task<FoundTasks> TopicAreasAfterWorkshopsAsync(
        this ParticipationDb db,
        TenantClock clock,
        bool isWritten,
        Func<Guid, string, DateOnly, TaskDto> describe,
        CancellationToken ct
    )
    {
        var (now, landkreis) = (clock.GetUtcNow(), await clock.LandkreisAsync(ct));
        var (noFindings, noMeasures) = (new List<Finding>(), new List<MeasureProposal>());
        return await db
            .TopicAreas.AsNoTracking()
            .Where(row => row.State == TopicAreaState.Open && row.LastWorkshopAt < now)
            .Where(row =>
                db.Records.Any(record =>
                    record.Id == row.Id
                    && record.Situation.Trim() != ""
                    && (record.Needs != noFindings || record.Goals != noFindings || record.Measures != noMeasures)
                ) == isWritten
            )
            .OrderBy(row => row.LastWorkshopAt)
            .ThenBy(row => row.Order)
            .Select(row => new
            {
                row.Id,
                row.Title,
                row.LastWorkshopAt,
            })
            .ToTasksAsync(row => describe(row.Id, row.Title, landkreis.DayOf(row.LastWorkshopAt!.Value)), ct);
    }
}
