using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.Screening;
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
        Screen screen,
        TimeProvider time,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                await db.RequireOpenAsync(topicAreaId, ct);
                await screen.RequireMayCommentAsync(db.WrittenBy(caller), ct);
                // Held for its count, and so for those of its threads, and so that no parent goes in between.
                var contribution = await db.HoldContributionAsync(topicAreaId, contributionId, caller, ct);
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
                if (await screen.LookAtAsync(null, comment.Text, ct) is { } hold)
                {
                    comment.Hold();
                    await screen.PutOnHoldAsync(comment.ItemIn(topicAreaId), hold, ct);
                }
                else
                    await db.CountAsync(contribution, comment, 1, ct);
                await db.SaveChangesAsync(ct);
                return TypedResults.Created($"{contribution.Path(tenant)}/comments/{comment.Id}", await db.ToDtoAsync(comment, caller, ct));
            },
            ct
        );

    static async Task<Comment> ParentAsync(this ParticipationDb db, Guid contributionId, Guid id, CancellationToken ct) =>
        await db.Comments.SingleOrDefaultAsync(
            row => row.ContributionId == contributionId && row.Id == id && !row.Deleted && row.State == CommentState.Published,
            ct
        ) ?? throw new ParentUnknown();

    public static Task<Ok<CommentDto>> EditAsync(
        Guid topicAreaId,
        Guid contributionId,
        Guid id,
        EditComment edit,
        IfMatch match,
        ParticipationDb db,
        Caller caller,
        Screen screen,
        IOptions<ContributionOptions> options,
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
                comment.RequirePublished();
                await screen.RequireNotBlockedAsync(ct);
                await db.RequireNotReportedAsync(id, ct);
                options.Value.RequireInTime(comment.WrittenAt, time.GetUtcNow());
                match.Require(comment);
                comment.Reword(edit.Text.Trim(), time.GetUtcNow());
                if (await screen.LookAtAsync(null, comment.Text, ct) is { } hold)
                {
                    comment.Hold();
                    await db.CountAsync(contribution, comment, -1, ct);
                    await screen.PutOnHoldAsync(comment.ItemIn(topicAreaId), hold, ct);
                }
                await db.SaveChangesAsync(ct);
                return TypedResults.Ok(await db.ToDtoAsync(comment, caller, ct));
            },
            ct
        );
}
