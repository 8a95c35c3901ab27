using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.Records;
using Integrationskonzept.Participation.Screening;
using Integrationskonzept.Participation.TopicAreas;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Withdrawal;

/// <summary>
/// Whoever contributed can take it back while the topic area is open. Its words and the person are gone; a record that cites it keeps a
/// tombstone, so that its links lead somewhere.
/// </summary>
static class WithdrawalEndpoints
{
    public static void MapWithdrawal(this IEndpointRouteBuilder app) =>
        app.MapTenantApi("topic-areas/{topicAreaId:guid}/contributions/{id:guid}", "Contributions")
            .MapDelete("", WithdrawAsync)
            .RequirePermission(Permissions.ContributionsSubmit)
            .WithName("withdraw-contribution")
            .WithSummary("Takes the caller's own contribution back: words and author are erased, points fall back to their givers");

    static Task<NoContent> WithdrawAsync(
        Guid topicAreaId,
        Guid id,
        ParticipationDb db,
        Caller caller,
        TimeProvider time,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                await db.RequireOpenAloneAsync(topicAreaId, ct);
                var row = await db.SeenBy(caller, topicAreaId).GetAsync(id, ct);
                if (row.State == ContributionState.Withdrawn)
                    throw new NotFoundProblem();
                row.RequireAuthor(caller.Id);
                if (await db.Contributions.AnyAsync(other => other.MergedInto == id && other.Author != row.Author, ct))
                    throw new OthersAreMergedIntoIt();
                await db.ForgetAsync(row, ct);
                await db.CloseCasesAsync(db.ModerationCases.Where(one => one.ContributionId == id), time.GetUtcNow(), ct);
                if (await db.RecordCitesAsync(topicAreaId, id, ct))
                    row.Withdraw();
                else
                    db.Contributions.Remove(row);
                await db.SaveChangesAsync(ct);
                return TypedResults.NoContent();
            },
            ct
        );

    /// <summary>All that hangs on it.</summary>
    internal static async Task ForgetAsync(this ParticipationDb db, Contribution row, CancellationToken ct)
    {
        await db.ForgetWordsAsync(row, ct);
        await db.Points.Where(given => given.ContributionId == row.Id).ExecuteDeleteAsync(ct);
        await db.Supports.Where(support => support.ContributionId == row.Id).ExecuteDeleteAsync(ct);
        await db.Comments.Where(comment => comment.ContributionId == row.Id).ExecuteDeleteAsync(ct);
        // And what the author had said before in other contributions, which were merged into this one.
        var merged = db.Contributions.Where(own => own.MergedInto == row.Id);
        await db
            .Wordings.Where(wording => wording.ContributionId == row.Id || merged.Any(own => own.Id == wording.ContributionId))
            .ExecuteDeleteAsync(ct);
        await db
            .Attachments.Where(one => one.ContributionId == row.Id || merged.Any(own => own.Id == one.ContributionId))
            .ExecuteDeleteAsync(ct);
        await db
            .ContributionTranslations.Where(one => one.ContributionId == row.Id || merged.Any(own => own.Id == one.ContributionId))
            .ExecuteDeleteAsync(ct);
        await merged.ExecuteDeleteAsync(ct);
    }
}
