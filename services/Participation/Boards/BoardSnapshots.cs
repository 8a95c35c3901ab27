using System.Data;
using Integrationskonzept.ServiceDefaults.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Boards;

/// <summary>A board as it was at one moment, with the number of its last change then: neither a change more nor one less.</summary>
sealed class BoardSnapshots(ParticipationDb db, BoardDoor door, Caller caller)
{
    public async Task<BoardSnapshot> TakeAsync(BoardWay way, HttpContext http, CancellationToken ct)
    {
        await using var moment = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var board = await door.LookAsync(way, ct);
        var participant = Participant.Find(way, board, http, caller);
        var sequence = await db
            .BoardCounters.AsNoTracking()
            .Where(counter => counter.BoardId == board.Id)
            .Select(counter => counter.Changes)
            .SingleAsync(ct);
        var cards = await db
            .Cards.AsNoTracking()
            .Where(card => card.BoardId == board.Id && card.State == CardState.Standing)
            .OrderBy(card => card.ColumnId)
            .ThenBy(card => card.Order)
            .ThenBy(card => card.Id)
            .ToListAsync(ct);
        var groups = await db
            .CardGroups.AsNoTracking()
            .Where(group => group.BoardId == board.Id)
            .OrderBy(group => group.Id)
            .ToListAsync(ct);
        var mine = participant is { } known
            ? await db
                .CardDots.Where(dots => dots.BoardId == board.Id && dots.Participant == known.Id)
                .ToDictionaryAsync(dots => dots.CardId, dots => dots.Dots, ct)
            : [];
        return new(
            sequence,
            BoardDto.From(board),
            [.. cards.Select(card => participant is { } me ? CardDto.From(card, me, mine.GetValueOrDefault(card.Id)) : CardDto.From(card))],
            [.. groups.Select(CardGroupDto.From)],
            participant is null ? null : Math.Max(0, board.DotsPerPerson - mine.Values.Sum())
        );
    }
}
