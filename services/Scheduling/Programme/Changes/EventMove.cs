using Integrationskonzept.Planning;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.Scheduling.Resources.Desk;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Messaging;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Integrationskonzept.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Programme.Changes;

/// <summary>Moves an event by hand. For one of a plan the plan's rules hold; for one added by itself, that its day is free.</summary>
static class EventMove
{
    public static Task<Ok<EventDto>> RescheduleAsync(
        Guid id,
        RescheduleEvent move,
        IfMatch match,
        SchedulingDb db,
        Outbox outbox,
        EventNews news,
        EventViews views,
        BookingDesk desk,
        EventRooms rooms,
        TenantClock clock,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                // Events of a plan move one at a time: two at once could each keep the order and break it together.
                var planId = (await db.Events.AsNoTracking().GetAsync(id, ct)).PlanId;
                var plan = await db
                    .Plans.FromSql($"select * from plans where id = {planId} for update")
                    .AsNoTracking()
                    .SingleOrDefaultAsync(ct);
                await db.LockRegistrationAsync(id, ct);
                var row = await db.Events.GetAsync(id, ct);
                var time = await clock.CivilTimeAsync(ct);
                row.RequireAhead();
                match.Require(row);

                var slot = time.Read(move.Start, move.End);
                if (plan is null)
                    await db.RequireFreeDaysAsync([slot.Day], [id], ct);
                else
                {
                    var others = await db
                        .Events.Where(other => other.PlanId == planId && other.Id != id && other.State != EventState.Cancelled)
                        .Select(other => new DayOfStep(other.Day, other.Step))
                        .ToListAsync(ct);
                    var occupied = await db.OccupiedDaysAsync(plan.Terms.From, [id], ct);
                    DayRules.Require(plan.Terms, time.Holidays, new(slot.Day, row.Step), others, occupied);
                }
                // Another place in words gives up the venue that was booked; a venue that is kept must be free then, too.
                var place = Words.OrNull(move.Venue);
                var (venue, moderator) = await desk.RequireAsync(
                    move.VenueId ?? (place is null ? row.VenueId : null),
                    move.ModeratorId ?? row.ModeratorId,
                    row.Participants,
                    slot,
                    time,
                    id,
                    ct
                );
                outbox.Add(row, row.Reschedule(slot, move.VenueId is null ? place : venue!.Name, move.Reason.Trim(), clock.GetUtcNow()));
                row.Book(venue?.Id, moderator?.Id);
                await rooms.BookAsync([row], ct);
                await db.SaveOnFreeDaysAsync(ct);
                await news.ChangedAsync(row, ct);
                return await views.OkAsync(row, ct);
            },
            ct
        );
}
