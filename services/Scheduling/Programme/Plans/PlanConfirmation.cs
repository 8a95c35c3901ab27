using Integrationskonzept.Contracts;
using Integrationskonzept.Planning;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.Scheduling.Programme.Budgets;
using Integrationskonzept.Scheduling.Resources.Bookings;
using Integrationskonzept.Scheduling.Resources.Desk;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Messaging;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Integrationskonzept.Scheduling.Programme.Plans;

/// <summary>A proposal becomes binding: its events come into being and everybody learns of them.</summary>
static class PlanConfirmation
{
    /// <summary>The mandate is locked before the plan is read: of two confirmations, also of different plans, the second sees the first.</summary>
    public static async Task<Ok<PlanDto>> ConfirmAsync(
        Guid id, IfMatch match, SchedulingDb db, BookingDesk desk, Ledger ledger, Outbox outbox, EventNews news, TenantDirectory tenants, TenantContext tenant,
        TimeProvider clock, CancellationToken ct) => await ledger.KeepWithinGrantAsync((await db.Plans.AsNoTracking().GetAsync(id, ct)).MandateId, async () =>
    {
        var (plan, now) = (await db.Plans.GetAsync(id, ct), clock.GetUtcNow());
        plan.Confirm(now);
        if (plan.Replaces is { } replaced && await db.Plans.SingleOrDefaultAsync(row => row.Id == replaced && row.State == PlanState.Confirmed, ct) is { } before)
        {
            match.Require(plan);
            await Replanning.ApplyAsync(plan, before, db, desk, outbox, news, now, ct);
            return TypedResults.Ok(PlanDto.From(plan, await CivilTime.OfAsync(tenants, tenant, ct)));
        }
        if (await db.Plans.AnyAsync(row => row.MandateId == plan.MandateId && row.State == PlanState.Confirmed, ct)) throw new MandateIsPlanned();
        match.Require(plan);

        var days = plan.Events.Select(row => row.Slot.Day).ToList();
        if ((await db.OccupiedDaysAsync(days.Min(), null, ct)).Intersect(days).Order().Cast<DateOnly?>().FirstOrDefault() is { } taken) throw new DayOccupied(taken);
        var events = plan.Events.Select(row => Event.Of(plan, row, now)).ToList();
        db.Events.AddRange(events);
        await RequireUnbookedAsync(events, desk, await CivilTime.OfAsync(tenants, tenant, ct), ct);
        await desk.BookAsync(events, ct);
        outbox.Add(plan, new PlanConfirmed { MandateId = plan.MandateId, Events = [.. events.Select(row => row.Details)] });
        foreach (var row in events) outbox.Add(row, row.Scheduled);
        await db.SaveOnFreeDaysAsync(ct);
        return TypedResults.Ok(PlanDto.From(plan, await CivilTime.OfAsync(tenants, tenant, ct)));
    }, ct);

    /// <summary>Days on which the tenant has an event that was not cancelled.</summary>
    public static async Task<HashSet<DateOnly>> OccupiedDaysAsync(this SchedulingDb db, DateOnly from, Guid? except, CancellationToken ct) =>
        [.. await db.Events.Where(row => row.Day >= from && row.State != EventState.Cancelled && row.Id != except).Select(row => row.Day).ToListAsync(ct)];

    /// <summary>Says by name what others have booked since the proposal was made.</summary>
    static async Task RequireUnbookedAsync(IReadOnlyCollection<Event> events, BookingDesk desk, CivilTime time, CancellationToken ct)
    {
        foreach (var row in events.Where(row => row.VenueId is not null || row.ModeratorId is not null))
            await desk.RequireAsync(row.VenueId, row.ModeratorId, row.Participants, new(row.Day, row.Start, row.End), time, row.Id, ct);
    }

    /// <summary>Saves; where another request took a day, a venue or a moderator in the same moment, the database says so.</summary>
    public static async Task SaveOnFreeDaysAsync(this SchedulingDb db, CancellationToken ct)
    {
        try { await db.SaveChangesAsync(ct); }
        catch (DbUpdateException failure) when (failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: EventTable.OneADay })
        {
            throw new DayOccupied(null);
        }
        catch (DbUpdateException failure) when (failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.ExclusionViolation, ConstraintName: BookingTable.Overlap })
        {
            throw new VenueBooked(null);
        }
    }
}
