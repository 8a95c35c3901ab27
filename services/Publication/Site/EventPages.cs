using Integrationskonzept.Publication.Processes;
using Integrationskonzept.Publication.Site.Pages;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Publication.Site;

/// <summary>A page for each event, and one for registering.</summary>
static class EventPages
{
    public static void MapEventPages(this IEndpointRouteBuilder site)
    {
        site.MapGet(
            "/_site/registration.js",
            (HttpContext http) => SiteEndpoints.Asset(http, SiteStyle.RegistrationScript, "text/javascript")
        );

        site.MapGet(
            "/{tenant}/events/{id:guid}",
            async (Guid id, PublicationDb db, TenantClock clock, HttpContext http, CancellationToken ct) =>
            {
                var row = await db.EventAsync(id, ct);
                var area = await db
                    .TopicAreas.AsNoTracking()
                    .Where(item => item.MandateId == row.MandateId && item.Key == row.Details.TopicAreaKey)
                    .Select(item => item.Title)
                    .SingleOrDefaultAsync(ct);
                return await SiteEndpoints.PageAsync<EventPage>(
                    http,
                    new()
                    {
                        [nameof(EventPage.Tenant)] = await clock.LandkreisAsync(ct),
                        [nameof(EventPage.Row)] = new AnnouncedEventDto(row.Details, row.Cancelled, row.Held),
                        [nameof(EventPage.Now)] = clock.GetUtcNow(),
                        [nameof(EventPage.Area)] = area,
                        [nameof(EventPage.MandateId)] = row.MandateId,
                    }
                );
            }
        );

        site.MapGet(
            "/{tenant}/events/{id:guid}/registration",
            async (Guid id, PublicationDb db, TenantClock clock, HttpContext http, CancellationToken ct) =>
                await SiteEndpoints.PageAsync<RegistrationPage>(
                    http,
                    new()
                    {
                        [nameof(RegistrationPage.Tenant)] = await clock.LandkreisAsync(ct),
                        [nameof(RegistrationPage.Event)] = (await db.EventAsync(id, ct)).Details,
                    }
                )
        );
    }

    static async Task<PublicEvent> EventAsync(this PublicationDb db, Guid id, CancellationToken ct) =>
        await db.Events.AsNoTracking().SingleOrDefaultAsync(row => row.EventId == id, ct) ?? throw new NotFoundProblem();
}
