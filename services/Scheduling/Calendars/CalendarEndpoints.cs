using System.Security.Cryptography;
using System.Text;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Integrationskonzept.Scheduling.Calendars;

static class CalendarEndpoints
{
    /// <summary>The newest events; a Landkreis has a dozen or two in a process.</summary>
    const int Most = 2_000;

    public static void MapCalendars(this IEndpointRouteBuilder app) => app.MapGet("/{tenant}/calendar.ics", async (
            SchedulingDb db, TenantDirectory tenants, TenantContext context, HttpContext http, CancellationToken ct) =>
        {
            var events = await db.Events.AsNoTracking().OrderByDescending(row => row.Day).Take(Most).ToListAsync(ct);
            events.Reverse();
            var feed = Encoding.UTF8.GetBytes(CalendarFeed.Of(await tenants.GetAsync(context.Required, ct), events));
            http.Response.Headers.CacheControl = "public, max-age=300";
            return TypedResults.File(feed, "text/calendar; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(feed))}\""));
        })
        .Produces<string>(200, "text/calendar").AllowAnonymous().WithTags("Calendars").WithName("get-calendar").WithSummary("All confirmed events as iCalendar (RFC 5545), for everybody to subscribe");
}
