using Integrationskonzept.Participation.Contributions;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Records;

/// <summary>What records say of contributions.</summary>
static class Citations
{
    public static async Task<bool> RecordCitesAsync(this ParticipationDb db, Guid topicAreaId, Guid contributionId, CancellationToken ct) =>
        (await db.Records.AsNoTracking().SingleOrDefaultAsync(row => row.Id == topicAreaId, ct))?.ContributionIds.Contains(contributionId)
        == true;

    /// <summary>Only what counts can be cited; a tombstone, or what is hidden, only by the record that cites it already.</summary>
    public static async Task RequireCitableAsync(
        this ParticipationDb db,
        Guid topicAreaId,
        IReadOnlyCollection<Guid> ids,
        IReadOnlyCollection<Guid> citedBefore,
        CancellationToken ct
    )
    {
        var citable = await db.Contributions.CountAsync(
            row =>
                row.TopicAreaId == topicAreaId
                && ids.Contains(row.Id)
                && (
                    row.State == ContributionState.Standing
                    || ((row.State == ContributionState.Withdrawn || row.State == ContributionState.Hidden) && citedBefore.Contains(row.Id))
                ),
            ct
        );
        if (citable != ids.Count)
            throw new ContributionUnknown();
    }
}
