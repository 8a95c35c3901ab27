using Integrationskonzept.Participation.Comments;
using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.Screening;
using Integrationskonzept.Participation.TopicAreas;
using Integrationskonzept.ServiceDefaults.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Moderation;

/// <summary>A contribution, or a comment on it, that is looked at; held until the transaction ends.</summary>
sealed record HeldItem(Contribution Contribution, Comment? Comment)
{
    public ItemOfCase Item => Comment?.ItemIn(Contribution.TopicAreaId) ?? Contribution.Item;

    public bool IsHidden => Comment is null ? Contribution.State == ContributionState.Hidden : Comment.State == CommentState.Hidden;

    public void RequirePublished()
    {
        if (Comment is not null)
            Comment.RequirePublished();
        else if (Contribution.State == ContributionState.Held)
            throw new ItemIsHeld();
        else if (Contribution.State == ContributionState.Hidden)
            throw new ItemIsHidden();
    }
}

static class HeldItems
{
    /// <summary>
    /// What somebody names in a request, if they see it. Nobody changes it meanwhile; alone, as it is to be hidden or shown, nobody points
    /// at anything of its topic area meanwhile, either.
    /// </summary>
    public static async Task<HeldItem> HoldItemAsync(
        this ParticipationDb db,
        Guid contributionId,
        Guid? commentId,
        Caller caller,
        bool alone,
        CancellationToken ct
    )
    {
        var area = await db
            .Contributions.Where(row => row.Id == contributionId)
            .Select(row => (Guid?)row.TopicAreaId)
            .SingleOrDefaultAsync(ct);
        if (area is not { } topicAreaId)
            throw new ItemUnknown();
        await (alone ? db.HoldAloneAsync(topicAreaId, ct) : db.HoldTopicAreaAsync(topicAreaId, ct));
        var contribution =
            await db.SeenBy(caller, topicAreaId).SingleOrDefaultAsync(row => row.Id == contributionId, ct) ?? throw new ItemUnknown();
        contribution = await db.HoldContributionAsync(topicAreaId, contribution.Id, caller, ct);
        if (commentId is not { } id)
            return new(contribution, null);
        var comment =
            await db.CommentsSeenBy(caller, contributionId).SingleOrDefaultAsync(row => row.Id == id && !row.Deleted, ct)
            ?? throw new ItemUnknown();
        return new(contribution, comment);
    }

    /// <summary>Takes it from all but its author and moderators.</summary>
    public static async Task HideAsync(this ParticipationDb db, HeldItem held, CancellationToken ct)
    {
        if (held.Comment is { } comment)
        {
            if (comment.State == CommentState.Published)
                await db.CountAsync(held.Contribution, comment, -1, ct);
            comment.Hide();
        }
        else
        {
            held.Contribution.Hide();
            await db.ForgetWordsAsync(held.Contribution, ct);
        }
    }

    /// <summary>Shows it to all; saved here, as its words are taken from what is stored.</summary>
    public static async Task PublishAsync(this ParticipationDb db, HeldItem held, CancellationToken ct)
    {
        if (held.Comment is { } comment)
        {
            if (comment.State != CommentState.Published)
                await db.CountAsync(held.Contribution, comment, 1, ct);
            comment.Publish();
            await db.SaveChangesAsync(ct);
            return;
        }
        held.Contribution.Publish();
        await db.SaveChangesAsync(ct);
        if (held.Contribution.State == ContributionState.Standing)
            await db.IndexWordsAsync(held.Contribution.Id, ct);
    }
}
