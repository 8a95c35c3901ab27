using Integrationskonzept.Participation.Screening;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using QRCoder;

namespace Integrationskonzept.Participation.Boards;

/// <summary>The link by which phones come to a board.</summary>
static class BoardLinks
{
    public static void MapBoardLinks(this IEndpointRouteBuilder app)
    {
        var link = app.MapTenantApi("boards/{id:guid}/link", BoardEndpoints.Tag);

        link.MapGet(
                "",
                async (
                    Guid id,
                    ParticipationDb db,
                    Screen screen,
                    TenantContext tenant,
                    IConfiguration configuration,
                    CancellationToken ct
                ) =>
                {
                    await screen.RequireNotBlockedAsync(ct);
                    return LinkOf(await db.Boards.AsNoTracking().GetAsync(id, ct), tenant, configuration);
                }
            )
            .RequirePermission(Permissions.ContributionsSubmit)
            .WithName("get-board-link")
            .WithSummary("The link by which phones come to the board");

        link.MapGet(
                "qr",
                async (Guid id, ParticipationDb db, TenantContext tenant, IConfiguration configuration, CancellationToken ct) =>
                    TypedResults.Bytes(Png(LinkOf(await db.Boards.AsNoTracking().GetAsync(id, ct), tenant, configuration).Url), "image/png")
            )
            .Produces<byte[]>(StatusCodes.Status200OK, "image/png")
            .RequirePermission(Permissions.BoardsRun)
            .WithName("get-board-qr")
            .WithSummary("The link as a QR code, to be shown on the screen");

        link.MapPost("renew", RenewAsync)
            .OneAtATimePer("id")
            .RequirePermission(Permissions.BoardsRun)
            .WithName("renew-board-link")
            .WithSummary("Makes a new link; the one so far is void, and who came by it is sent away");
    }

    static Task<BoardLinkDto> RenewAsync(
        Guid id,
        BoardDoor door,
        TenantContext tenant,
        IConfiguration configuration,
        CancellationToken ct
    ) =>
        door.HoldAsync(
            BoardWay.By(id),
            held =>
            {
                held.Board.RequireNotClosed();
                held.Board.RenewLink(held.Tell(BoardChangeKind.LinkRenewed, id));
                return Task.FromResult(LinkOf(held.Board, tenant, configuration));
            },
            ct
        );

    static BoardLinkDto LinkOf(Board board, TenantContext tenant, IConfiguration configuration)
    {
        board.RequireNotClosed();
        var token = string.Join('-', board.Token!.Chunk(4).Select(part => new string(part)));
        return new(token, new Uri(PublicUrl.Of(configuration), $"portal/{tenant.Required}/boards/join/{token}").AbsoluteUri);
    }

    static byte[] Png(string url)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(url, QRCodeGenerator.ECCLevel.M);
        return new PngByteQRCode(data).GetGraphic(12);
    }
}
