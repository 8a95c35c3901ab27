using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Screening;

/// <summary>What other slices do with cases.</summary>
static class Cases
{
    /// <summary>
    /// What is taken back, deleted or replaced need not be decided any more, nor can it be appealed or shown again; saved by the caller.
    /// </summary>
    public static async Task CloseCasesAsync(
        this ParticipationDb db,
        IQueryable<ModerationCase> of,
        DateTimeOffset now,
        CancellationToken ct,
        string? actor = null
    )
    {
        foreach (var one in await of.Where(row => row.Outcome == null || row.Outcome == CaseOutcome.Hidden).ToListAsync(ct))
        {
            one.BeGone(now);
            db.ModerationLog.Add(LogEntry.Of(one, ModerationAct.Gone, now, actor));
        }
    }

    /// <summary>What somebody is to look at stays as it is until they have.</summary>
    public static async Task RequireNotReportedAsync(this ParticipationDb db, Guid item, CancellationToken ct)
    {
        if (await db.ModerationCases.AnyAsync(row => row.ItemId == item && row.Outcome == null, ct))
            throw new ItemIsReported();
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
