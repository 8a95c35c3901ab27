using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.EventRecords;

static class EventRecordEndpoints
{
    public const string Tag = "Event records";

    public static void MapEventRecords(this IEndpointRouteBuilder app)
    {
        var records = app.MapTenantApi("event-records", Tag);

        records
            .MapGet("", ListAsync)
            .RequirePermission(Permissions.TopicAreasRead)
            .WithName("list-event-records")
            .WithSummary("Records of events: staff see all of them, others those that are locked");

        records
            .MapGet(
                "{eventId:guid}",
                async (Guid eventId, SeenRecords seen, CancellationToken ct) =>
                    TypedResults.Ok(await seen.ToDtoAsync(await seen.GetAsync(eventId, ct), ct))
            )
            .RequirePermission(Permissions.TopicAreasRead)
            .WithName("get-event-record")
            .WithSummary("The record of an event; those who were there see it from the corrections on, all once it is locked");

        records
            .MapPut("{eventId:guid}", WriteAsync)
            .RequirePermission(Permissions.RecordsWrite)
            .WithName("write-event-record")
            .WithSummary("Writes the record: summary, results with the contributions behind them, open questions");

        records
            .MapPost("{eventId:guid}/capture", BoardCapture.CaptureAsync)
            .RequirePermission(Permissions.RecordsWrite)
            .WithName("capture-board")
            .WithSummary("Adds what is on a board, each group and each loose card as a result; again, it adds what is new");

        records
            .MapPost("{eventId:guid}/stage", MoveOnAsync)
            .RequirePermission(Permissions.RecordsWrite)
            .WithName("move-record-on")
            .WithSummary("Takes the record to its next stage, or gives more time for corrections");

        records.MapCorrections();
        records.MapRecordPhotos();
        records.MapRecordDocument();
    }

    static Task<Page<EventRecordSummary>> ListAsync(
        SeenRecords seen,
        [AsParameters] PageRequest page,
        HttpContext http,
        Guid? topicAreaId = null
    ) => seen.All.Where(row => topicAreaId == null || row.TopicAreaId == topicAreaId).ToPageAsync(page, http, SeenRecords.Summarised);

    static Task<Ok<EventRecordDto>> WriteAsync(
        Guid eventId,
        WriteEventRecord write,
        IfMatch match,
        ParticipationDb db,
        SeenRecords seen,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                var record = await db.HoldRecordAsync(eventId, ct);
                match.Require(record);
                var known = record.Entries.ToDictionary(entry => entry.Id);
                var cited = record.Entries.SelectMany(entry => entry.ContributionIds).ToHashSet();
                record.Write(
                    write.Summary,
                    write.Entries.Select(entry => entry.ToEntry(known)),
                    write.OpenQuestions.Select(question => question.Text.Trim())
                );
                var ids = record.Entries.SelectMany(entry => entry.ContributionIds).ToHashSet();
                if (record.TopicAreaId is { } area)
                    await db.RequireCitableAsync(area, ids, cited, ct);
                else if (ids.Count > 0)
                    throw new ContributionUnknown();
                await db.SaveChangesAsync(ct);
                return TypedResults.Ok(await seen.ToDtoAsync(record, ct));
            },
            ct
        );

    static Task<Ok<EventRecordDto>> MoveOnAsync(
        Guid eventId,
        MoveRecordOn move,
        IfMatch match,
        ParticipationDb db,
        SeenRecords seen,
        TimeProvider time,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                var (record, now) = (await db.HoldRecordAsync(eventId, ct), time.GetUtcNow());
                match.Require(record);
                switch (move.Stage)
                {
                    case RecordStage.Editing:
                        record.Edit();
                        break;
                    case RecordStage.Corrections:
                        record.OpenForCorrections(Until(move, now));
                        break;
                    case RecordStage.Locked:
                        record.Lock(await db.Presence.AnyAsync(row => row.EventId == eventId, ct), now);
                        if (
                            await db.Corrections.CountAsync(row => row.EventId == eventId && row.State == CorrectionState.Open, ct)
                            is > 0
                                and var open
                        )
                            throw new CorrectionsUndecided(open);
                        // Nobody has to be recognised any more.
                        await db.Presence.Where(row => row.EventId == eventId).ExecuteDeleteAsync(ct);
                        break;
                    default:
                        throw new RecordStageOutOfOrder(record.Stage);
                }
                await db.SaveChangesAsync(ct);
                return TypedResults.Ok(await seen.ToDtoAsync(record, ct));
            },
            ct
        );

    static DateTimeOffset Until(MoveRecordOn move, DateTimeOffset now)
    {
        var until = move.CorrectionsUntil ?? now.AddDays(RecordLimits.DaysIfNotSaid);
        return until > now && until <= now.AddDays(RecordLimits.DaysForCorrections)
            ? until.ToUniversalTime()
            : throw new CorrectionTimeWrong();
    }

    /// <summary>The record, and nobody else's until the transaction ends.</summary>
    public static Task<EventRecord> HoldRecordAsync(this ParticipationDb db, Guid eventId, CancellationToken ct) =>
        db.EventRecords.FromSql($"select * from event_records where id = {eventId} for update").GetAsync(eventId, ct);
}
