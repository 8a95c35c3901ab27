using Integrationskonzept.Contracts;
using Integrationskonzept.Planning;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.Scheduling.Programme.Budgets;
using Integrationskonzept.Scheduling.Resources.Desk;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Messaging;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Programme.Plans;

/// <summary>A proposal becomes binding: its events come into being and everybody learns of them.</summary>
static class PlanConfirmation
{
    /// <summary>
    /// The mandate is locked before the plan is read: of two confirmations, also of different plans, the second sees the first.
    /// </summary>
    public static async Task<Ok<PlanDto>> ConfirmAsync(
        Guid id,
        IfMatch match,
        SchedulingDb db,
        BookingDesk desk,
        EventRooms rooms,
        GrantLimit grant,
        Outbox outbox,
        EventNews news,
        TenantClock clock,
        CancellationToken ct
    ) =>
        await grant.KeepAsync(
            (await db.Plans.AsNoTracking().GetAsync(id, ct)).MandateId,
            async () =>
            {
                var plan = await db.Plans.GetAsync(id, ct);
                var now = clock.GetUtcNow();
                plan.Confirm(now);
                if (
                    plan.Replaces is { } replaced
                    && await db.Plans.SingleOrDefaultAsync(row => row.Id == replaced && row.State == PlanState.Confirmed, ct) is { } before
                )
                {
                    match.Require(plan);
                    await Replanning.ApplyAsync(plan, before, db, rooms, outbox, news, now, ct);
                    return TypedResults.Ok(PlanDto.From(plan, await clock.CivilTimeAsync(ct)));
                }
                if (await db.Plans.AnyAsync(row => row.MandateId == plan.MandateId && row.State == PlanState.Confirmed, ct))
                    throw new MandateIsPlanned();
                match.Require(plan);

                await db.RequireFreeDaysAsync([.. plan.Events.Select(row => row.Slot.Day)], [], ct);
                var events = plan.Events.Select(row => row.Schedule(plan, now)).ToList();
                db.Events.AddRange(events);
                await RequireUnbookedAsync(events, desk, await clock.CivilTimeAsync(ct), ct);
                await rooms.BookAsync(events, ct);
                outbox.Add(plan, new PlanConfirmed { MandateId = plan.MandateId, Events = [.. events.Select(row => row.Details)] });
                foreach (var row in events)
                    outbox.Add(row, row.Scheduled);
                await db.SaveOnFreeDaysAsync(ct);
                return TypedResults.Ok(PlanDto.From(plan, await clock.CivilTimeAsync(ct)));
            },
            ct
        );

    /// <summary>Says by name what others have booked since the proposal was made.</summary>
    static async Task RequireUnbookedAsync(IReadOnlyCollection<Event> events, BookingDesk desk, CivilTime time, CancellationToken ct)
    {
        foreach (var row in events.Where(row => row.VenueId is not null || row.ModeratorId is not null))
            await desk.RequireAsync(row.VenueId, row.ModeratorId, row.Participants, new(row.Day, row.Start, row.End), time, row.Id, ct);
    }
}
