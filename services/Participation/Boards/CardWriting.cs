using Integrationskonzept.Participation.Screening;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Boards;

/// <summary>People write cards, and take their own back.</summary>
sealed class CardWriting(ParticipationDb db, BoardDoor door, Caller caller, Screen screen, BoardPace pace)
{
    public Task<Created<CardDto>> WriteAsync(BoardWay way, WriteCard write, HttpContext http, CancellationToken ct) =>
        door.HoldAsync(
            way,
            async held =>
            {
                var participant = Participant.Of(way, held.Board, http, caller);
                var card = await WrittenBeforeAsync(held, write, participant, ct) ?? await AddAsync(held, write, participant, ct);
                return TypedResults.Created((string?)null, CardDto.From(card, participant, 0));
            },
            ct
        );

    /// <summary>The same sent again; other words with the same id are another card, and not lost without a word.</summary>
    async Task<Card?> WrittenBeforeAsync(HeldBoard held, WriteCard write, Participant participant, CancellationToken ct)
    {
        var card = await db.Cards.SingleOrDefaultAsync(row => row.BoardId == held.Board.Id && row.Id == write.Id, ct);
        if (card is null)
            return null;
        if (card.Writer != participant.Id)
            throw new CardIdTaken();
        card.RequireStanding();
        if (card.Text != write.Text.Trim())
            throw new CardIdTaken();
        return card;
    }

    async Task<Card> AddAsync(HeldBoard held, WriteCard write, Participant participant, CancellationToken ct)
    {
        var board = held.Board;
        board.RequireRunning();
        if (participant.Account is not null)
            await screen.RequireNotBlockedAsync(ct);
        if (held.Counter.Cards >= BoardLimits.Cards)
            throw new BoardIsFull();
        var since = held.Now.AddMinutes(-1);
        var written = db.Cards.CountAsync(row => row.BoardId == board.Id && row.Writer == participant.Id && row.WrittenAt > since, ct);
        if (await written >= BoardLimits.CardsAMinute)
            throw new TooManyCards();
        var column = board.Column(write.ColumnId).Id;
        var card = new Card
        {
            BoardId = board.Id,
            Id = write.Id,
            ColumnId = column,
            Order = await held.EndAsync(column, ct),
            Text = write.Text.Trim(),
            Language = LanguageTag.Canonical(write.Language),
            Writer = participant.Id,
            Account = participant.Account,
            WrittenAt = held.Now,
        };
        db.Cards.Add(card);
        held.Counter.Cards++;
        held.Tell(BoardChangeKind.CardWritten, card.Id);
        return card;
    }

    public Task<NoContent> TakeBackAsync(BoardWay way, Guid id, HttpContext http, CancellationToken ct) =>
        door.HoldAsync(
            way,
            async held =>
            {
                var participant = Participant.Of(way, held.Board, http, caller);
                pace.Require(participant);
                var card = await held.CardAsync(id, ct);
                card.RequireWriter(participant.Id);
                held.Board.RequireRunning();
                await held.LetGoAsync(card, CardState.TakenBack, null, ct);
                return TypedResults.NoContent();
            },
            ct
        );
}

static class CardsThatGo
{
    /// <summary>With its words go its dots, which fall back to those who put them.</summary>
    public static async Task LetGoAsync(this HeldBoard held, Card card, CardState how, string? reason, CancellationToken ct)
    {
        var left = card.GroupId;
        await held.Db.CardDots.Where(dots => dots.BoardId == held.Board.Id && dots.CardId == card.Id).ExecuteDeleteAsync(ct);
        card.Go(how);
        held.Counter.Cards--;
        held.Tell(BoardChangeKind.CardRemoved, card.Id, reason);
        await held.RemoveIfEmptyAsync(left, [card.Id], ct);
    }
}
