using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.EventRecords;

/// <summary>
/// Who sees the record of an event: staff always, those who were there from the corrections on, all once it is locked.
/// </summary>
sealed class SeenRecords(ParticipationDb db, Caller caller, TimeProvider time)
{
    public bool IsStaff => caller.Has(Permissions.RecordsWrite);

    /// <summary>In a list: what somebody could have been at is shown once it is locked.</summary>
    public IQueryable<EventRecord> All =>
        db.EventRecords.AsNoTracking().Where(row => IsStaff ? !row.IsCancelled : row.Stage == RecordStage.Locked);

    public async Task<bool> WasPresentAsync(Guid eventId, CancellationToken ct)
    {
        var mark = PresenceNoted.MarkOf(eventId, caller.Id);
        return await db.Presence.AnyAsync(row => row.EventId == eventId && row.Mark == mark, ct);
    }

    public async Task<EventRecord> GetAsync(Guid eventId, CancellationToken ct)
    {
        var row = await db.EventRecords.AsNoTracking().SingleOrDefaultAsync(row => row.Id == eventId, ct) ?? throw new NotFoundProblem();
        var seen = row.Stage switch
        {
            _ when IsStaff => true,
            RecordStage.Locked => true,
            RecordStage.Corrections => await WasPresentAsync(eventId, ct),
            _ => false,
        };
        return seen ? row : throw new NotFoundProblem();
    }

    public async Task<EventRecordDto> ToDtoAsync(EventRecord row, CancellationToken ct) =>
        new()
        {
            EventId = row.Id,
            Version = row.Version,
            TopicAreaId = row.TopicAreaId,
            Kind = row.Kind,
            Title = row.Title,
            StartsAt = row.StartsAt,
            IsHeld = row.IsHeld,
            Stage = row.Stage,
            Summary = row.Summary,
            Entries = row.Entries,
            OpenQuestions = row.OpenQuestions,
            Attendance = row.Attendance,
            NoShows = row.NoShows,
            Photos = await db
                .RecordPhotos.AsNoTracking()
                .Where(photo => photo.EventId == row.Id)
                .OrderBy(photo => photo.Id)
                .Select(photo => new RecordPhotoDto(photo.Id, photo.Description, photo.Width, photo.Height))
                .ToListAsync(ct),
            CorrectionsUntil = row.CorrectionsUntil,
            Correctors = IsStaff && row.Stage != RecordStage.Locked ? await db.Presence.CountAsync(one => one.EventId == row.Id, ct) : null,
            CanCorrect =
                row.Stage == RecordStage.Corrections
                && row.CorrectionsUntil >= time.GetUtcNow()
                && (IsStaff || await WasPresentAsync(row.Id, ct)),
            LockedAt = row.LockedAt,
        };

    public static EventRecordSummary Summarised(EventRecord row) =>
        new(row.Id, row.Title, row.Kind, row.StartsAt, row.TopicAreaId, row.IsHeld, row.Stage, row.Entries.Count, row.CorrectionsUntil);
}
