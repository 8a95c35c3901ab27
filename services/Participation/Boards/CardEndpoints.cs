using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Http;

namespace Integrationskonzept.Participation.Boards;

/// <summary>What people do on a board: the same for those of the Landkreis and for whoever has the link.</summary>
static class CardEndpoints
{
    public static void MapCards(this IEndpointRouteBuilder app)
    {
        var signedIn = app.MapTenantApi("boards/{id:guid}", BoardEndpoints.Tag).RequirePermission(Permissions.ContributionsSubmit);

        signedIn
            .MapGet(
                "snapshot",
                (Guid id, BoardSnapshots boards, HttpContext http, CancellationToken ct) => boards.TakeAsync(BoardWay.By(id), http, ct)
            )
            .WithName("get-board-snapshot")
            .WithSummary("The board as it is, with all its cards");

        signedIn
            .MapPost(
                "cards",
                (Guid id, WriteCard write, CardWriting writing, HttpContext http, CancellationToken ct) =>
                    writing.WriteAsync(BoardWay.By(id), write, http, ct)
            )
            .OneAtATimePer("id")
            .WithName("write-card")
            .WithSummary("Writes a card; sending it again is no second one");

        signedIn
            .MapDelete(
                "cards/{cardId:guid}",
                (Guid id, Guid cardId, CardWriting writing, HttpContext http, CancellationToken ct) =>
                    writing.TakeBackAsync(BoardWay.By(id), cardId, http, ct)
            )
            .WithName("take-back-card")
            .WithSummary("Takes the caller's own card back while the board runs; its words are gone at once");

        signedIn
            .MapPut(
                "cards/{cardId:guid}/dots",
                (Guid id, Guid cardId, PutDots put, DotPutting putting, HttpContext http, CancellationToken ct) =>
                    putting.PutAsync(BoardWay.By(id), cardId, put, http, ct)
            )
            .WithName("put-dots")
            .WithSummary("Says how many of the caller's dots are on the card, so that repeating it changes nothing");

        var byLink = app.MapTenantApi("board-links/{token}", "Board links").AllowAnonymous();

        byLink
            .MapGet(
                "",
                (string token, BoardSnapshots boards, HttpContext http, CancellationToken ct) =>
                    boards.TakeAsync(BoardWay.By(token), http, ct)
            )
            .WithName("get-board-by-link")
            .WithSummary("The board as it is, with all its cards");

        byLink
            .MapPost(
                "cards",
                (string token, WriteCard write, CardWriting writing, HttpContext http, CancellationToken ct) =>
                    writing.WriteAsync(BoardWay.By(token), write, http, ct)
            )
            .WithName("write-card-by-link")
            .WithSummary("Writes a card; sending it again is no second one");

        byLink
            .MapDelete(
                "cards/{cardId:guid}",
                (string token, Guid cardId, CardWriting writing, HttpContext http, CancellationToken ct) =>
                    writing.TakeBackAsync(BoardWay.By(token), cardId, http, ct)
            )
            .WithName("take-back-card-by-link")
            .WithSummary("Takes the participant's own card back while the board runs; its words are gone at once");

        byLink
            .MapPut(
                "cards/{cardId:guid}/dots",
                (string token, Guid cardId, PutDots put, DotPutting putting, HttpContext http, CancellationToken ct) =>
                    putting.PutAsync(BoardWay.By(token), cardId, put, http, ct)
            )
            .WithName("put-dots-by-link")
            .WithSummary("Says how many of the participant's dots are on the card, so that repeating it changes nothing");
    }
}
