using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Representativeness;

static class RepresentationClosing
{
    /// <summary>Of a topic area that is concluded in the same transaction: the last figures; who answered is forgotten.</summary>
    public static async Task CloseRepresentationAsync(this ParticipationDb db, Guid topicAreaId, CancellationToken ct)
    {
        var held = db.Representations.FromSql($"select * from representations where topic_area_id = {topicAreaId} for update");
        if (await held.SingleOrDefaultAsync(ct) is not { } representation)
            return;
        representation.Close();
        await db.RepresentationTurns.Where(row => row.TopicAreaId == topicAreaId).ExecuteDeleteAsync(ct);
    }
}
