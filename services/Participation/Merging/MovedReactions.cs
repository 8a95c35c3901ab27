using Integrationskonzept.Participation.Comments;
using Integrationskonzept.Participation.Contributions;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Merging;

/// <summary>What people made of the contribution that goes is moved to the one that stays; the topic area is held alone.</summary>
static class MovedReactions
{
    public static async Task MoveReactionsAsync(this ParticipationDb db, Contribution goes, Contribution stays, CancellationToken ct)
    {
        await db.ForgetWordsAsync(goes, ct);
        await db.MoveAsync(goes.Id, stays.Id, ct);
        goes.HasNothing();
        stays.Has(
            await db.Points.Where(row => row.ContributionId == stays.Id).SumAsync(row => row.Points, ct),
            await db.Supports.CountAsync(row => row.ContributionId == stays.Id, ct),
            await db.Comments.CountAsync(row => row.ContributionId == stays.Id && !row.Deleted && row.State == CommentState.Published, ct)
        );
    }

    /// <summary>
    /// Who gave points to both has given their sum to the one that stays: as many as before, so never more than there are to give. Who
    /// supported both supports it once. Those merged into the one that goes are now merged into the one that stays.
    /// </summary>
    static Task<int> MoveAsync(this ParticipationDb db, Guid goes, Guid stays, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"""
            insert into points (tenant, topic_area_id, giver, contribution_id, points)
            select tenant, topic_area_id, giver, {stays}, points from points where contribution_id = {goes}
            on conflict (tenant, topic_area_id, giver, contribution_id) do update set points = points.points + excluded.points;
            delete from points where contribution_id = {goes};
            insert into supports (tenant, contribution_id, supporter)
            select tenant, {stays}, supporter from supports where contribution_id = {goes} on conflict do nothing;
            delete from supports where contribution_id = {goes};
            update comments set contribution_id = {stays} where contribution_id = {goes};
            update moderation_cases set contribution_id = {stays}, version = version + 1
            where contribution_id = {goes} and item = 'Comment';
            update contributions set merged_into = {stays}, version = version + 1 where merged_into = {goes}
            """,
            ct
        );
}
