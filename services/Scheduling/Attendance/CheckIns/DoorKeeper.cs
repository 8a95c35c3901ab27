using Integrationskonzept.Planning;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.Scheduling.Attendance.Registrations.Waitlist;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Attendance.CheckIns;

/// <summary>
/// Checks people in. Scans of one list are taken one batch after the other, so that two devices that scan the same ticket agree on who
/// was first; what a device sends late is merged by the time at which it was scanned. One bad scan does not stop the others.
/// </summary>
sealed class DoorKeeper(SchedulingDb db, Turnout turnout, Allotment allotment, ScanMetrics metrics, Caller caller, TenantClock clock)
{
    static readonly TimeSpan Around = TimeSpan.FromHours(12),
        ClockSkew = TimeSpan.FromMinutes(5);

    public Task<Ok<ScanResults>> TakeAsync(Guid eventId, Guid listId, IReadOnlyList<Scan> scans, CancellationToken ct) =>
        db.InTransactionAsync(
            async () =>
            {
                var settings = await db
                    .RegistrationSettings.FromSql($"select * from registration_settings where id = {eventId} for update")
                    .SingleOrDefaultAsync(ct);
                var list = await db.LockListAsync(eventId, listId, ct);
                // Where nobody had to register, this alone keeps guests at several doors apart.
                var appointment = await db.Events.FromSql($"select * from events where id = {eventId} for update").SingleAsync(ct);
                if (appointment.State == EventState.Cancelled)
                    throw new EventIsCancelled();

                var time = await clock.CivilTimeAsync(ct);
                var batch = await BatchAsync(list, scans, ct);
                var results = new List<ScanResult>();
                foreach (var scan in scans)
                {
                    try
                    {
                        results.Add(await OneAsync(scan, batch, appointment, settings, time, ct));
                    }
                    catch (Problem problem)
                    {
                        results.Add(Refused(scan, problem));
                    }
                }
                await db.SaveChangesAsync(ct);
                foreach (var result in results)
                    metrics.Scanned(clock.Slug, result);
                if (results.Any(row => row.Outcome == ScanOutcome.CheckedIn))
                    await turnout.CorrectAsync(appointment, ct);
                return TypedResults.Ok(new ScanResults(results));
            },
            ct
        );

    public async Task<NoContent> UndoAsync(Guid eventId, Guid listId, Guid registrationId, CancellationToken ct) =>
        await db.RegistrationSettings.AnyAsync(row => row.Id == eventId, ct)
            ? await allotment.UnderLockAsync(eventId, () => UndoLockedAsync(eventId, listId, registrationId, ct), ct)
            : await db.InTransactionAsync(() => UndoLockedAsync(eventId, listId, registrationId, ct), ct);

    /// <summary>A guest whose only check-in it was has not come at all: their seat is free.</summary>
    async Task<NoContent> UndoLockedAsync(Guid eventId, Guid listId, Guid registrationId, CancellationToken ct)
    {
        await db.LockListAsync(eventId, listId, ct);
        if (await db.CheckIns.Where(scan => scan.ListId == listId && scan.RegistrationId == registrationId).ExecuteDeleteAsync(ct) == 0)
            throw new NotFoundProblem();
        var row = await db.Registrations.GetAsync(registrationId, ct);
        if (row.IsWalkIn && !await db.CameAsync(row, ct))
            row.Withdraw();
        await db.SaveChangesAsync(ct);
        await turnout.CorrectAsync(await db.Events.GetAsync(eventId, ct), ct);
        return TypedResults.NoContent();
    }

    async Task<ScanResult> OneAsync(
        Scan scan,
        Batch batch,
        Event appointment,
        RegistrationSettings? settings,
        CivilTime time,
        CancellationToken ct
    )
    {
        if (new[] { scan.Ticket is not null, scan.RegistrationId is not null, scan.WalkIn is not null }.Count(said => said) != 1)
            throw new ScanUnclear();
        if (scan.At < appointment.Start - Around || scan.At > appointment.End + Around || scan.At > clock.GetUtcNow() + ClockSkew)
            throw new ScanOutsideOfEvent(time.Local(appointment.Start), time.Local(appointment.End));

        var row = scan.WalkIn is { } guest
            ? SentBefore(scan, batch, appointment) ?? await LetInAsync(scan, guest, batch, appointment, settings, ct)
            : Find(scan, batch, appointment);
        if (row.State != RegistrationState.Confirmed)
            throw new NotAParticipant(row.State);
        var at = DatabaseTime.Truncate(scan.At);
        if (batch.ByScan.TryGetValue(scan.Id, out var sentBefore))
            return sentBefore.RegistrationId == row.Id && sentBefore.ListId == batch.List.Id
                ? Result(ScanOutcome.CheckedIn, sentBefore)
                : throw new ScanIdUsed();
        if (batch.ByRegistration.TryGetValue(row.Id, out var first))
        {
            if (at < first.At)
                first.At = at;
            return Result(ScanOutcome.AlreadyCheckedIn, first);
        }
        var made = new CheckIn
        {
            Id = scan.Id,
            EventId = appointment.Id,
            ListId = batch.List.Id,
            RegistrationId = row.Id,
            At = at,
            ReceivedAt = clock.GetUtcNow(),
            By = caller.Id,
        };
        db.CheckIns.Add(made);
        batch.Remember(made);
        return Result(ScanOutcome.CheckedIn, made);

        ScanResult Result(ScanOutcome outcome, CheckIn at) => new(scan.Id, outcome, row.Id, row.Name, time.Local(at.At));
    }

    /// <summary>A guest has the id of the scan; nobody else's may be taken for it.</summary>
    static Registration? SentBefore(Scan scan, Batch batch, Event appointment) =>
        batch.Registrations.GetValueOrDefault(scan.Id) is not { } known ? null
        : known.IsWalkIn && known.EventId == appointment.Id ? known
        : throw new ScanIdUsed();

    static Registration Find(Scan scan, Batch batch, Event appointment)
    {
        var id = scan.RegistrationId ?? Ticket.RegistrationOf(scan.Ticket!) ?? throw new TicketInvalid();
        if (!batch.Registrations.TryGetValue(id, out var row))
            throw scan.Ticket is null ? new NotFoundProblem() : new TicketInvalid();
        if (scan.Ticket is { } code && !Ticket.IsOf(code, row))
            throw new TicketInvalid();
        return row.EventId == appointment.Id ? row : throw (scan.Ticket is null ? new NotFoundProblem() : new TicketOfOtherEvent());
    }

    /// <summary>Before the event begins a guest needs a free seat; then the seats of those who did not come are free too.</summary>
    async Task<Registration> LetInAsync(
        Scan scan,
        WalkIn guest,
        Batch batch,
        Event appointment,
        RegistrationSettings? settings,
        CancellationToken ct
    )
    {
        if (settings is not null)
        {
            var room =
                scan.At < appointment.Start
                    ? (await db.CensusAsync(appointment.Id, ct)).Seats.HasFor(guest.Group, settings)
                    : await db
                        .CheckIns.Where(row => row.EventId == appointment.Id)
                        .Select(row => row.RegistrationId)
                        .Distinct()
                        .CountAsync(ct) < settings.Capacity;
            if (!room)
                throw new HouseFull(settings.Capacity);
        }
        var turn = (await db.Registrations.Where(row => row.EventId == appointment.Id).MaxAsync(row => (int?)row.Turn, ct) ?? 0) + 1;
        var made = Registration.AtTheDoor(appointment.Id, scan.Id, guest.Group, guest.Organisation, guest.Name, turn, clock.GetUtcNow());
        db.Registrations.Add(made);
        await db.SaveChangesAsync(ct);
        return batch.Registrations[made.Id] = made;
    }

    async Task<Batch> BatchAsync(CheckInList list, IReadOnlyList<Scan> scans, CancellationToken ct)
    {
        var scanIds = scans.Select(scan => scan.Id).Distinct().ToArray();
        var ids = scans
            .Select(scan => scan.RegistrationId ?? (scan.Ticket is { } code ? Ticket.RegistrationOf(code) : scan.Id))
            .OfType<Guid>()
            .Distinct()
            .ToArray();
        var known = await db
            .CheckIns.Where(row => scanIds.Contains(row.Id) || (row.ListId == list.Id && ids.Contains(row.RegistrationId)))
            .ToListAsync(ct);
        return new(list, await db.Registrations.Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, ct), known);
    }

    static ScanResult Refused(Scan scan, Problem problem) =>
        new(
            scan.Id,
            ScanOutcome.Refused,
            Problem: new(
                $"/problems/{problem.Code}",
                problem.Title.ToString(),
                problem.Detail.ToString(),
                (problem as NotAParticipant)?.State
            )
        );

    /// <summary>What the scans of a batch refer to, read at once.</summary>
    sealed class Batch
    {
        public CheckInList List { get; }
        public Dictionary<Guid, Registration> Registrations { get; }
        public Dictionary<Guid, CheckIn> ByScan { get; } = [];
        public Dictionary<Guid, CheckIn> ByRegistration { get; } = [];

        public Batch(CheckInList list, Dictionary<Guid, Registration> registrations, IEnumerable<CheckIn> known)
        {
            (List, Registrations) = (list, registrations);
            foreach (var scan in known)
                Remember(scan);
        }

        public void Remember(CheckIn scan)
        {
            ByScan[scan.Id] = scan;
            if (scan.ListId == List.Id)
                ByRegistration[scan.RegistrationId] = scan;
        }
    }
}
