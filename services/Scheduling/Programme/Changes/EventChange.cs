using Integrationskonzept.Contracts;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.Scheduling.Resources.Desk;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Messaging;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Integrationskonzept.Scheduling.Programme.Changes;

/// <summary>A step in an event's life: done, told and shown.</summary>
sealed class EventChange(
    SchedulingDb db,
    Outbox outbox,
    EventNews news,
    EventViews views,
    BookingDesk desk,
    EventRooms rooms,
    TimeProvider clock
)
{
    public Task<Ok<EventDto>> MakeAsync(Guid id, Func<Event, DateTimeOffset, EventFact> change, CancellationToken ct) =>
        db.InTransactionAsync(
            async () =>
            {
                await db.LockRegistrationAsync(id, ct);
                var row = await db.Events.GetAsync(id, ct);
                var known = Known(row);
                var venue = row.VenueId;
                outbox.Add(row, change(row, clock.GetUtcNow()));
                if (row.State == EventState.Cancelled)
                    await desk.ReleaseAsync(id, ct);
                else if (row.VenueId != venue)
                    await rooms.BookAsync([row], ct);
                else
                    await rooms.RequireRoomAsync([row], ct);
                await db.SaveChangesAsync(ct);
                if (known != Known(row))
                    await news.ChangedAsync(row, ct);
                return await views.OkAsync(row, ct);
            },
            ct
        );

    /// <summary>What people who are registered must learn of when it changes.</summary>
    static (string, string?, Contracts.EventMode, string?, bool) Known(Event row) =>
        (row.Title, row.Venue, row.Description.Mode, row.Description.OnlineUrl, row.State == EventState.Cancelled);
}
