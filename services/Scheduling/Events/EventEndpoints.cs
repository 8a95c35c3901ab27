using Integrationskonzept.Scheduling.Planning;
using Integrationskonzept.Scheduling.Plans;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Messaging;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Events;

static class EventEndpoints
{
    public static void MapEvents(this IEndpointRouteBuilder app)
    {
        var events = app.MapTenantApi("events", "Events");

        events.MapGet("", async (
                SchedulingDb db, TenantDirectory tenants, TenantContext tenant, [AsParameters] PageRequest page, HttpContext http,
                Guid? mandateId, DateOnly? from, DateOnly? to) =>
            {
                var time = await CivilTime.OfAsync(tenants, tenant, http.RequestAborted);
                var rows = db.Events.AsNoTracking();
                if (mandateId is { } mandate) rows = rows.Where(row => row.MandateId == mandate);
                if (from is { } first) rows = rows.Where(row => row.Day >= first);
                if (to is { } last) rows = rows.Where(row => row.Day <= last);
                return await rows.ToPageAsync(page, http, row => EventDto.From(row, time));
            })
            .RequirePermission(Permissions.PlansRead).WithName("list-events").WithSummary("Events of confirmed plans, also cancelled ones; of a mandate, from a day, to a day");

        events.MapGet("{id:guid}", async (Guid id, SchedulingDb db, TenantDirectory tenants, TenantContext tenant, CancellationToken ct) =>
                TypedResults.Ok(EventDto.From(await db.Events.AsNoTracking().GetAsync(id, ct), await CivilTime.OfAsync(tenants, tenant, ct))))
            .RequirePermission(Permissions.PlansRead).WithName("get-event").WithSummary("One event");

        events.MapPost("{id:guid}/reschedule", RescheduleAsync).RequirePermission(Permissions.PlansWrite)
            .WithName("reschedule-event").WithSummary("Moves an event; the rules of its plan hold");

        events.MapPost("{id:guid}/cancel", async (
                Guid id, CancelEvent cancel, SchedulingDb db, Outbox outbox, TenantDirectory tenants, TenantContext tenant, TimeProvider clock, CancellationToken ct) =>
            {
                var row = await db.Events.GetAsync(id, ct);
                outbox.Add(row.Cancel(cancel.Reason.Trim(), clock.GetUtcNow()));
                await db.SaveChangesAsync(ct);
                return TypedResults.Ok(EventDto.From(row, await CivilTime.OfAsync(tenants, tenant, ct)));
            })
            .RequirePermission(Permissions.PlansWrite).WithName("cancel-event").WithSummary("Calls an event off; its day is free again");

        events.MapPost("{id:guid}/held", async (
                Guid id, HoldEvent hold, SchedulingDb db, Outbox outbox, TenantDirectory tenants, TenantContext tenant, TimeProvider clock, CancellationToken ct) =>
            {
                if (hold.Attendance.Values.Any(count => count is < 0 or > 100_000)) throw new AttendanceWrong();
                var row = await db.Events.GetAsync(id, ct);
                outbox.Add(row.Hold(hold.Attendance, clock.GetUtcNow()));
                await db.SaveChangesAsync(ct);
                return TypedResults.Ok(EventDto.From(row, await CivilTime.OfAsync(tenants, tenant, ct)));
            })
            .RequirePermission(Permissions.EventsHold).WithName("hold-event").WithSummary("Reports that an event has taken place, and how many came; numbers only");
    }

    static Task<Ok<EventDto>> RescheduleAsync(
        Guid id, RescheduleEvent move, IfMatch match, SchedulingDb db, Outbox outbox, TenantDirectory tenants, TenantContext tenant,
        TimeProvider clock, CancellationToken ct) => db.InTransactionAsync(async () =>
    {
        // Events of a plan move one at a time: two at once could each keep the order and break it together.
        var planId = (await db.Events.AsNoTracking().GetAsync(id, ct)).PlanId;
        var plan = await db.Plans.FromSql($"select * from plans where id = {planId} for update").AsNoTracking().SingleAsync(ct);
        var (row, time) = (await db.Events.GetAsync(id, ct), await CivilTime.OfAsync(tenants, tenant, ct));
        row.RequirePlanned();
        match.Require(row);

        var slot = time.Read(move.Start, move.End);
        var others = await db.Events.Where(other => other.PlanId == planId && other.Id != id && other.State != EventState.Cancelled)
            .Select(other => new DayOfStep(other.Day, other.Step)).ToListAsync(ct);
        DayRules.Require(plan.Terms, time.Holidays, new(slot.Day, row.Step), others, await db.OccupiedDaysAsync(plan.Terms.From, id, ct));
        outbox.Add(row.Reschedule(slot, Words.OrNull(move.Venue), move.Reason.Trim(), clock.GetUtcNow()));
        await db.SaveOnFreeDaysAsync(ct);
        return TypedResults.Ok(EventDto.From(row, time));
    }, ct);
}
