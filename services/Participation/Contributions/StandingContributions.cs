using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Contributions;

static class StandingContributions
{
    /// <summary>Those that count: all that lists, points, tasks, records and results know of.</summary>
    public static IQueryable<Contribution> Standing(this ParticipationDb db, Guid topicAreaId) =>
        db.Contributions.Where(row => row.TopicAreaId == topicAreaId && row.State == ContributionState.Standing);

    /// <summary>One of a topic area, also a tombstone; held until the transaction ends: one at a time looks at its rules.</summary>
    public static Task<Contribution> HoldContributionAsync(this ParticipationDb db, Guid topicAreaId, Guid id, CancellationToken ct) =>
        db
            .Contributions.FromSql($"select * from contributions where id = {id} for no key update")
            .Where(row => row.TopicAreaId == topicAreaId)
            .GetAsync(id, ct);

    /// <summary>Several, always in the same order: two who hold the same don't wait for each other.</summary>
    public static Task HoldContributionsAsync(this ParticipationDb db, Guid[] ids, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select from contributions where id = any({ids}) order by id for no key update", ct);
}
