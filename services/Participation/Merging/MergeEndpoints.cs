using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.TopicAreas;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Merging;

/// <summary>
/// Two contributions that say much the same become one: it has the points, supports and comments of both. The other one is in no list
/// any more but its author's, who sees which one stays.
/// </summary>
static class MergeEndpoints
{
    public static void MapMerging(this IEndpointRouteBuilder app) =>
        app.MapTenantApi("topic-areas/{topicAreaId:guid}/contributions/{id:guid}", "Contributions")
            .MapPost("merge", MergeAsync)
            .RequirePermission(Permissions.RecordsWrite)
            .WithName("merge-contribution")
            .WithSummary("Merges the contribution into another one, which has the points, supports and comments of both; can't be undone");

    static Task<Ok<ContributionDto>> MergeAsync(
        Guid topicAreaId,
        Guid id,
        MergeContribution merge,
        ParticipationDb db,
        Caller caller,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                // Alone: nobody gives points to, supports, rewords or cites either one meanwhile.
                await db.RequireOpenAloneAsync(topicAreaId, ct);
                var goes = await db.SeenBy(caller, topicAreaId).GetAsync(id, ct);
                var stays =
                    await db.Contributions.SingleOrDefaultAsync(row => row.TopicAreaId == topicAreaId && row.Id == merge.Into, ct)
                    ?? throw new MergeTargetUnknown();
                // A second time is none.
                if (goes.MergedInto != stays.Id)
                {
                    goes.MergeInto(stays);
                    await db.MoveCitationsAsync(goes, stays, merge.MoveCitations, ct);
                    await db.MoveReactionsAsync(goes, stays, ct);
                    await db.SaveChangesAsync(ct);
                }
                return TypedResults.Ok(await db.ToDtoAsync(stays, caller, ct));
            },
            ct
        );

    static async Task MoveCitationsAsync(this ParticipationDb db, Contribution goes, Contribution stays, bool wanted, CancellationToken ct)
    {
        var record = await db.Records.GetAsync(goes.TopicAreaId, ct);
        if (!record.ContributionIds.Contains(goes.Id))
            return;
        if (!wanted)
            throw new RecordCitesMerged();
        record.CiteInstead(goes.Id, stays.Id);
    }
}

/// <param name="Into">The contribution that stays.</param>
/// <param name="MoveCitations">If the record cites the merged one: let it cite the one that stays; else the merge is refused then.</param>
public sealed record MergeContribution(Guid Into, bool MoveCitations = false);
