using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.TopicAreas;

static class OpenTopicArea
{
    /// <summary>The topic area, open, and staying so until the transaction ends: nobody concludes it in between.</summary>
    public static async Task RequireOpenAsync(this ParticipationDb db, Guid id, CancellationToken ct) =>
        (await db.TopicAreas.FromSql($"select * from topic_areas where id = {id} for share").AsNoTracking().GetAsync(id, ct)).RequireOpen();

    /// <summary>
    /// Open, and nobody else's until the transaction ends: for what takes away or moves what others may just be pointing at. Rare, so all
    /// may wait for it.
    /// </summary>
    public static async Task RequireOpenAloneAsync(this ParticipationDb db, Guid id, CancellationToken ct) =>
        (
            await db.TopicAreas.FromSql($"select * from topic_areas where id = {id} for no key update").AsNoTracking().GetAsync(id, ct)
        ).RequireOpen();
}
