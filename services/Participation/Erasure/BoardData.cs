using Integrationskonzept.Participation.Boards;
using Integrationskonzept.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Participation.Erasure;

/// <summary>Cards and dots that somebody signed in has put on live boards: what all look at stays, of nobody.</summary>
[InChargeOf("cards", "card_dots")]
sealed class BoardData(ParticipationDb db, IOptions<BoardOptions> options) : IPersonalData
{
    public DataClass Class { get; } =
        new(
            "boards",
            new("Karten auf Live-Boards", "Cards on live boards"),
            new(
                "Nur von Angemeldeten: Ihre Karten mit Ihrem Konto; Ihre Punkte, bis das Board schließt",
                "Only of those who are signed in: your cards with your account; your dots until the board closes"
            ),
            new("Arbeit im Workshop", "Work in the workshop"),
            LegalBasis.PublicTask,
            new("nachdem das Board geschlossen wurde", "after the board was closed"),
            options.Value.KeepClosed,
            new("Karten und Punkte bleiben, ohne Ihr Konto.", "Cards and dots stay, without your account.")
        );

    public IAsyncEnumerable<object> FindAsync(Person person, CancellationToken ct) =>
        db
            .Cards.AsNoTracking()
            .Where(row => row.Account == person.Subject)
            .Select(row => new
            {
                row.BoardId,
                row.Id,
                row.Text,
                row.Language,
                row.WrittenAt,
                row.State,
            })
            .AsAsyncEnumerable();

    public async Task EraseAsync(Person person, ErasedRows rows, CancellationToken ct)
    {
        foreach (var board in await db.Boards.AsNoTracking().Where(row => row.ClosedAt == null).ToListAsync(ct))
        {
            var participant = Participant.OfAccount(board, person.Subject).Id;
            rows.Add(
                "cards",
                await db
                    .Cards.Where(row => row.BoardId == board.Id && row.Writer == participant)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(row => row.Writer, (string?)null).SetProperty(row => row.Account, (string?)null),
                        ct
                    )
            );
            var nobody = Person.GonePrefix + Guid.CreateVersion7();
            rows.Add(
                "card_dots",
                await db.Database.ExecuteSqlAsync(
                    $"update card_dots set participant = {nobody} where board_id = {board.Id} and participant = {participant}",
                    ct
                )
            );
        }
        rows.Add(
            "cards",
            await db
                .Cards.Where(row => row.Account == person.Subject)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Account, (string?)null), ct)
        );
    }
}
