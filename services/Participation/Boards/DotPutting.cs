using Integrationskonzept.ServiceDefaults.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Boards;

/// <summary>People put dots on what matters to them, several on one card if they like.</summary>
sealed class DotPutting(ParticipationDb db, BoardDoor door, Caller caller, BoardPace pace)
{
    public Task<MyDots> PutAsync(BoardWay way, Guid cardId, PutDots put, HttpContext http, CancellationToken ct) =>
        door.HoldAsync(
            way,
            async held =>
            {
                var board = held.Board;
                var participant = Participant.Of(way, board, http, caller);
                board.RequireRunning();
                pace.Require(participant);
                var card = await held.CardAsync(cardId, ct);
                var mine = await db.CardDots.Where(row => row.BoardId == board.Id && row.Participant == participant.Id).ToListAsync(ct);
                var here = mine.Find(row => row.CardId == cardId);
                var (before, elsewhere) = (here?.Dots ?? 0, mine.Where(row => row.CardId != cardId).Sum(row => row.Dots));
                // Who has more than there are now, as they became fewer, can still take some away.
                if (put.Dots > before && elsewhere + put.Dots > board.DotsPerPerson)
                    throw new TooManyDots(board.DotsPerPerson);
                if (put.Dots != before)
                {
                    Put(board, card, participant, here, put.Dots);
                    card.CountDots(put.Dots - before);
                    held.Tell(BoardChangeKind.Dots, cardId);
                }
                return new MyDots(Math.Max(0, board.DotsPerPerson - elsewhere - put.Dots));
            },
            ct
        );

    void Put(Board board, Card card, Participant participant, CardDots? here, int dots)
    {
        if (here is null)
            db.CardDots.Add(
                new()
                {
                    BoardId = board.Id,
                    Participant = participant.Id,
                    CardId = card.Id,
                    Dots = dots,
                }
            );
        else if (dots == 0)
            db.CardDots.Remove(here);
        else
            here.Dots = dots;
    }
}
