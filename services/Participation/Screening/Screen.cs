using System.Globalization;
using System.Text;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Screening;

/// <summary>Why a text waits, and the words of the list that it has.</summary>
public sealed record Hold(HeldFor Why, IReadOnlyList<string> Words);

/// <summary>
/// What stands between a person who writes and all who read: the block, the rate, the list of words, and whether somebody looks first.
/// What those write who moderate is not held, and who writes down for others may write as much as there is.
/// </summary>
sealed class Screen(ParticipationDb db, Caller caller, TenantClock clock)
{
    static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    ModerationRules? rules;

    async Task<ModerationRules> RulesAsync(CancellationToken ct) =>
        rules ??= await db.ModerationRules.AsNoTracking().SingleOrDefaultAsync(ct) ?? ModerationRules.Begin();

    /// <summary>Refuses who is blocked.</summary>
    public async Task RequireNotBlockedAsync(CancellationToken ct)
    {
        var (person, now) = (caller.Id, clock.GetUtcNow());
        if (await db.Blocks.AsNoTracking().SingleOrDefaultAsync(row => row.Person == person, ct) is not { } block || !block.IsInForce(now))
            return;
        var landkreis = await clock.LandkreisAsync(ct);
        throw new ContributingIsBlocked(block, TimeZoneInfo.FindSystemTimeZoneById(landkreis.TimeZone));
    }

    /// <summary>Refuses who is blocked, or has made as many contributions within the hour as there may be, by their times.</summary>
    public Task RequireMayContributeAsync(IQueryable<DateTimeOffset> made, CancellationToken ct) =>
        RequireAsync(settled => settled.ContributionsPerHour, "contribute", made, ct);

    /// <summary>The same for comments.</summary>
    public Task RequireMayCommentAsync(IQueryable<DateTimeOffset> made, CancellationToken ct) =>
        RequireAsync(settled => settled.CommentsPerHour, "comment", made, ct);

    async Task RequireAsync(Func<ModerationRules, int?> limit, string what, IQueryable<DateTimeOffset> made, CancellationToken ct)
    {
        await RequireNotBlockedAsync(ct);
        if (limit(await RulesAsync(ct)) is not { } most || caller.Has(Permissions.RecordsWrite))
            return;
        // One of a person at a time: two at once would both be the last that there may be.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({$"{clock.Slug}/{what}/{caller.Id}"}, 0))", ct);
        var since = clock.GetUtcNow() - Hour;
        var last = await made.Where(at => at > since).OrderByDescending(at => at).Take(most).ToListAsync(ct);
        if (last.Count == most)
            throw new WrittenTooMuch(most, last[^1] - since);
    }

    /// <summary>Null if all may see it at once.</summary>
    public async Task<Hold?> LookAtAsync(string? title, string text, CancellationToken ct)
    {
        if (caller.Has(Permissions.ModerationDecide))
            return null;
        var settled = await RulesAsync(ct);
        var words = settled.Words.Count == 0 ? [] : await WordsInAsync([.. settled.Words], $"{title} {text}", ct);
        return settled.Mode == ModerationMode.BeforePublication ? new(HeldFor.BeforePublication, words)
            : words.Count > 0 ? new(HeldFor.Words, words)
            : null;
    }

    /// <summary>Whole words, in whatever case, as <c>Vocabulary</c> takes them; of several words all must be there.</summary>
    async Task<IReadOnlyList<string>> WordsInAsync(string[] words, string text, CancellationToken ct) =>
        await db
            .Database.SqlQuery<string>(
                $"""
                select word as "Value" from unnest({words}, {words.Select(Plain).ToArray()}) as listed (word, plain),
                    tsvector_to_array(to_tsvector('simple', plain)) as parts
                where parts <> array[]::text[] and parts <@ tsvector_to_array(to_tsvector('simple', {Plain(text)}))
                """
            )
            .ToListAsync(ct);

    /// <summary>Letters and digits alone: signs between them, and those that nobody sees, hide no word.</summary>
    static string Plain(string text)
    {
        var plain = new StringBuilder();
        foreach (var sign in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
            if (Rune.IsLetterOrDigit(sign) || Rune.GetUnicodeCategory(sign) == UnicodeCategory.NonSpacingMark)
                plain.Append(sign);
            else if (Rune.GetUnicodeCategory(sign) != UnicodeCategory.Format)
                plain.Append(' ');
        return plain.ToString();
    }

    /// <summary>Puts it before the moderators; what is reported already waits from now on, too.</summary>
    public async Task PutOnHoldAsync(ItemOfCase item, Hold hold, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var one =
            await db.ModerationCases.SingleOrDefaultAsync(row => row.ItemId == item.Id && row.Outcome == null, ct)
            ?? db.ModerationCases.Add(ModerationCase.Of(item, CaseKind.Held, now)).Entity;
        one.Hold(hold.Why, hold.Words);
        // Whoever has seen it as it was decides anew, also where it is held for the same reason.
        if (db.Entry(one).State == EntityState.Unchanged)
            db.Entry(one).Property(row => row.HeldFor).IsModified = true;
        db.ModerationLog.Add(LogEntry.Of(one, ModerationAct.Held, now));
    }
}
