using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Events;

static class EventEndpoints
{
    public static void AddEvents(this WebApplicationBuilder builder) => builder.Services.AddScoped<EventViews>().AddScoped<EventRooms>();

    public static void MapEvents(this IEndpointRouteBuilder app)
    {
        var events = app.MapTenantApi("events", "Events");

        events
            .MapGet(
                "",
                async (
                    SchedulingDb db,
                    EventViews views,
                    [AsParameters] PageRequest page,
                    HttpContext http,
                    Guid? mandateId,
                    DateOnly? from,
                    DateOnly? to
                ) =>
                {
                    var rows = db.Events.AsNoTracking();
                    if (mandateId is { } mandate)
                        rows = rows.Where(row => row.MandateId == mandate);
                    if (from is { } first)
                        rows = rows.Where(row => row.Day >= first);
                    if (to is { } last)
                        rows = rows.Where(row => row.Day <= last);
                    return await rows.ToPageAsync(page, http, await views.ViewAsync(http.RequestAborted));
                }
            )
            .RequirePermission(Permissions.PlansRead)
            .WithName("list-events")
            .WithSummary("All events, also cancelled ones; of a mandate, from a day, to a day");

        events
            .MapGet(
                "{id:guid}",
                async (Guid id, SchedulingDb db, EventViews views, CancellationToken ct) =>
                    await views.OkAsync(await db.Events.AsNoTracking().GetAsync(id, ct), ct)
            )
            .RequirePermission(Permissions.PlansRead)
            .WithName("get-event")
            .WithSummary("One event");
    }
}
