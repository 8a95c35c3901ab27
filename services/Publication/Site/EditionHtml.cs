using Integrationskonzept.Publication.Editions;
using Integrationskonzept.Publication.Site.Pages;
using Integrationskonzept.ServiceDefaults.Rendering;
using Integrationskonzept.ServiceDefaults.Tenancy;

namespace Integrationskonzept.Publication.Site;

/// <summary>An edition as HTML: for the browser, and, with its style inside, for the PDF.</summary>
static class EditionHtml
{
    /// <summary>The page of an earlier edition leads to the newest.</summary>
    public static Task<string> PageAsync(IServiceProvider services, Edition edition, int newest, KnownTenant tenant) =>
        RenderAsync(services, edition, tenant, new() { [nameof(EditionPage.Newest)] = newest });

    public static Task<string> PrintAsync(IServiceProvider services, Edition edition, KnownTenant tenant) =>
        RenderAsync(services, edition, tenant, new() { [nameof(EditionPage.Print)] = SiteStyle.PrintCss + SiteStyle.Accent(tenant) });

    static Task<string> RenderAsync(IServiceProvider services, Edition edition, KnownTenant tenant, Dictionary<string, object?> more) =>
        RazorHtml.RenderAsync<EditionPage>(
            services,
            new(more)
            {
                [nameof(EditionPage.Edition)] = edition,
                [nameof(EditionPage.Tenant)] = tenant,
                [nameof(EditionPage.PublicUrl)] = services.GetRequiredService<IConfiguration>()["Platform:PublicUrl"] ?? "",
            }
        );
}
