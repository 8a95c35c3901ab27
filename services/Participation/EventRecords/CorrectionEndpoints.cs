using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Participation.Screening;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Integrationskonzept.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.EventRecords;

/// <summary>Those who were there say what is wrong; staff answer each.</summary>
static class CorrectionEndpoints
{
    public static void MapCorrections(this RouteGroupBuilder records)
    {
        var corrections = records.MapGroup("{eventId:guid}/corrections");

        corrections
            .MapGet(
                "",
                async (
                    Guid eventId,
                    ParticipationDb db,
                    SeenRecords seen,
                    Caller caller,
                    [AsParameters] PageRequest page,
                    HttpContext http
                ) =>
                {
                    var record = await seen.GetAsync(eventId, http.RequestAborted);
                    return await db
                        .Corrections.AsNoTracking()
                        .Where(row => row.EventId == record.Id && (seen.IsStaff || row.Author == caller.Id))
                        .ToPageAsync(page, http, row => CorrectionDto.From(row, caller.Id));
                }
            )
            .RequirePermission(Permissions.TopicAreasRead)
            .WithName("list-corrections")
            .WithSummary("What is said to be wrong in the record: staff see all, others their own");

        corrections
            .MapPost("", SubmitAsync)
            .RequirePermission(Permissions.ContributionsSubmit)
            .WithName("correct-event-record")
            .WithSummary("Says what is wrong in the record; for those who were at the event, while it is open for corrections");

        corrections
            .MapPost("{id:guid}/decide", DecideAsync)
            .RequirePermission(Permissions.RecordsWrite)
            .WithName("decide-correction")
            .WithSummary("Answers a correction; the record itself is changed by writing it");
    }

    static Task<Created<CorrectionDto>> SubmitAsync(
        Guid eventId,
        SubmitCorrection submit,
        ParticipationDb db,
        SeenRecords seen,
        Screen screen,
        Caller caller,
        TenantClock clock,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                await screen.RequireNotBlockedAsync(ct);
                var wasPresent = await seen.WasPresentAsync(eventId, ct);
                var record = await db.HoldRecordAsync(eventId, ct);
                if (!wasPresent && !seen.IsStaff)
                    throw record.Stage == RecordStage.Corrections ? new NotPresent() : new NotFoundProblem();
                var now = clock.GetUtcNow();
                record.RequireCorrectable(now);
                if (submit.EntryId is { } entry && record.Entries.TrueForAll(one => one.Id != entry))
                    throw new EntryUnknown();
                var author = caller.Id;
                if (
                    await db.Corrections.CountAsync(row => row.EventId == eventId && row.Author == author, ct)
                    >= RecordLimits.CorrectionsOfPerson
                )
                    throw new TooManyCorrections();
                var row = new Correction
                {
                    EventId = eventId,
                    EntryId = submit.EntryId,
                    Text = submit.Text.Trim(),
                    Author = author,
                    SubmittedAt = now,
                };
                db.Corrections.Add(row);
                await db.SaveChangesAsync(ct);
                return TypedResults.Created($"/api/v1/{clock.Slug}/event-records/{eventId}/corrections", CorrectionDto.From(row, author));
            },
            ct
        );

    static async Task<Ok<CorrectionDto>> DecideAsync(
        Guid eventId,
        Guid id,
        DecideCorrection decide,
        IfMatch match,
        ParticipationDb db,
        Caller caller,
        CancellationToken ct
    )
    {
        var reply = Words.OrNull(decide.Reply);
        if (!decide.Accepted && reply is null)
            throw new DeclinedWithoutReason();
        var row = await db.Corrections.Where(one => one.EventId == eventId).GetAsync(id, ct);
        match.Require(row);
        row.Decide(decide.Accepted, reply);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(CorrectionDto.From(row, caller.Id));
    }
}

/// <param name="Text">What is wrong, and what would be right; up to 2,000 characters.</param>
/// <param name="EntryId">The result that it is about; none for the whole.</param>
public sealed record SubmitCorrection([Required, MaxLength(RecordLimits.Correction)] string Text, Guid? EntryId = null);

/// <param name="Accepted">True if the record is changed.</param>
/// <param name="Reply">Why, for the one who wrote it; needed where the record stays as it is.</param>
public sealed record DecideCorrection(bool Accepted, [MaxLength(RecordLimits.Correction)] string? Reply = null);

/// <summary>What somebody who was there says is wrong; without the person.</summary>
/// <param name="Id">Id.</param>
/// <param name="Version">Version.</param>
/// <param name="EntryId">The result that it is about.</param>
/// <param name="Text">What is wrong.</param>
/// <param name="SubmittedAt">When it was said.</param>
/// <param name="Mine">True if the caller said it.</param>
/// <param name="State">What became of it.</param>
/// <param name="Reply">Why.</param>
public sealed record CorrectionDto(
    Guid Id,
    int Version,
    Guid? EntryId,
    string Text,
    DateTimeOffset SubmittedAt,
    bool Mine,
    CorrectionState State,
    string? Reply
) : IVersioned
{
    internal static CorrectionDto From(Correction row, string caller) =>
        new(row.Id, row.Version, row.EntryId, row.Text, row.SubmittedAt, row.Author == caller, row.State, row.Reply);
}

/// <summary>There is no such result in the record.</summary>
public sealed class EntryUnknown()
    : InvalidFieldProblem(
        "entryId",
        new("Dieses Ergebnis steht nicht (mehr) im Protokoll.", "This result is not in the record (any more).")
    );

/// <summary>Who said it wants to know why.</summary>
public sealed class DeclinedWithoutReason()
    : InvalidFieldProblem("reply", new("Schreiben Sie kurz, warum das Protokoll so bleibt.", "Say briefly why the record stays as it is."));

/// <summary>More than one person has to say of a record.</summary>
public sealed class TooManyCorrections()
    : ConflictProblem(
        "too-many-corrections",
        new(
            $"Sie haben zu diesem Protokoll schon {RecordLimits.CorrectionsOfPerson} Berichtigungen geschickt. Wenden Sie sich "
                + "an die Koordination.",
            $"You have sent {RecordLimits.CorrectionsOfPerson} corrections of this record already. Turn to the coordination."
        )
    );
