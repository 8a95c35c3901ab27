using Integrationskonzept.Participation.Boards;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.EventRecords;

/// <summary>What people wrote on a board goes into the record while they still talk about it.</summary>
static class BoardCapture
{
    public static Task<Ok<EventRecordDto>> CaptureAsync(
        Guid eventId,
        CaptureBoard capture,
        ParticipationDb db,
        SeenRecords seen,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                var record = await db.HoldRecordAsync(eventId, ct);
                record.RequireNotLocked();
                var board = await db.Boards.AsNoTracking().GetAsync(capture.BoardId, ct);
                if (board.EventId is { } other ? other != eventId : board.TopicAreaId != record.TopicAreaId)
                    throw new BoardOfOtherEvent();
                var captured = await CapturedAsync(db, board, capture, ct);
                var entries = record.Entries.Select(entry => captured.Remove(entry.Id, out var now) ? Linked(entry, now) : entry).ToList();
                entries.AddRange(captured.Values);
                if (entries.Count > RecordLimits.Entries)
                    throw new RecordIsFull();
                record.Write(record.Summary, entries, record.OpenQuestions);
                await db.SaveChangesAsync(ct);
                return TypedResults.Ok(await seen.ToDtoAsync(record, ct));
            },
            ct
        );

    /// <summary>
    /// Words that are in the record stay as somebody put them there; cards that have become contributions since are linked.
    /// </summary>
    static RecordEntry Linked(RecordEntry entry, RecordEntry now) =>
        now.ContributionIds.All(entry.ContributionIds.Contains)
            ? entry
            : entry with
            {
                ContributionIds = [.. entry.ContributionIds.Union(now.ContributionIds)],
            };

    static async Task<Dictionary<Guid, RecordEntry>> CapturedAsync(
        ParticipationDb db,
        Board board,
        CaptureBoard capture,
        CancellationToken ct
    )
    {
        var cards = await db
            .Cards.AsNoTracking()
            .Where(card => card.BoardId == board.Id && card.State == CardState.Standing)
            .Where(card => capture.ColumnId == null || card.ColumnId == capture.ColumnId)
            .OrderBy(card => card.ColumnId)
            .ThenBy(card => card.Order)
            .ThenBy(card => card.Id)
            .ToListAsync(ct);
        var titles = await db
            .CardGroups.AsNoTracking()
            .Where(group => group.BoardId == board.Id)
            .ToDictionaryAsync(group => group.Id, group => group.Title, ct);
        var kind = capture.KindOn(board);
        return cards
            .GroupBy(card => card.GroupId ?? card.Id)
            .Select(group => new RecordEntry(
                group.Key,
                kind,
                TextOf(titles.GetValueOrDefault(group.Key), [.. group.Select(card => card.Text)]),
                [.. group.Select(card => card.ContributionId).OfType<Guid>()]
            ))
            .ToDictionary(entry => entry.Id);
    }

    static string TextOf(string? title, string[] texts)
    {
        var text = title is null ? string.Join("; ", texts) : $"{title}: {string.Join("; ", texts)}";
        return text.Length <= RecordLimits.Entry ? text : $"{text[..(RecordLimits.Entry - 2)]} …";
    }
}
