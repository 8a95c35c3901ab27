using Integrationskonzept.Participation.Comments;
using Integrationskonzept.Participation.Screening;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Moderation;

/// <summary>What an item says now.</summary>
sealed record ItemText(string? Title, string Text, string? Language, string? Organisation)
{
    const int Shown = 200;

    public string Excerpt => (Title ?? Text) is var text && text.Length <= Shown ? text : $"{text[..Shown]} …";
}

/// <summary>Cases as moderators see them.</summary>
static class CaseViews
{
    const int MostReports = 50;
    const int MostSteps = 100;

    /// <summary>A query for contributions and one for comments, for a whole page.</summary>
    public static async Task<IReadOnlyList<ModerationCaseDto>> ToDtosAsync(
        this ParticipationDb db,
        IReadOnlyList<ModerationCase> rows,
        string caller,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var texts = await db.TextsAsync(rows, ct);
        return [.. rows.Select(row => ModerationCaseDto.From(row, texts.GetValueOrDefault(row.ItemId), caller, now))];
    }

    public static async Task<ModerationCaseDto> ToDtoAsync(
        this ParticipationDb db,
        ModerationCase row,
        string caller,
        DateTimeOffset now,
        CancellationToken ct
    ) => (await db.ToDtosAsync([row], caller, now, ct))[0];

    static async Task<Dictionary<Guid, ItemText>> TextsAsync(
        this ParticipationDb db,
        IReadOnlyList<ModerationCase> rows,
        CancellationToken ct
    )
    {
        Guid[] IdsOf(ModeratedItem item) => [.. rows.Where(row => row.Item == item).Select(row => row.ItemId)];
        var (contributions, comments) = (IdsOf(ModeratedItem.Contribution), IdsOf(ModeratedItem.Comment));
        var texts = new Dictionary<Guid, ItemText>();
        if (contributions.Length > 0)
            foreach (var row in await db.Contributions.AsNoTracking().Where(row => contributions.Contains(row.Id)).ToListAsync(ct))
                texts[row.Id] = new(row.Title, row.Text, row.Language, row.Organisation);
        if (comments.Length > 0)
            foreach (var row in await db.Comments.AsNoTracking().Where(row => comments.Contains(row.Id)).ToListAsync(ct))
                texts[row.Id] = new(null, row.Text, null, row.Organisation);
        return texts;
    }

    public static async Task<ModerationCaseDetailDto> ToDetailAsync(
        this ParticipationDb db,
        ModerationCase row,
        Caller caller,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var me = caller.Id;
        var alias = Guid.TryParse(me, out var id) ? (await db.AliasOfAsync(new(id, ""), ct))?.ToString() ?? "" : me;
        var text = (await db.TextsAsync([row], ct)).GetValueOrDefault(row.ItemId);
        var block = row.Author is { } person ? await db.Blocks.AsNoTracking().SingleOrDefaultAsync(one => one.Person == person, ct) : null;
        return new()
        {
            Version = row.Version,
            Case = ModerationCaseDto.From(row, text, me, now),
            TopicArea = await db.TopicAreas.Where(area => area.Id == row.TopicAreaId).Select(area => area.Title).SingleOrDefaultAsync(ct),
            Text = text?.Text,
            Title = text?.Title,
            Organisation = text?.Organisation,
            Contribution = row.Item == ModeratedItem.Comment ? await db.ContributionTextAsync(row.ContributionId, ct) : null,
            Answered = row.Item == ModeratedItem.Comment ? await db.AnsweredAsync(row.ItemId, ct) : null,
            Reports = await db.ReportsOfAsync(row, ct),
            Steps = await db
                .ModerationLog.AsNoTracking()
                .Where(entry => entry.ItemId == row.ItemId)
                .OrderBy(entry => entry.Id)
                .Take(MostSteps)
                .Select(entry => new StepOfCase(entry.At, entry.Act, entry.Actor == alias, entry.Reason, entry.ReasonText))
                .ToListAsync(ct),
            HiddenOfAuthor = row.Author is { } author
                ? await db.ModerationCases.CountAsync(one => one.Author == author && one.Outcome == CaseOutcome.Hidden, ct)
                : 0,
            IsAuthorBlocked = block?.IsInForce(now) == true,
            MayBlock = row.Author is not null && row.Author != me && row.Item != ModeratedItem.Block,
            Block = row.Item == ModeratedItem.Block && block is not null ? BlockDto.From(block, caller, now) : null,
        };
    }

    static Task<string?> ContributionTextAsync(this ParticipationDb db, Guid? id, CancellationToken ct) =>
        db.Contributions.Where(row => row.Id == id).Select(row => row.Title ?? row.Text).SingleOrDefaultAsync(ct);

    static async Task<string?> AnsweredAsync(this ParticipationDb db, Guid id, CancellationToken ct) =>
        await db
            .Comments.Where(row => db.Comments.Any(answer => answer.Id == id && answer.ParentId == row.Id))
            .Select(row => row.Text)
            .SingleOrDefaultAsync(ct);

    /// <summary>Also those of the case that an appeal is about.</summary>
    static async Task<IReadOnlyList<ReportOfCase>> ReportsOfAsync(this ParticipationDb db, ModerationCase row, CancellationToken ct) =>
        await db
            .Reports.AsNoTracking()
            .Where(report => report.ItemId == row.ItemId)
            .OrderBy(report => report.Id)
            .Take(MostReports)
            .Select(report => new ReportOfCase(report.Kind, report.ReportedAt, report.Text))
            .ToListAsync(ct);
}
