using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Participation.Answers;

/// <summary>What a contribution will be answered once the answers of its topic area are published; only staff see it.</summary>
public sealed class PreparedAnswer : ITenantOwned, IIdentified
{
    public string Tenant { get; private set; } = null!;
    public required Guid ContributionId { get; init; }
    public required Guid TopicAreaId { get; init; }
    public required ContributionAnswer Answer { get; set; }
    public required string Reason { get; set; }
    Guid IIdentified.Id => ContributionId;
}

sealed class PreparedAnswerTable : IEntityTypeConfiguration<PreparedAnswer>
{
    public void Configure(EntityTypeBuilder<PreparedAnswer> prepared)
    {
        prepared.HasKey(row => new { row.Tenant, row.ContributionId });
        prepared.Property(row => row.Answer).HasConversion<string>();
        prepared.Property(row => row.Reason).HasMaxLength(AnswerLimits.Reason);
        prepared.HasIndex(row => new
        {
            row.Tenant,
            row.TopicAreaId,
            row.ContributionId,
        });
    }
}

static class AnswerLimits
{
    public const int Reason = 2000;
    public const int AtOnce = 200;
}
