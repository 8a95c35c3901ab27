using System.Globalization;
using Integrationskonzept.Planning;
using Integrationskonzept.Scheduling.Attendance.CheckIns;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Rendering;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Attendance.Certificates;

static class CertificateEndpoints
{
    public static void MapCertificates(this IEndpointRouteBuilder app)
    {
        app.MapTenantApi("events/{eventId:guid}/registrations/{id:guid}", "Check-in")
            .MapGet(
                "certificate",
                async (Guid eventId, Guid id, SchedulingDb db, Caller caller, HttpContext http, CancellationToken ct) =>
                    await MakeAsync(await db.FindAsync(eventId, id, caller, ct), db, http, ct)
            )
            .Produces<string>(200, "application/pdf")
            .RequirePermission(Permissions.RegistrationsMake)
            .WithName("get-certificate")
            .WithSummary("Certificate of attendance as PDF, for those who were checked in at an event that was held");

        app.MapTenantApi("registration-links", "Registration links")
            .AllowAnonymous()
            .MapPost(
                "certificate",
                async (
                    GetCertificateByLink use,
                    RegistrationLinks links,
                    SchedulingDb db,
                    TimeProvider time,
                    HttpContext http,
                    CancellationToken ct
                ) =>
                    await MakeAsync(
                        await NamedAsync(links.Read(use.Token, LinkPurpose.Certificate).Id, use.Name, db, time, ct),
                        db,
                        http,
                        ct
                    )
            )
            .Produces<string>(200, "application/pdf")
            .WithName("get-certificate-by-link")
            .WithSummary("Certificate of attendance as PDF by the link in the thanks; as often as it is needed, until the link expires");
    }

    /// <summary>The name is kept only of those who get a certificate.</summary>
    static Task<Registration> NamedAsync(Guid id, string? name, SchedulingDb db, TimeProvider time, CancellationToken ct) =>
        db.InTransactionAsync(
            async () =>
            {
                var row =
                    await db.Registrations.FromSql($"select * from registrations where id = {id} for update").SingleOrDefaultAsync(ct)
                    ?? throw new LinkExpired();
                await AttendedAsync(row, db, ct);
                row.TellName(name);
                db.NoteConsents(time.GetUtcNow());
                await db.SaveChangesAsync(ct);
                return row;
            },
            ct
        );

    static async Task<Event> AttendedAsync(Registration row, SchedulingDb db, CancellationToken ct)
    {
        var held = await db.Events.AsNoTracking().GetAsync(row.EventId, ct);
        if (held.State != EventState.Held)
            throw new EventNotHeld();
        return await db.CameAsync(row, ct) ? held : throw new NotCheckedIn();
    }

    static async Task<FileContentHttpResult> MakeAsync(Registration row, SchedulingDb db, HttpContext http, CancellationToken ct)
    {
        var held = await AttendedAsync(row, db, ct);
        if (row.Name is not { } name)
            throw new NameMissing();

        var services = http.RequestServices;
        var tenant = await services.GetRequiredService<TenantClock>().LandkreisAsync(ct);
        var html = await RazorHtml.RenderAsync<CertificatePage>(
            services,
            new()
            {
                [nameof(CertificatePage.Tenant)] = tenant,
                [nameof(CertificatePage.Event)] = held,
                [nameof(CertificatePage.Name)] = name,
                [nameof(CertificatePage.Time)] = CivilTime.Read(tenant),
                [nameof(CertificatePage.Number)] = row.Id.ToString(),
            }
        );
        var pdf = await services
            .GetRequiredService<RenderingClient>()
            .RenderAsync(
                RenderFormat.Pdf,
                new(html, CertificatePage.Title.ToString(), CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, tenant.Centre, held.End),
                ct
            );
        http.Response.Headers.CacheControl = "no-store";
        var mandate = await db
            .Mandates.AsNoTracking()
            .Where(granted => granted.Id == held.MandateId)
            .Select(granted => granted.Reference)
            .SingleOrDefaultAsync(ct);
        return TypedResults.File(
            pdf,
            "application/pdf",
            FileNames.Of(CertificatePage.Title.ToString(), tenant.Slug, mandate, held.Day, "pdf")
        );
    }
}

/// <summary>Nobody has taken part yet.</summary>
public sealed class EventNotHeld()
    : ConflictProblem(
        "event-not-held",
        new(
            "Diese Veranstaltung wurde noch nicht als durchgeführt gemeldet; danach gibt es Bescheinigungen.",
            "This event was not yet reported as held; certificates are available afterwards."
        )
    );

/// <summary>Registered, but not seen.</summary>
public sealed class NotCheckedIn()
    : ConflictProblem(
        "not-checked-in",
        new(
            "Zu dieser Anmeldung wurde niemand eingecheckt. Wer da war, wendet sich an die Koordination.",
            "Nobody was checked in for this registration. Who was there talks to the coordinator."
        )
    );

/// <summary>For whom?</summary>
public sealed class NameMissing()
    : ConflictProblem(
        "name-missing",
        new(
            "Zu dieser Anmeldung ist kein Name angegeben. Tragen Sie ihn in der Anmeldung nach.",
            "No name was given with this registration. Add it to the registration."
        )
    );
