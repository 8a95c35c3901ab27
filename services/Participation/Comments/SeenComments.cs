using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.Screening;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;

namespace Integrationskonzept.Participation.Comments;

/// <summary>Which comments somebody sees, and how.</summary>
static class SeenComments
{
    /// <summary>Those whose words the caller sees: what is held or hidden only who wrote it and who moderates.</summary>
    public static IQueryable<Comment> CommentsSeenBy(this ParticipationDb db, Caller caller, Guid contributionId)
    {
        var rows = db.Comments.Where(row => row.ContributionId == contributionId);
        if (caller.Has(Permissions.ModerationDecide))
            return rows;
        var author = caller.Id;
        return rows.Where(row => row.State == CommentState.Published || row.Author == author);
    }

    /// <summary>And those in whose place there is to be something, as others answered them.</summary>
    public static IQueryable<Comment> CommentsShownTo(this ParticipationDb db, Caller caller, Guid contributionId)
    {
        var rows = db.Comments.Where(row => row.ContributionId == contributionId);
        if (caller.Has(Permissions.ModerationDecide))
            return rows;
        var author = caller.Id;
        return rows.Where(row =>
            row.State == CommentState.Published
            || row.Author == author
            || (row.ParentId == null ? row.Replies > 0 : db.Comments.Any(answer => answer.ParentId == row.Id))
        );
    }

    public static async Task<CommentDto> ToDtoAsync(this ParticipationDb db, Comment row, Caller caller, CancellationToken ct) =>
        (await db.ToDtosAsync([row], caller, ct))[0];

    public static async Task<Page<CommentDto>> ToPageAsync(
        this ParticipationDb db,
        IQueryable<Comment> rows,
        PageRequest page,
        Caller caller,
        HttpContext http
    )
    {
        var shown = await rows.ToPageAsync(page, http, row => row);
        return new(await db.ToDtosAsync(shown.Items, caller, http.RequestAborted), shown.Next);
    }

    static async Task<IReadOnlyList<CommentDto>> ToDtosAsync(
        this ParticipationDb db,
        IReadOnlyList<Comment> rows,
        Caller caller,
        CancellationToken ct
    )
    {
        var moderates = caller.Has(Permissions.ModerationDecide);
        bool IsSeen(Comment row) => row.State == CommentState.Published || moderates || row.Author == caller.Id;
        Guid[] kept = [.. rows.Where(row => row.State != CommentState.Published && IsSeen(row)).Select(row => row.Id)];
        var notes = await db.NotesAsync(kept, caller.Id, ct);
        return [.. rows.Select(row => CommentDto.From(row, caller.Id, IsSeen(row), notes.GetValueOrDefault(row.Id)))];
    }

    /// <summary>When the caller wrote comments.</summary>
    public static IQueryable<DateTimeOffset> WrittenBy(this ParticipationDb db, Caller caller)
    {
        var author = caller.Id;
        return db.Comments.Where(row => row.Author == author).Select(row => row.WrittenAt);
    }

    /// <summary>Counts one more or less that all see: at the contribution, which is held, and at the top of its thread.</summary>
    public static async Task CountAsync(
        this ParticipationDb db,
        Contribution contribution,
        Comment comment,
        int change,
        CancellationToken ct
    )
    {
        contribution.CountComment(change);
        if (comment.ThreadId is { } top)
            (await db.Comments.GetAsync(top, ct)).CountReply(change);
    }
}
