using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Participation.Contributions;

/// <summary>Points that someone gave to a contribution.</summary>
public sealed class GivenPoints : ITenantOwned
{
    public string Tenant { get; private set; } = null!;
    public required Guid TopicAreaId { get; init; }

    /// <summary>Pseudonymous account id, or a turn at a shared tablet.</summary>
    public required string Giver { get; init; }
    public required Guid ContributionId { get; init; }
    public required int Points { get; init; }
}

sealed class GivenPointsTable : IEntityTypeConfiguration<GivenPoints>
{
    public void Configure(EntityTypeBuilder<GivenPoints> points)
    {
        points.HasKey(row => new
        {
            row.Tenant,
            row.TopicAreaId,
            row.Giver,
            row.ContributionId,
        });
        points.HasIndex(row => new { row.Tenant, row.ContributionId });
        points.HasIndex(row => new { row.Tenant, row.Giver });
    }
}

static class PointCounts
{
    /// <summary>
    /// Kept at the contribution, so that lists sort by them; of contributions that are held. Nobody sees them yet, so that no version
    /// tells of them.
    /// </summary>
    public static Task CountPointsAsync(this ParticipationDb db, Guid[] held, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"""
            update contributions set points = counted.points
            from (
                select id as contribution_id, (select coalesce(sum(points), 0) from points where contribution_id = id) as points
                from unnest({held}) as id
            ) as counted
            where id = contribution_id and contributions.points <> counted.points
            """,
            ct
        );

    /// <summary>From now on all see them: versions tell so.</summary>
    public static Task TellOfPointsAsync(this ParticipationDb db, Guid topicAreaId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"update contributions set version = version + 1 where topic_area_id = {topicAreaId} and points > 0",
            ct
        );
}
