using Integrationskonzept.Portal.Api;
using Microsoft.AspNetCore.Antiforgery;

namespace Integrationskonzept.Portal.Pages.Door;

/// <summary>
/// What the script at the door asks for: who is expected, and to check people in. It has no token; the API is asked as the person who is
/// signed in, and what it says is passed on as it is.
/// </summary>
static class DoorEndpoints
{
    public static void MapDoor(this IEndpointRouteBuilder app)
    {
        var door = app.MapGroup("/{tenant}/events/{eventId:guid}/door/{listId:guid}").RequireAuthorization();
        door.MapGet("people", PeopleAsync);
        door.MapPost("scans", ScanAsync);
    }

    static Task PeopleAsync(string tenant, Guid eventId, Guid listId, Guid? after, HttpContext http, DoorApi api) =>
        api.PassAsync(
            new(HttpMethod.Get, api.Address(tenant, eventId, listId, $"people?limit=200{(after is null ? "" : $"&after={after}")}")),
            http
        );

    static async Task ScanAsync(string tenant, Guid eventId, Guid listId, HttpContext http, DoorApi api, IAntiforgery antiforgery)
    {
        if (!await antiforgery.IsRequestValidAsync(http))
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        var scans = new HttpRequestMessage(HttpMethod.Post, api.Address(tenant, eventId, listId, "scans"))
        {
            Content = new StreamContent(http.Request.Body) { Headers = { ContentType = new("application/json") } },
        };
        await api.PassAsync(scans, http);
    }
}

/// <summary>The API's check-in lists, as they are.</summary>
sealed class DoorApi(IHttpClientFactory clients, IConfiguration configuration)
{
    readonly string gateway = configuration["services:gateway:http:0"] ?? "http://gateway";

    public Uri Address(string tenant, Guid eventId, Guid listId, string what) =>
        new($"{gateway}/api/v1/{Uri.EscapeDataString(tenant)}/events/{eventId}/check-in-lists/{listId}/{what}");

    public async Task PassAsync(HttpRequestMessage request, HttpContext http)
    {
        using (request)
        {
            using var answer = await clients.CreateClient(ApiSetup.Name).SendAsync(request, http.RequestAborted);
            http.Response.StatusCode = (int)answer.StatusCode;
            http.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
            await answer.Content.CopyToAsync(http.Response.Body, http.RequestAborted);
        }
    }
}
