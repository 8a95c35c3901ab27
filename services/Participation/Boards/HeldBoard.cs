using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Boards;

/// <summary>A board that is held until the transaction ends: one at a time changes it, and numbers its changes.</summary>
sealed class HeldBoard(ParticipationDb db, Board board, BoardCounter counter, TimeProvider time)
{
    /// <summary>The channel on which every instance hears that a board has changed.</summary>
    public const string Channel = "board_changes";

    bool hasTold;

    public ParticipationDb Db => db;
    public Board Board => board;
    public BoardCounter Counter => counter;
    public DateTimeOffset Now { get; } = time.GetUtcNow();

    public IQueryable<Card> Cards => db.Cards.Where(card => card.BoardId == board.Id && card.State == CardState.Standing);

    public async Task<Card> CardAsync(Guid id, CancellationToken ct)
    {
        var card = await db.Cards.SingleOrDefaultAsync(row => row.BoardId == board.Id && row.Id == id, ct) ?? throw new NotFoundProblem();
        card.RequireStanding();
        return card;
    }

    public Task<CardGroup> GroupAsync(Guid id, CancellationToken ct) =>
        db.CardGroups.Where(row => row.BoardId == board.Id).GetAsync(id, ct);

    /// <summary>Returns the number of the change.</summary>
    public long Tell(BoardChangeKind kind, Guid subject, string? reason = null)
    {
        hasTold = true;
        db.BoardChanges.Add(
            new()
            {
                BoardId = board.Id,
                Number = ++counter.Changes,
                Kind = kind,
                SubjectId = subject,
                Reason = reason,
                At = Now,
            }
        );
        return counter.Changes;
    }

    /// <summary>Stores it all, and tells the other instances once it is committed, if there is anything to tell.</summary>
    public async Task SaveAsync(CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        if (hasTold)
            await db.Database.ExecuteSqlAsync($"select pg_notify({Channel}, {$"{board.Tenant}/{board.Id}"})", ct);
    }
}
