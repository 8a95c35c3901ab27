using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.TopicAreas;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Participation.Comments;

static class CommentWriting
{
    public static Task<Created<CommentDto>> WriteAsync(
        Guid topicAreaId,
        Guid contributionId,
        WriteComment write,
        ParticipationDb db,
        TenantContext tenant,
        Caller caller,
        TimeProvider time,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                await db.RequireOpenAsync(topicAreaId, ct);
                // Held for its count, and so for those of its threads, and so that no parent goes in between.
                var contribution = await db.HoldContributionAsync(topicAreaId, contributionId, ct);
                contribution.RequireStanding();
                var organisation = write.OrganisationId is { } id ? await db.MaySpeakForAsync(id, caller, ct) : null;
                var parent = write.ParentId is { } parentId ? await db.ParentAsync(contributionId, parentId, ct) : null;
                var comment = new Comment
                {
                    ContributionId = contributionId,
                    ParentId = parent?.Id,
                    ThreadId = parent?.ThreadId ?? parent?.Id,
                    Author = caller.Id,
                    OrganisationId = organisation?.Id,
                    Organisation = organisation?.Name,
                    Text = write.Text.Trim(),
                    WrittenAt = time.GetUtcNow(),
                };
                db.Comments.Add(comment);
                contribution.CountComment(1);
                if (comment.ThreadId is { } top)
                    (await db.Comments.GetAsync(top, ct)).CountReply(1);
                await db.SaveChangesAsync(ct);
                return TypedResults.Created($"{contribution.Path(tenant)}/comments/{comment.Id}", CommentDto.From(comment, caller.Id));
            },
            ct
        );

    static async Task<Comment> ParentAsync(this ParticipationDb db, Guid contributionId, Guid id, CancellationToken ct) =>
        await db.Comments.SingleOrDefaultAsync(row => row.ContributionId == contributionId && row.Id == id && !row.Deleted, ct)
        ?? throw new ParentUnknown();

    public static Task<Ok<CommentDto>> EditAsync(
        Guid topicAreaId,
        Guid contributionId,
        Guid id,
        EditComment edit,
        IfMatch match,
        ParticipationDb db,
        Caller caller,
        IOptions<ContributionOptions> options,
        TimeProvider time,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                await db.RequireOpenAsync(topicAreaId, ct);
                await db.HoldContributionAsync(topicAreaId, contributionId, ct);
                var comment = await db.Comments.Where(row => row.ContributionId == contributionId).GetAsync(id, ct);
                comment.RequireAuthor(caller.Id);
                options.Value.RequireInTime(comment.WrittenAt, time.GetUtcNow());
                match.Require(comment);
                comment.Reword(edit.Text.Trim(), time.GetUtcNow());
                await db.SaveChangesAsync(ct);
                return TypedResults.Ok(CommentDto.From(comment, caller.Id));
            },
            ct
        );
}
