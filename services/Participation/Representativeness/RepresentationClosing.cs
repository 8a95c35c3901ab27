using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Representativeness;

static class RepresentationClosing
{
    /// <summary>Of a topic area that is concluded in the same transaction: the last figures; who answered is forgotten.</summary>
    public static async Task CloseRepresentationAsync(this ParticipationDb db, Guid topicAreaId, CancellationToken ct)
    {
        if (await db.Representations.SingleOrDefaultAsync(row => row.TopicAreaId == topicAreaId, ct) is not { } representation)
            return;
        representation.Close();
        await db.RepresentationTurns.Where(row => row.TopicAreaId == topicAreaId).ExecuteDeleteAsync(ct);
    }
}
