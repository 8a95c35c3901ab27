using System.Text;
using Integrationskonzept.Components;
using Integrationskonzept.Publication.Editions;
using Integrationskonzept.Publication.Processes;
using Integrationskonzept.Publication.Site.Pages;
using Integrationskonzept.ServiceDefaults.Rendering;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Integrationskonzept.Publication.Site;

/// <summary>
/// The public site: server-rendered, the same for everybody, without scripts but on the pages for registering and for polls.
/// </summary>
static class SiteEndpoints
{
    const int MostTenants = 500;

    public static IServiceCollection AddSite(this IServiceCollection services) => services.AddKern().AddExceptionHandler<SiteErrors>();

    public static void MapSite(this IEndpointRouteBuilder app)
    {
        var site = app.MapGroup("").ExcludeFromDescription().AllowAnonymous();

        site.MapGet(
            "/",
            async (PublicationDb db, HttpContext http, CancellationToken ct) =>
                await PageAsync<HomePage>(
                    http,
                    new()
                    {
                        [nameof(HomePage.Tenants)] = await db
                            .KnownTenants.AsNoTracking()
                            .OrderBy(row => row.Name)
                            .Take(MostTenants)
                            .ToListAsync(ct),
                    }
                )
        );
        site.MapGet("/barrierefreiheit", Task<IResult> (HttpContext http, CancellationToken _) => PageAsync<AccessibilityPage>(http, []));
        site.MapGet("/leichte-sprache", Task<IResult> (HttpContext http, CancellationToken _) => PageAsync<EasyLanguagePage>(http, []));
        app.MapKern("/_site");
        site.MapGet("/_site/site.css", (HttpContext http) => Asset(http, SiteStyle.Css, "text/css"));

        site.MapGet(
            "/{tenant}",
            async (PublicationDb db, TenantClock clock, HttpContext http, CancellationToken ct) =>
            {
                var editions = await db.Editions.AsNoTracking().OrderByDescending(row => row.Number).Take(20).ToListAsync(ct);
                return await PageAsync<TenantPage>(
                    http,
                    new()
                    {
                        [nameof(TenantPage.Tenant)] = await clock.LandkreisAsync(ct),
                        [nameof(TenantPage.Now)] = clock.GetUtcNow(),
                        [nameof(TenantPage.Processes)] = await db.ReadProcessesAsync(ct),
                        [nameof(TenantPage.Editions)] = editions.Select(row => EditionSummary.From(row, clock.Slug)).ToList(),
                    }
                );
            }
        );
        site.MapGet(
            "/{tenant}/farbe.css",
            async (TenantClock clock, HttpContext http, CancellationToken ct) =>
                Asset(http, SiteStyle.Accent(await clock.LandkreisAsync(ct)), "text/css")
        );

        site.MapEventPages();
        site.MapPollPage();

        site.MapGet(
            "/{tenant}/konzept/{number:int}",
            async (int number, PublicationDb db, TenantClock clock, HttpContext http, CancellationToken ct) =>
            {
                var edition = await db.FindEditionAsync(number, ct);
                http.Response.Headers.CacheControl = "public, max-age=300";
                var newest = await db.Editions.MaxAsync(row => row.Number, ct);
                return TypedResults.Text(
                    await EditionHtml.PageAsync(http.RequestServices, edition, newest, await clock.LandkreisAsync(ct)),
                    "text/html",
                    Encoding.UTF8
                );
            }
        );
        site.MapGet(
            "/{tenant}/konzept/{number:int}/inhalt.json",
            async (int number, PublicationDb db, CancellationToken ct) =>
            {
                var edition = await db.FindEditionAsync(number, ct);
                return TypedResults.File(
                    Encoding.UTF8.GetBytes(edition.ContentJson),
                    "application/json",
                    entityTag: new($"\"{edition.ContentHash}\"")
                );
            }
        );
    }

    internal static async Task<IResult> PageAsync<TPage>(HttpContext http, Dictionary<string, object?> parameters)
        where TPage : IComponent
    {
        http.Response.Headers.Vary = HeaderNames.AcceptLanguage;
        return TypedResults.Text(await RazorHtml.RenderAsync<TPage>(http.RequestServices, parameters), "text/html", Encoding.UTF8);
    }

    internal static ContentHttpResult Asset(HttpContext http, string text, string type)
    {
        http.Response.Headers.CacheControl = "public, max-age=3600";
        return TypedResults.Text(text, type, Encoding.UTF8);
    }
}
