using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.Screening;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Attachments;

/// <summary>Who put a picture to a contribution takes it away, and moderators do.</summary>
static class AttachmentRemoval
{
    /// <summary>What somebody is to look at stays until they have; a moderator who takes a picture away is in the log.</summary>
    public static Task<NoContent> RemoveAsync(
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
                var found = await db.FindAsync(topicAreaId, contributionId, caller, ct);
                var of = await found.Where(one => one.Id == id).Select(one => (Guid?)one.ContributionId).SingleOrDefaultAsync(ct);
                var row = await db.HoldContributionAsync(topicAreaId, of ?? throw new NotFoundProblem(), caller, ct);
                if (row.Author == caller.Id)
                    await db.RequireNoReportAsync(row, ct);
                else if (caller.Has(Permissions.ModerationDecide))
                    db.ModerationLog.Add(
                        new()
                        {
                            At = time.GetUtcNow(),
                            Act = ModerationAct.PictureRemoved,
                            Actor = caller.Id,
                            Item = ModeratedItem.Contribution,
                            ItemId = row.Id,
                        }
                    );
                else
                    throw new NotTheAuthor();
                if (await db.Attachments.Where(one => one.Id == id).ExecuteDeleteAsync(ct) == 0)
                    throw new NotFoundProblem();
                await db.SaveChangesAsync(ct);
                return TypedResults.NoContent();
            },
            ct
        );

    static async Task RequireNoReportAsync(this ParticipationDb db, Contribution row, CancellationToken ct)
    {
        if (await db.ModerationCases.AnyAsync(one => one.ItemId == row.Id && one.Outcome == null && one.Kind != CaseKind.Held, ct))
            throw new ItemIsReported();
    }
}
