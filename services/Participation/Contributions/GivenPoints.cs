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

static class PointQueries
{
    /// <summary>One query for a whole page of contributions.</summary>
    public static Task<Dictionary<Guid, int>> SumPointsAsync(this ParticipationDb db, Guid[] contributions, CancellationToken ct) =>
        db
            .Points.Where(row => contributions.Contains(row.ContributionId))
            .GroupBy(row => row.ContributionId)
            .Select(group => new { group.Key, Sum = group.Sum(row => row.Points) })
            .ToDictionaryAsync(row => row.Key, row => row.Sum, ct);
}
