using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Boards;

/// <summary>What moderators do with a board as a whole.</summary>
static class BoardSteps
{
    public static void MapBoardSteps(this IEndpointRouteBuilder app)
    {
        var boards = app.MapTenantApi("boards/{id:guid}", BoardEndpoints.Tag).RequirePermission(Permissions.BoardsRun).OneAtATimePer("id");

        boards
            .MapPost("start", (Guid id, BoardDoor door, CancellationToken ct) => door.StepAsync(id, held => held.Board.Start(), ct))
            .WithName("start-board")
            .WithSummary("People can write cards and put dots, from now on or again; if they can already nothing changes");

        boards
            .MapPost("freeze", (Guid id, BoardDoor door, CancellationToken ct) => door.StepAsync(id, held => held.Board.Freeze(), ct))
            .WithName("freeze-board")
            .WithSummary("Nobody adds or takes away anything until it is started again; moderators still put it in order");

        boards
            .MapPost("close", (Guid id, BoardDoor door, CancellationToken ct) => door.CloseAsync(id, ct).AsDtoAsync())
            .WithName("close-board")
            .WithSummary("Ends it for good: its link is void, who wrote what is forgotten, its cards can be taken over");

        boards
            .MapPost(
                "timer",
                (Guid id, StartTimer timer, BoardDoor door, CancellationToken ct) =>
                    door.StepAsync(
                        id,
                        held =>
                        {
                            held.Board.StartTimer(held.Now.AddMinutes(timer.Minutes));
                            return true;
                        },
                        ct
                    )
            )
            .WithName("start-timer")
            .WithSummary("Shows all how much time is left, from now or anew");

        boards
            .MapDelete(
                "timer",
                (Guid id, BoardDoor door, CancellationToken ct) =>
                    door.StepAsync(
                        id,
                        held =>
                        {
                            var ran = held.Board.TimerEndsAt is not null;
                            held.Board.StopTimer();
                            return ran;
                        },
                        ct
                    )
            )
            .WithName("stop-timer")
            .WithSummary("Takes the timer away");
    }

    /// <summary>Told only where it changed something.</summary>
    static Task<BoardDto> StepAsync(this BoardDoor door, Guid id, Func<HeldBoard, bool> step, CancellationToken ct) =>
        door.HoldAsync(BoardWay.By(id), held => Task.FromResult(step(held) ? held.TellBoard() : held.Board), ct).AsDtoAsync();

    public static Task<Board> CloseAsync(this BoardDoor door, Guid id, CancellationToken ct) =>
        door.HoldAsync(
            BoardWay.By(id),
            async held =>
            {
                if (!held.Board.Close(held.Now))
                    return held.Board;
                await held.Db.ForgetParticipantsAsync(id, ct);
                held.Tell(BoardChangeKind.BoardClosed, id);
                return held.Board;
            },
            ct
        );

    /// <summary>Who wrote what and whose dots they are; of cards that were taken back or removed nothing stays.</summary>
    static async Task ForgetParticipantsAsync(this ParticipationDb db, Guid id, CancellationToken ct)
    {
        await db.CardDots.Where(dots => dots.BoardId == id).ExecuteDeleteAsync(ct);
        await db.Cards.Where(card => card.BoardId == id && card.State != CardState.Standing).ExecuteDeleteAsync(ct);
        await db.Cards.Where(card => card.BoardId == id).ExecuteUpdateAsync(card => card.SetProperty(row => row.Writer, (string?)null), ct);
    }

    public static Board TellBoard(this HeldBoard held)
    {
        held.Tell(BoardChangeKind.Board, held.Board.Id);
        return held.Board;
    }

    /// <summary>With the version that it has once it is stored.</summary>
    public static async Task<BoardDto> AsDtoAsync(this Task<Board> board) => BoardDto.From(await board);
}
