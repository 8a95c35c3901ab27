using Integrationskonzept.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Participation.Boards;

/// <summary>Section <c>Boards</c> of the configuration.</summary>
public sealed class BoardOptions
{
    /// <summary>
    /// How long after it was closed a board is kept with its cards; contributions that came from it stay.
    /// </summary>
    public TimeSpan KeepClosed { get; init; } = TimeSpan.FromDays(180);

    /// <summary>How long after its last change a board that nobody closed is closed.</summary>
    public TimeSpan CloseIdle { get; init; } = TimeSpan.FromDays(14);

    /// <summary>How long after it was closed its changes are kept: a phone that was away may still ask for them.</summary>
    public TimeSpan KeepChanges { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How often a silent stream says that it is there, and changes are looked for that nobody told of.</summary>
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(10);
}

/// <summary>Closes boards on which nothing happens any more, forgets the changes of closed ones soon, and later the boards.</summary>
sealed class BoardHousekeeping(WorkTools tools, IOptions<BoardOptions> options) : Housekeeping(tools, TimeSpan.FromHours(1))
{
    protected override Task RunAsync(CancellationToken ct) =>
        ForgetOfEachTenantAsync(
            async services =>
            {
                var db = services.GetRequiredService<ParticipationDb>();
                var (told, kept) = (Now - options.Value.KeepChanges, Now - options.Value.KeepClosed);
                await CloseIdleAsync(services, Now - options.Value.CloseIdle, ct);
                var over = db.Boards.Where(board => board.ClosedAt < told);
                var forgotten = await db.BoardChanges.Where(change => over.Any(board => board.Id == change.BoardId)).ExecuteDeleteAsync(ct);
                return forgotten + await ForgetBoardsAsync(db, kept, ct);
            },
            ct
        );

    static async Task CloseIdleAsync(IServiceProvider services, DateTimeOffset before, CancellationToken ct)
    {
        var db = services.GetRequiredService<ParticipationDb>();
        var idle = await db
            .Boards.Where(board =>
                board.ClosedAt == null
                && board.OpenedAt < before
                && !db.BoardChanges.Any(change => change.BoardId == board.Id && change.At >= before)
            )
            .Select(board => board.Id)
            .ToListAsync(ct);
        foreach (var id in idle)
        {
            await services.GetRequiredService<BoardDoor>().CloseAsync(id, ct);
            db.ChangeTracker.Clear();
        }
    }

    static async Task<int> ForgetBoardsAsync(ParticipationDb db, DateTimeOffset before, CancellationToken ct)
    {
        var ids = await db.Boards.Where(board => board.ClosedAt < before).Select(board => board.Id).ToListAsync(ct);
        if (ids.Count == 0)
            return 0;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var rows = await db.Cards.Where(card => ids.Contains(card.BoardId)).ExecuteDeleteAsync(ct);
        rows += await db.CardDots.Where(dots => ids.Contains(dots.BoardId)).ExecuteDeleteAsync(ct);
        rows += await db.BoardChanges.Where(change => ids.Contains(change.BoardId)).ExecuteDeleteAsync(ct);
        rows += await db.CardGroups.Where(group => ids.Contains(group.BoardId)).ExecuteDeleteAsync(ct);
        rows += await db.BoardCounters.Where(counter => ids.Contains(counter.BoardId)).ExecuteDeleteAsync(ct);
        rows += await db.Boards.Where(board => ids.Contains(board.Id)).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
        return rows;
    }
}
