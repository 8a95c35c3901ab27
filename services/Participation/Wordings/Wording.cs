using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Validation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Participation.Wordings;

/// <summary>What a contribution said before its author changed it; so nobody is shown to have agreed to other words.</summary>
public sealed class Wording : ITenantOwned, IIdentified
{
    public string Tenant { get; private set; } = null!;
    public Guid Id { get; init; } = SequentialId.Next();
    public required Guid ContributionId { get; init; }
    public string? Title { get; init; }
    public required string Text { get; init; }
    public required string Language { get; init; }

    /// <summary>From when it stood.</summary>
    public required DateTimeOffset WrittenAt { get; init; }

    public static Wording Of(Contribution row) =>
        new()
        {
            ContributionId = row.Id,
            Title = row.Title,
            Text = row.Text,
            Language = row.Language,
            WrittenAt = row.EditedAt ?? row.SubmittedAt,
        };
}

sealed class WordingTable : IEntityTypeConfiguration<Wording>
{
    public void Configure(EntityTypeBuilder<Wording> wording)
    {
        wording.HasKey(row => new { row.Tenant, row.Id });
        wording.Property(row => row.Id).ValueGeneratedNever();
        wording.Property(row => row.Title).HasMaxLength(Limits.Title);
        wording.Property(row => row.Language).HasMaxLength(LanguageTag.MaxLength);
        wording.HasIndex(row => new
        {
            row.Tenant,
            row.ContributionId,
            row.Id,
        });
    }
}
