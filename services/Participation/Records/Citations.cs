using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Records;

/// <summary>What records say of contributions.</summary>
static class Citations
{
    public static async Task<bool> RecordCitesAsync(this ParticipationDb db, Guid topicAreaId, Guid contributionId, CancellationToken ct) =>
        (await db.Records.AsNoTracking().SingleOrDefaultAsync(row => row.Id == topicAreaId, ct))?.ContributionIds.Contains(contributionId)
        == true;
}
