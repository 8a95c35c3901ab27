using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Participation.Contributions;

/// <summary>Points that someone gave to a contribution.</summary>
public sealed class GivenPoints : ITenantOwned
{
    public string Tenant { get; private set; } = null!;
    public required Guid TopicAreaId { get; init; }

    /// <summary>Pseudonymous account id.</summary>
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
    }
}

static class PointCounts
{
    /// <summary>Kept at the contribution, so that lists sort by them; of contributions that are held.</summary>
    public static Task CountPointsAsync(this ParticipationDb db, Guid[] held, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"""
            update contributions set points = counted.points, version = version + 1
            from (
                select id as contribution_id, (select coalesce(sum(points), 0) from points where contribution_id = id) as points
                from unnest({held}) as id
            ) as counted
            where id = contribution_id and contributions.points <> counted.points
            """,
            ct
        );
}
