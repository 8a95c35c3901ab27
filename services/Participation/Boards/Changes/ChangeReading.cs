using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Boards.Changes;

/// <summary>Reads changes, each with what its card, group or board says now: a card that is gone has no words to tell.</summary>
static class ChangeReading
{
    public const int Most = 512;

    /// <summary>The next ones after a number; fewer than <see cref="Most"/> if those were all.</summary>
    public static async Task<ReadChanges> ReadChangesAsync(this ParticipationDb db, Guid board, long after, CancellationToken ct)
    {
        var changes = await db
            .BoardChanges.AsNoTracking()
            .Where(change => change.BoardId == board && change.Number > after)
            .OrderBy(change => change.Number)
            .Take(Most)
            .ToListAsync(ct);
        if (changes.Count == 0)
            return new(after, [], IsAll: true);
        var subjects = changes.Select(change => change.SubjectId).Distinct().ToArray();
        var cards = await db
            .Cards.AsNoTracking()
            .Where(card => card.BoardId == board && card.State == CardState.Standing && subjects.Contains(card.Id))
            .ToDictionaryAsync(card => card.Id, ct);
        var groups = changes.Exists(change => change.Kind == BoardChangeKind.Group)
            ? await db
                .CardGroups.AsNoTracking()
                .Where(group => group.BoardId == board && subjects.Contains(group.Id))
                .ToDictionaryAsync(group => group.Id, ct)
            : [];
        var now = changes.Exists(change => change.Kind is BoardChangeKind.Board or BoardChangeKind.BoardClosed)
            ? await db.Boards.AsNoTracking().SingleOrDefaultAsync(row => row.Id == board, ct)
            : null;
        Frame[] frames = [.. changes.Select(change => FrameOf(change, cards, groups, now)).OfType<Frame>()];
        return new(changes[^1].Number, frames, changes.Count < Most);
    }

    /// <summary>Null where what changed is gone by now: that it went comes later.</summary>
    static Frame? FrameOf(BoardChange change, Dictionary<Guid, Card> cards, Dictionary<Guid, CardGroup> groups, Board? board)
    {
        var card = cards.GetValueOrDefault(change.SubjectId);
        return change.Kind switch
        {
            BoardChangeKind.CardWritten when card is not null => Frame.Of(change, "card-written", CardDto.From(card)),
            BoardChangeKind.CardChanged when card is not null => Frame.Of(change, "card-changed", CardDto.From(card)),
            BoardChangeKind.CardRemoved => Frame.Of(change, "card-removed", new CardGone(change.SubjectId, change.Reason)),
            BoardChangeKind.Dots when card is not null => Frame.Of(change, "dots", new DotsOfCard(card.Id, card.Dots)),
            BoardChangeKind.Group when groups.TryGetValue(change.SubjectId, out var group) => Frame.Of(
                change,
                "group",
                CardGroupDto.From(group)
            ),
            BoardChangeKind.GroupRemoved => Frame.Of(change, "group-removed", new GroupGone(change.SubjectId)),
            BoardChangeKind.Board when board is not null => Frame.Of(change, "board", BoardDto.From(board)),
            BoardChangeKind.BoardClosed when board is not null => Frame.Of(change, "board", BoardDto.From(board), ends: true),
            // Told to nobody; but who came by an older link is sent away.
            BoardChangeKind.LinkRenewed => new(change.Number, change.Kind, change.At, ReadOnlyMemory<byte>.Empty),
            _ => null,
        };
    }

    sealed record CardGone(Guid Id, string? Reason);

    sealed record DotsOfCard(Guid CardId, int Dots);

    sealed record GroupGone(Guid Id);
}

/// <param name="Until">The number up to which was read.</param>
/// <param name="Frames">What there is to tell.</param>
/// <param name="IsAll">No more were there.</param>
sealed record ReadChanges(long Until, IReadOnlyList<Frame> Frames, bool IsAll);
