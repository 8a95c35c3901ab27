using Integrationskonzept.Publication.Site.Pages;
using Integrationskonzept.ServiceDefaults.Tenancy;

namespace Integrationskonzept.Publication.Site;

/// <summary>Where links to polls lead. What is asked only those learn who have such a link: the page is the same for every poll.</summary>
static class PollPages
{
    public static void MapPollPage(this IEndpointRouteBuilder site)
    {
        site.MapGet("/_site/poll.js", (HttpContext http) => SiteEndpoints.Asset(http, SiteStyle.PollScript, "text/javascript"));

        site.MapGet(
            "/{tenant}/polls/{id:guid}",
            async (TenantClock clock, HttpContext http, CancellationToken ct) =>
                await SiteEndpoints.PageAsync<PollPage>(http, new() { [nameof(PollPage.Tenant)] = await clock.LandkreisAsync(ct) })
        );
    }
}
