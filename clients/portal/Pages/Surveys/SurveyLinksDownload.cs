using Integrationskonzept.Portal.Api;
using Microsoft.AspNetCore.Mvc;

namespace Integrationskonzept.Portal.Pages.Surveys;

/// <summary>Personal links as a file: made by a form, shown on no page and kept nowhere.</summary>
static class SurveyLinksDownload
{
    public static void MapSurveyLinks(this IEndpointRouteBuilder app) =>
        app.MapPost(
                "/{tenant}/surveys/{id:guid}/links.csv",
                (
                    string tenant,
                    Guid id,
                    [FromForm] Guid batch,
                    [FromForm] int count,
                    HttpContext http,
                    IHttpClientFactory clients,
                    IConfiguration configuration
                ) =>
                    Downloads.PassOnAsync(
                        new(HttpMethod.Put, Downloads.Address(configuration, $"{Uri.EscapeDataString(tenant)}/surveys/{id}/links.csv"))
                        {
                            Content = JsonContent.Create(new { batch, count }),
                        },
                        http,
                        clients
                    )
            )
            .RequireAuthorization();
}
