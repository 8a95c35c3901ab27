using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.TopicAreas;

static class OpenTopicArea
{
    /// <summary>The topic area, open, and staying so until the transaction ends: nobody concludes it in between.</summary>
    public static async Task RequireOpenAsync(this ParticipationDb db, Guid id, CancellationToken ct) =>
        (await db.HoldTopicAreaAsync(id, ct)).RequireOpen();

    /// <summary>The same while points are given.</summary>
    public static async Task RequirePointsOpenAsync(this ParticipationDb db, Guid id, CancellationToken ct) =>
        (await db.HoldTopicAreaAsync(id, ct)).RequirePointsOpen();

    /// <summary>The same however far it is: nobody takes away or hides what is in it.</summary>
    public static Task<TopicArea> HoldTopicAreaAsync(this ParticipationDb db, Guid id, CancellationToken ct) =>
        db.TopicAreas.FromSql($"select * from topic_areas where id = {id} for share").AsNoTracking().GetAsync(id, ct);

    /// <summary>
    /// Open, and nobody else's until the transaction ends: for what takes away or moves what others may just be pointing at. Rare, so all
    /// may wait for it.
    /// </summary>
    public static async Task RequireOpenAloneAsync(this ParticipationDb db, Guid id, CancellationToken ct) =>
        (await db.HoldAloneAsync(id, ct)).RequireOpen();

    /// <summary>The same however far it is: what people wrote can be looked at also when nobody writes any more.</summary>
    public static Task<TopicArea> HoldAloneAsync(this ParticipationDb db, Guid id, CancellationToken ct) =>
        db.TopicAreas.FromSql($"select * from topic_areas where id = {id} for no key update").AsNoTracking().GetAsync(id, ct);
}
