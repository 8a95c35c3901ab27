using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.EventRecords;
using Integrationskonzept.Participation.Representativeness;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Messaging;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Records;

/// <summary>Ends a topic area: its record is locked, and its results go out.</summary>
static class TopicAreaConclusion
{
    /// <summary>Who writes the record also ends it: coordinators and moderators.</summary>
    public const string WhoMay = Permissions.RecordsWrite;

    public static Task<Ok<RecordDto>> ConcludeAsync(
        Guid topicAreaId,
        IfMatch match,
        ParticipationDb db,
        Outbox outbox,
        TimeProvider time,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                // Locked before the contributions are read: what comes at the same moment is either in the results or refused.
                var area = await db
                    .TopicAreas.FromSql($"select * from topic_areas where id = {topicAreaId} for update")
                    .GetAsync(topicAreaId, ct);
                area.Conclude(time.GetUtcNow());
                if (await db.Contributions.AnyAsync(row => row.TopicAreaId == topicAreaId && row.State == ContributionState.Held, ct))
                    throw new ContributionsAreHeld();
                await RequireRecordsLockedAsync(db, topicAreaId, ct);
                var record = await db.Records.GetAsync(topicAreaId, ct);
                match.Require(record);
                record.Lock();
                foreach (var fact in await Conclusion.GatherAsync(db, area, record, ct))
                    outbox.Add(area, fact);
                await db.CloseRepresentationAsync(topicAreaId, ct);
                await db.SaveChangesAsync(ct);
                return TypedResults.Ok(RecordDto.From(record));
            },
            ct
        );

    /// <summary>Records of its events that say something are locked; where nobody wrote one there is nothing to lock.</summary>
    static async Task RequireRecordsLockedAsync(ParticipationDb db, Guid topicAreaId, CancellationToken ct)
    {
        var open = await db
            .EventRecords.AsNoTracking()
            .Where(row => row.TopicAreaId == topicAreaId && row.Stage != RecordStage.Locked && !row.IsCancelled)
            .OrderBy(row => row.StartsAt)
            .ToListAsync(ct);
        if (open.Find(row => !row.IsEmpty) is { } written)
            throw new EventRecordsNotLocked(written.Title);
    }
}
