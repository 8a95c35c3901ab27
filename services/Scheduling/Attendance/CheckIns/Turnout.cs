using Integrationskonzept.Contracts;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Messaging;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Attendance.CheckIns;

/// <summary>How many came: as checked in, or as somebody counted. Numbers only leave this service, never names.</summary>
sealed class Turnout(SchedulingDb db, Outbox outbox, EventViews views, TimeProvider clock)
{
    public Task<Ok<EventDto>> HoldAsync(Guid eventId, HoldEvent hold, CancellationToken ct) =>
        db.InTransactionAsync(
            async () =>
            {
                if (hold.Attendance?.Values.Any(count => count is < 0 or > 100_000) == true)
                    throw new AttendanceWrong();
                // Whoever is checked in meanwhile either is counted here, or corrects the count afterwards.
                await db.Database.ExecuteSqlAsync($"select 1 from check_in_lists where event_id = {eventId} order by id for update", ct);
                var row = await db.Events.GetAsync(eventId, ct);
                row.RequireAhead();
                var (came, missing) = await CountAsync(eventId, ct);
                if (hold.Attendance is null && came.Count == 0)
                    throw new AttendanceUnknown();
                outbox.Add(
                    row,
                    row.Hold(hold.Attendance ?? came, came.Count == 0 ? null : missing, hold.Attendance is null, clock.GetUtcNow())
                );
                await TellPresenceAsync(row, ct);
                await db.SaveChangesAsync(ct);
                return await views.OkAsync(row, ct);
            },
            ct
        );

    /// <summary>Check-ins changed after the event was reported as held: unless somebody counted, the record follows.</summary>
    public async Task CorrectAsync(Event held, CancellationToken ct)
    {
        if (held.State != EventState.Held)
            return;
        await TellPresenceAsync(held, ct);
        if (held.IsCountedByCheckIn)
        {
            var (came, missing) = await CountAsync(held.Id, ct);
            // What is known already is not told again.
            if (missing != held.NoShows || came.Count != held.Attendance.Count || came.Except(held.Attendance).Any())
                outbox.Add(held, held.Count(came, missing));
        }
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Who was checked in; where nobody was, who had a seat. Of walk-ins nobody has an account.</summary>
    async Task TellPresenceAsync(Event held, CancellationToken ct)
    {
        var eventId = held.Id;
        var seated = db.Registrations.AsNoTracking().Where(row => row.EventId == eventId);
        var present = await db.CheckIns.AnyAsync(scan => scan.EventId == eventId, ct)
            ? seated.Where(row => db.CheckIns.Any(scan => scan.EventId == eventId && scan.RegistrationId == row.Id))
            : seated.Where(row => row.State == RegistrationState.Confirmed);
        var people = (await present.ToListAsync(ct)).Where(row => !row.IsWalkIn);
        if (held.NotePresence([.. people.Select(row => PresenceNoted.MarkOf(eventId, row.Subject))]) is { } noted)
            outbox.Add(held, noted);
    }

    async Task<(Dictionary<StakeholderGroup, int> Came, int Missing)> CountAsync(Guid eventId, CancellationToken ct)
    {
        var rows = await db
            .Registrations.Where(row => row.EventId == eventId)
            .Select(row => new
            {
                row.Group,
                row.State,
                Came = db.CheckIns.Any(scan => scan.EventId == eventId && scan.RegistrationId == row.Id),
            })
            .Where(row => row.Came || row.State == RegistrationState.Confirmed) // who came counts also when they forget us afterwards
            .GroupBy(row => new { row.Group, row.Came })
            .Select(group => new
            {
                group.Key.Group,
                group.Key.Came,
                Count = group.Count(),
            })
            .ToListAsync(ct);
        return (
            rows.Where(row => row.Came).ToDictionary(row => row.Group, row => row.Count),
            rows.Where(row => !row.Came).Sum(row => row.Count)
        );
    }
}

static class HoldingEndpoint
{
    public static void MapHolding(this IEndpointRouteBuilder app) =>
        app.MapTenantApi("events", "Events")
            .MapPost("{id:guid}/held", (Guid id, HoldEvent hold, Turnout turnout, CancellationToken ct) => turnout.HoldAsync(id, hold, ct))
            .RequirePermission(Permissions.EventsHold)
            .WithName("hold-event")
            .WithSummary("Reports that an event has taken place, and how many came, as counted or as checked in; numbers only");
}
