using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Participation.Contributions;

/// <summary>A Beitrag to a topic area.</summary>
public sealed class Contribution : Aggregate
{
    public required Guid TopicAreaId { get; init; }
    public required ContributionKind Kind { get; init; }
    public required string Text { get; init; }
    public required StakeholderGroup Group { get; init; }
    public Guid? OrganisationId { get; init; }

    /// <summary>The organisation's name when it was made.</summary>
    public string? Organisation { get; init; }

    /// <summary>Pseudonymous account id of whoever made it; never shown to others, never sent to other services.</summary>
    public required string Author { get; init; }
    public required DateTimeOffset SubmittedAt { get; init; }
    public ContributionAnswer? Answer { get; private set; }
    public string? AnswerReason { get; private set; }

    public void BeAnswered(ContributionAnswer answer, string reason) => (Answer, AnswerReason) = (answer, reason);
}

sealed class ContributionTable : IEntityTypeConfiguration<Contribution>
{
    public void Configure(EntityTypeBuilder<Contribution> contribution)
    {
        contribution.Property(row => row.Kind).HasConversion<string>();
        contribution.Property(row => row.Group).HasConversion<string>();
        contribution.Property(row => row.Answer).HasConversion<string>();
        contribution.HasIndex(row => new
        {
            row.Tenant,
            row.TopicAreaId,
            row.Id,
        });
        contribution.HasIndex(row => new
        {
            row.Tenant,
            row.TopicAreaId,
            row.Author,
        });
        contribution.HasIndex(row => new
        {
            row.Tenant,
            row.Author,
            row.Id,
        });
    }
}
