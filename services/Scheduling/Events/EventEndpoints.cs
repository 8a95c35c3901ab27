using Integrationskonzept.Planning;
using Integrationskonzept.Scheduling.Mandates;
using Integrationskonzept.Scheduling.Programme.Budgets;
using Integrationskonzept.Scheduling.Programme.Changes;
using Integrationskonzept.Scheduling.Programme.Plans;
using Integrationskonzept.Scheduling.Resources.Desk;
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
    public static void AddEvents(this WebApplicationBuilder builder) => builder.Services.AddScoped<EventViews>().AddScoped<EventChange>();

    public static void MapEvents(this IEndpointRouteBuilder app)
    {
        var events = app.MapTenantApi("events", "Events");

        events.MapGet("", async (
                SchedulingDb db, EventViews views, [AsParameters] PageRequest page, HttpContext http, Guid? mandateId, DateOnly? from, DateOnly? to) =>
            {
                var rows = db.Events.AsNoTracking();
                if (mandateId is { } mandate) rows = rows.Where(row => row.MandateId == mandate);
                if (from is { } first) rows = rows.Where(row => row.Day >= first);
                if (to is { } last) rows = rows.Where(row => row.Day <= last);
                return await rows.ToPageAsync(page, http, await views.OfAsync(http.RequestAborted));
            })
            .RequirePermission(Permissions.PlansRead).WithName("list-events").WithSummary("All events, also cancelled ones; of a mandate, from a day, to a day");

        events.MapGet("{id:guid}", async (Guid id, SchedulingDb db, EventViews views, CancellationToken ct) =>
                await views.OkAsync(await db.Events.AsNoTracking().GetAsync(id, ct), ct))
            .RequirePermission(Permissions.PlansRead).WithName("get-event").WithSummary("One event");

        events.MapPost("", AddAsync).RequirePermission(Permissions.PlansWrite)
            .WithName("add-event").WithSummary("Adds an event beside the plan, such as a hearing or a sitting; also then there is at most one a day");

        events.MapPut("{id:guid}", async (
                Guid id, DescribeEvent wish, IfMatch match, EventChange change, CancellationToken ct) =>
                await change.OfAsync(id, (row, now) =>
                {
                    match.Require(row);
                    return row.Describe(wish, now);
                }, ct))
            .OneAtATimePer("id")
            .RequirePermission(Permissions.PlansWrite).WithName("describe-event")
            .WithSummary("Says what an event is about, where people meet, what happens and what makes it accessible; its date stays");

        events.MapPost("{id:guid}/confirm", (Guid id, EventChange change, CancellationToken ct) => change.OfAsync(id, (row, now) => row.Confirm(now), ct)).OneAtATimePer("id")
            .RequirePermission(Permissions.PlansWrite).WithName("confirm-event").WithSummary("Room and moderation are settled: people can be invited");

        events.MapPost("{id:guid}/reschedule", EventMove.RescheduleAsync).OneAtATimePer("id").RequirePermission(Permissions.PlansWrite)
            .WithName("reschedule-event").WithSummary("Moves an event; the rules of its plan hold");

        events.MapPost("{id:guid}/cancel", (Guid id, CancelEvent cancel, EventChange change, CancellationToken ct) =>
                change.OfAsync(id, (row, now) => row.Cancel(cancel.Reason.Trim(), now), ct)).OneAtATimePer("id")
            .RequirePermission(Permissions.PlansWrite).WithName("cancel-event").WithSummary("Calls an event off; its day is free again");
    }

    static async Task<Created<EventDto>> AddAsync(
        AddEvent wish, SchedulingDb db, Outbox outbox, EventViews views, BookingDesk desk, Ledger ledger, TenantDirectory tenants, TenantContext tenant, TimeProvider clock, CancellationToken ct)
    {
        var mandate = await db.Mandates.AsNoTracking().SingleOrDefaultAsync(row => row.Id == wish.MandateId, ct) ?? throw new MandateUnknown();
        var time = await CivilTime.OfAsync(tenants, tenant, ct);
        var row = Event.Of(wish, mandate, time.Read(wish.Start, wish.End), clock.GetUtcNow());
        if ((await db.OccupiedDaysAsync(row.Day, null, ct)).Contains(row.Day)) throw new DayOccupied(row.Day);
        await ledger.KeepWithinGrantAsync(mandate.Id, async () =>
        {
            await desk.BookAsync(row, wish.VenueId, wish.ModeratorId, time, ct);
            db.Events.Add(row);
            outbox.Add(row, row.Scheduled);
            await db.SaveOnFreeDaysAsync(ct);
            return row;
        }, ct);
        return TypedResults.Created($"/api/v1/{tenant.Required}/events/{row.Id}", (await views.OfAsync(ct))(row));
    }
}
