using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Boards;

/// <summary>The way to boards: by their id for people of the Landkreis, by a link for whoever has it.</summary>
sealed class BoardDoor(ParticipationDb db, TurnOfScope turn, TimeProvider time)
{
    public async Task<Board> LookAsync(BoardWay way, CancellationToken ct)
    {
        var boards = db.Boards.AsNoTracking();
        if (way.Id is { } id)
            return await boards.GetAsync(id, ct);
        var token = BoardToken.Read(way.Token!);
        return await boards.SingleOrDefaultAsync(board => board.Token == token, ct) ?? throw new BoardLinkVoid();
    }

    /// <summary>
    /// Does something on a held board, and stores it. Who waits does so without a connection: hundreds send at the same moment.
    /// </summary>
    public async Task<T> HoldAsync<T>(BoardWay way, Func<HeldBoard, Task<T>> work, CancellationToken ct)
    {
        var id = way.Id ?? (await LookAsync(way, ct)).Id;
        await turn.TakeAsync(id, ct);
        return await db.InTransactionAsync(
            async () =>
            {
                var counter =
                    await db
                        .BoardCounters.FromSql($"select * from board_counters where board_id = {id} for update")
                        .SingleOrDefaultAsync(ct)
                    ?? throw new NotFoundProblem();
                var board = await db.Boards.GetAsync(id, ct);
                if (way.Token is { } token && board.Token != BoardToken.Read(token))
                    throw new BoardLinkVoid();
                var held = new HeldBoard(db, board, counter, time);
                var result = await work(held);
                await held.SaveAsync(ct);
                return result;
            },
            ct
        );
    }
}

/// <summary>How a request names its board.</summary>
sealed record BoardWay(Guid? Id, string? Token)
{
    public static BoardWay By(Guid id) => new(id, null);

    public static BoardWay By(string token) => new(null, token);
}
