using Integrationskonzept.Publication.Editions;
using Integrationskonzept.Publication.Site.Pages;
using Integrationskonzept.ServiceDefaults.Rendering;
using Integrationskonzept.ServiceDefaults.Tenancy;

namespace Integrationskonzept.Publication.Site;

/// <summary>An edition as HTML: for the browser, and, with its style inside, for the PDF.</summary>
static class EditionHtml
{
    public static Task<string> PageAsync(IServiceProvider services, Edition edition, KnownTenant tenant) => RenderAsync(services, edition, tenant, null);

    public static Task<string> PrintAsync(IServiceProvider services, Edition edition, KnownTenant tenant) =>
        RenderAsync(services, edition, tenant, SiteStyle.Css + SiteStyle.Accent(tenant));

    static Task<string> RenderAsync(IServiceProvider services, Edition edition, KnownTenant tenant, string? print) =>
        RazorHtml.RenderAsync<EditionPage>(services, new()
        {
            [nameof(EditionPage.Edition)] = edition, [nameof(EditionPage.Tenant)] = tenant, [nameof(EditionPage.Print)] = print,
            [nameof(EditionPage.PublicUrl)] = services.GetRequiredService<IConfiguration>()["Platform:PublicUrl"] ?? "",
        });
}
