using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Screening;

/// <summary>What other slices do with cases.</summary>
static class Cases
{
    /// <summary>What is taken back or deleted need not be decided any more; saved by the caller.</summary>
    public static async Task CloseCasesAsync(
        this ParticipationDb db,
        IQueryable<ModerationCase> of,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        foreach (var one in await of.Where(row => row.Outcome == null).ToListAsync(ct))
        {
            one.BeGone(now);
            db.ModerationLog.Add(LogEntry.Of(one, ModerationAct.Gone, now));
        }
    }

    /// <summary>What authors and moderators are told of items that not all see; one query for a page.</summary>
    public static async Task<IReadOnlyDictionary<Guid, ModerationNote>> NotesAsync(
        this ParticipationDb db,
        IReadOnlyCollection<Guid> items,
        string caller,
        CancellationToken ct
    )
    {
        if (items.Count == 0)
            return new Dictionary<Guid, ModerationNote>();
        var rows = await db.ModerationCases.AsNoTracking().Where(row => items.Contains(row.ItemId)).OrderBy(row => row.Id).ToListAsync(ct);
        return rows.GroupBy(row => row.ItemId)
            .Select(cases => (Item: cases.Key, Note: ModerationNote.Of([.. cases], caller)))
            .Where(pair => pair.Note is not null)
            .ToDictionary(pair => pair.Item, pair => pair.Note!);
    }
}
