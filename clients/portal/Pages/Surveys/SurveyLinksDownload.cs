using Integrationskonzept.Portal.Api;
using Microsoft.AspNetCore.Mvc;

namespace Integrationskonzept.Portal.Pages.Surveys;

/// <summary>Personal links as a file: made by a form, shown on no page and kept nowhere. Each press makes others: a download
/// leaves the form as it was, so nothing of it tells one press from the next.</summary>
static class SurveyLinksDownload
{
    public static void MapSurveyLinks(this IEndpointRouteBuilder app) =>
        app.MapPost(
                "/{tenant}/surveys/{id:guid}/links.csv",
                (
                    string tenant,
                    Guid id,
                    [FromForm] int count,
                    HttpContext http,
                    IHttpClientFactory clients,
                    IConfiguration configuration
                ) =>
                    Downloads.PassOnAsync(
                        new(HttpMethod.Put, Downloads.Address(configuration, $"{Uri.EscapeDataString(tenant)}/surveys/{id}/links.csv"))
                        {
                            Content = JsonContent.Create(new { batch = SurveyAnswerForm.NewId(), count }),
                        },
                        http,
                        clients
                    )
            )
            .RequireAuthorization();
}
