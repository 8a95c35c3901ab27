using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Http;

namespace Integrationskonzept.Participation.Boards.Changes;

static class ChangeEndpoints
{
    const string EventStream = "text/event-stream";

    public static void MapBoardChanges(this IEndpointRouteBuilder app)
    {
        app.MapTenantApi("boards/{id:guid}/changes", BoardEndpoints.Tag)
            .MapGet("", (Guid id, ChangeStream stream, HttpContext http, long? since) => stream.SendAsync(BoardWay.By(id), since, http))
            .RequirePermission(Permissions.ContributionsSubmit)
            .Produces<string>(StatusCodes.Status200OK, EventStream)
            .DisableHttpMetrics() // how long a workshop lasts says nothing of how fast we answer
            .WithName("follow-board")
            .WithSummary("The board's changes as they happen (Server-Sent Events)");

        app.MapTenantApi("board-links/{token}/changes", "Board links")
            .AllowAnonymous()
            .MapGet(
                "",
                (string token, ChangeStream stream, HttpContext http, long? since) => stream.SendAsync(BoardWay.By(token), since, http)
            )
            .Produces<string>(StatusCodes.Status200OK, EventStream)
            .DisableHttpMetrics()
            .WithName("follow-board-by-link")
            .WithSummary("The board's changes as they happen (Server-Sent Events)");
    }
}
