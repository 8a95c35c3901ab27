using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Contributions;

static class StandingContributions
{
    /// <summary>Those that count: all that lists, points, tasks, records and results know of.</summary>
    public static IQueryable<Contribution> Standing(this ParticipationDb db, Guid topicAreaId) =>
        db.Contributions.Where(row => row.TopicAreaId == topicAreaId && row.State == ContributionState.Standing);

    /// <summary>
    /// Those of a topic area that the caller sees, also tombstones: what is held or hidden only who wrote it and who moderates. To all
    /// others it is not there, whatever they ask. Whoever reads one by its id asks here.
    /// </summary>
    public static IQueryable<Contribution> SeenBy(this ParticipationDb db, Caller caller, Guid topicAreaId) =>
        db.Contributions.Where(row => row.TopicAreaId == topicAreaId).SeenBy(caller);

    static IQueryable<Contribution> SeenBy(this IQueryable<Contribution> rows, Caller caller)
    {
        if (caller.Has(Permissions.ModerationDecide))
            return rows;
        var author = caller.Id;
        return rows.Where(row => (row.State != ContributionState.Held && row.State != ContributionState.Hidden) || row.Author == author);
    }

    /// <summary>One that the caller sees; held until the transaction ends: one at a time looks at its rules.</summary>
    public static Task<Contribution> HoldContributionAsync(
        this ParticipationDb db,
        Guid topicAreaId,
        Guid id,
        Caller caller,
        CancellationToken ct
    ) =>
        db
            .Contributions.FromSql($"select * from contributions where id = {id} for no key update")
            .Where(row => row.TopicAreaId == topicAreaId)
            .SeenBy(caller)
            .GetAsync(id, ct);

    /// <summary>Several, always in the same order: two who hold the same don't wait for each other.</summary>
    public static Task HoldContributionsAsync(this ParticipationDb db, Guid[] ids, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select from contributions where id = any({ids}) order by id for no key update", ct);
}
