using Integrationskonzept.Participation.Boards.Changes;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Integrationskonzept.ServiceDefaults.Validation;
using Integrationskonzept.ServiceDefaults.Work;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Boards;

static class BoardEndpoints
{
    public const string Tag = "Boards";

    public static void AddBoards(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<BoardOptions>(builder.Configuration.GetSection("Boards"));
        builder.Services.AddScoped<BoardDoor>().AddHousekeeping<BoardHousekeeping>().AddBoardChanges();
    }

    public static void MapBoards(this IEndpointRouteBuilder app)
    {
        var ofArea = app.MapTenantApi("topic-areas/{topicAreaId:guid}/boards", Tag);

        ofArea
            .MapPost("", OpenAsync)
            .RequirePermission(Permissions.BoardsRun)
            .WithName("open-board")
            .WithSummary("Prepares a board from the template of its method; it is started later");

        ofArea
            .MapGet("", ListAsync)
            .RequirePermission(Permissions.TopicAreasRead)
            .WithName("list-boards")
            .WithSummary("The boards of a topic area, oldest first");

        var boards = app.MapTenantApi("boards/{id:guid}", Tag);

        boards
            .MapGet(
                "",
                async (Guid id, ParticipationDb db, CancellationToken ct) =>
                    TypedResults.Ok(BoardDto.From(await db.Boards.AsNoTracking().GetAsync(id, ct)))
            )
            .RequirePermission(Permissions.TopicAreasRead)
            .WithName("get-board")
            .WithSummary("One board, without its cards");

        boards
            .MapPut("", EditAsync)
            .OneAtATimePer("id")
            .RequirePermission(Permissions.BoardsRun)
            .WithName("edit-board")
            .WithSummary("Changes title, question, columns and dots, also while it runs");

        app.MapBoardSteps();
        app.MapBoardLinks();
        app.MapCards();
        app.MapBoardModeration();
        app.MapBoardChanges();
    }

    static Task<Created<BoardDto>> OpenAsync(
        Guid topicAreaId,
        OpenBoard open,
        ParticipationDb db,
        TenantContext tenant,
        TimeProvider time,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                (await db.TopicAreas.AsNoTracking().GetAsync(topicAreaId, ct)).RequireNotConcluded();
                var template = BoardTemplate.Of(open.Method);
                var board = new Board
                {
                    TopicAreaId = topicAreaId,
                    Method = open.Method,
                    Title = open.Title.Trim(),
                    Question = Words.OrNull(open.Question) ?? template.Question.ToString(),
                    Columns = open.Columns is { } columns
                        ? [.. columns.Select(column => new BoardColumn(SequentialId.Next(), column.Title.Trim()))]
                        : template.NewColumns(),
                    DotsPerPerson = open.DotsPerPerson ?? template.Dots,
                    EventId = open.EventId,
                    Event = Words.OrNull(open.Event),
                    OpenedAt = time.GetUtcNow(),
                };
                db.Boards.Add(board);
                db.BoardCounters.Add(new() { BoardId = board.Id });
                await db.SaveChangesAsync(ct);
                return TypedResults.Created($"/api/v1/{tenant.Required}/boards/{board.Id}", BoardDto.From(board));
            },
            ct
        );

    static async Task<Page<BoardDto>> ListAsync(Guid topicAreaId, ParticipationDb db, [AsParameters] PageRequest page, HttpContext http)
    {
        await db.TopicAreas.AsNoTracking().GetAsync(topicAreaId, http.RequestAborted);
        return await db.Boards.AsNoTracking().Where(row => row.TopicAreaId == topicAreaId).ToPageAsync(page, http, BoardDto.From);
    }

    static Task<BoardDto> EditAsync(Guid id, EditBoard edit, IfMatch match, BoardDoor door, CancellationToken ct) =>
        door.HoldAsync(
                BoardWay.By(id),
                async held =>
                {
                    match.Require(held.Board);
                    held.Board.Edit(edit, await held.Cards.Select(card => card.ColumnId).Distinct().ToListAsync(ct));
                    return held.TellBoard();
                },
                ct
            )
            .AsDtoAsync();
}
