using System.Security.Cryptography;
using System.Text;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Integrationskonzept.Scheduling.Telling.Calendars;

static class CalendarEndpoints
{
    /// <summary>The newest events; a Landkreis has a dozen or two in a process.</summary>
    const int Most = 2_000;
    static readonly RegistrationState[] InCalendar = [RegistrationState.Confirmed, RegistrationState.Pending, RegistrationState.Offered];

    public static void AddCalendars(this WebApplicationBuilder builder) => builder.Services.AddScoped<PersonalCalendars>();

    public static void MapCalendars(this IEndpointRouteBuilder app)
    {
        Map(
                app,
                "calendar.ics",
                async (SchedulingDb db, TenantClock clock, HttpContext http, CancellationToken ct) =>
                    Feed(http, await clock.LandkreisAsync(ct), await NewestAsync(db.Events, ct), "public, max-age=300")
            )
            .WithName("get-calendar")
            .WithSummary("All confirmed events as iCalendar (RFC 5545), for everybody to subscribe");

        Map(
                app,
                "calendar/topic-areas/{topicArea}.ics",
                async (string topicArea, SchedulingDb db, TenantClock clock, HttpContext http, CancellationToken ct) =>
                {
                    var events = await NewestAsync(db.Events.Where(row => row.TopicAreaKey == topicArea), ct);
                    var tenant = await clock.LandkreisAsync(ct);
                    return Feed(
                        http,
                        tenant,
                        events.Count == 0 ? throw new NotFoundProblem() : events,
                        "public, max-age=300",
                        $"{events[0].TopicArea}, {tenant.Name}"
                    );
                }
            )
            .WithName("get-topic-area-calendar")
            .WithSummary("The events of one topic area as iCalendar, for everybody to subscribe");

        Map(
                app,
                "calendar/mine.ics",
                async (string secret, SchedulingDb db, TenantClock clock, HttpContext http, CancellationToken ct) =>
                {
                    var hash = PersonalCalendars.HashOf(secret);
                    var subject =
                        await db.Contacts.Where(row => row.CalendarKeyHash == hash).Select(row => row.Subject).SingleOrDefaultAsync(ct)
                        ?? throw new NotFoundProblem();
                    var events = db.Events.Where(row =>
                        db.Registrations.Any(own => own.Subject == subject && own.EventId == row.Id && InCalendar.Contains(own.State))
                    );
                    var tenant = await clock.LandkreisAsync(ct);
                    return Feed(http, tenant, await NewestAsync(events, ct), "private, no-cache", $"Meine Veranstaltungen, {tenant.Name}");
                }
            )
            .WithName("get-my-calendar")
            .WithSummary("The events that a person is registered for, by the secret in its address");

        app.MapTenantApi("calendar-links", "Calendars").MapCalendarLinks();
        app.MapTenantApi("registration-links", "Registration links")
            .AllowAnonymous()
            .MapPost(
                "calendar",
                async (UseLink use, RegistrationLinks links, PersonalCalendars calendars, CancellationToken ct) =>
                    TypedResults.Ok(
                        new CalendarLink(await calendars.AddressAsync(links.Read(use.Token, LinkPurpose.Calendar).Id, ct, renew: true))
                    )
            )
            .WithName("renew-calendar-by-link")
            .WithSummary("A new secret address of the personal calendar; the old one is void");
    }

    static void MapCalendarLinks(this RouteGroupBuilder links)
    {
        links
            .MapGet(
                "mine",
                (SchedulingDb db, PersonalCalendars calendars, Caller caller, CancellationToken ct) =>
                    MineAsync(db, calendars, caller, renew: false, ct)
            )
            .RequirePermission(Permissions.RegistrationsMake)
            .WithName("get-my-calendar-link")
            .WithSummary("The secret address of the caller's calendar");
        links
            .MapPost(
                "mine/renew",
                (SchedulingDb db, PersonalCalendars calendars, Caller caller, CancellationToken ct) =>
                    MineAsync(db, calendars, caller, renew: true, ct)
            )
            .RequirePermission(Permissions.RegistrationsMake)
            .WithName("renew-my-calendar-link")
            .WithSummary("A new secret address of the caller's calendar; the old one is void");
    }

    static async Task<Ok<CalendarLink>> MineAsync(
        SchedulingDb db,
        PersonalCalendars calendars,
        Caller caller,
        bool renew,
        CancellationToken ct
    )
    {
        var subject = caller.Id;
        var contact =
            await db.Contacts.Where(row => row.Subject == subject).Select(row => (Guid?)row.Id).SingleOrDefaultAsync(ct)
            ?? throw new NoCalendarYet();
        return TypedResults.Ok(new CalendarLink(await calendars.AddressAsync(contact, ct, renew)));
    }

    static RouteHandlerBuilder Map(IEndpointRouteBuilder app, string path, Delegate handler) =>
        app.MapGet($"/{{tenant}}/{path}", handler).Produces<string>(200, "text/calendar").AllowAnonymous().WithTags("Calendars");

    static async Task<List<Event>> NewestAsync(IQueryable<Event> events, CancellationToken ct)
    {
        var rows = await events.AsNoTracking().OrderByDescending(row => row.Day).ThenByDescending(row => row.Id).Take(Most).ToListAsync(ct);
        rows.Reverse();
        return rows;
    }

    static FileContentHttpResult Feed(HttpContext http, KnownTenant tenant, List<Event> events, string caching, string? name = null)
    {
        var feed = Encoding.UTF8.GetBytes(CalendarFeed.Write(tenant, events, name));
        http.Response.Headers.CacheControl = caching;
        return TypedResults.File(
            feed,
            "text/calendar; charset=utf-8",
            entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(feed))}\"")
        );
    }
}

/// <param name="Address">Where calendar programs subscribe; whoever has it can read it.</param>
public sealed record CalendarLink(string Address);

/// <summary>Nothing is registered by this account yet, or it has no mail address.</summary>
public sealed class NoCalendarYet()
    : NotFoundProblem(
        "no-calendar-yet",
        new("Ihr Kalender entsteht mit Ihrer ersten Anmeldung.", "Your calendar comes with your first registration.")
    );
