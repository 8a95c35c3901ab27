using Integrationskonzept.Participation.Contributions;
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
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                await db.RequireOpenAsync(topicAreaId, ct);
                var contribution = await db.HoldContributionAsync(topicAreaId, contributionId, ct);
                var comment = await db.Comments.Where(row => row.ContributionId == contributionId).GetAsync(id, ct);
                comment.RequireAuthor(caller.Id);
                contribution.CountComment(-1);
                if (comment.ThreadId is { } top)
                    (await db.Comments.GetAsync(top, ct)).CountReply(-1);
                comment.Delete();
                await db.RemoveUnlessAnsweredAsync(comment, ct);
                await db.SaveChangesAsync(ct);
                return TypedResults.NoContent();
            },
            ct
        );

    /// <summary>With it go those above it that were kept for it alone.</summary>
    static async Task RemoveUnlessAnsweredAsync(this ParticipationDb db, Comment? comment, CancellationToken ct)
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
