using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.Screening;
using Integrationskonzept.Participation.TopicAreas;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Comments;

static class CommentDeletion
{
    public static Task<NoContent> DeleteAsync(
        Guid topicAreaId,
        Guid contributionId,
        Guid id,
        ParticipationDb db,
        Caller caller,
        TimeProvider time,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                await db.RequireOpenAsync(topicAreaId, ct);
                var contribution = await db.HoldContributionAsync(topicAreaId, contributionId, caller, ct);
                var comment = await db.CommentsSeenBy(caller, contributionId).GetAsync(id, ct);
                comment.RequireAuthor(caller.Id);
                if (comment.State == CommentState.Published)
                    await db.CountAsync(contribution, comment, -1, ct);
                comment.Delete();
                await db.CloseCasesAsync(db.ModerationCases.Where(one => one.ItemId == id), time.GetUtcNow(), ct);
                await db.RemoveUnlessAnsweredAsync(comment, ct);
                await db.SaveChangesAsync(ct);
                return TypedResults.NoContent();
            },
            ct
        );

    /// <summary>With it go those above it that were kept for it alone.</summary>
    internal static async Task RemoveUnlessAnsweredAsync(this ParticipationDb db, Comment? comment, CancellationToken ct)
    {
        Guid? removed = null;
        while (comment is { Deleted: true } && !await db.Comments.AnyAsync(row => row.ParentId == comment.Id && row.Id != removed, ct))
        {
            db.Comments.Remove(comment);
            removed = comment.Id;
            comment = comment.ParentId is { } parent ? await db.Comments.GetAsync(parent, ct) : null;
        }
    }
}
