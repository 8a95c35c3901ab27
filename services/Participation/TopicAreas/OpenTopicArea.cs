using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.TopicAreas;

static class OpenTopicArea
{
    /// <summary>The topic area, open, and staying so until the transaction ends: nobody concludes it in between.</summary>
    public static async Task RequireOpenAsync(this ParticipationDb db, Guid id, CancellationToken ct) =>
        (await db.TopicAreas.FromSql($"select * from topic_areas where id = {id} for share").AsNoTracking().GetAsync(id, ct)).RequireOpen();
}
