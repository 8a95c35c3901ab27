using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Participation.Contributions;

/// <summary>That somebody is for a contribution: once each, and without limit over all, other than points.</summary>
public sealed class Support : ITenantOwned
{
    public string Tenant { get; private set; } = null!;
    public required Guid ContributionId { get; init; }

    /// <summary>Pseudonymous account id.</summary>
    public required string Supporter { get; init; }
}

sealed class SupportTable : IEntityTypeConfiguration<Support>
{
    public void Configure(EntityTypeBuilder<Support> support)
    {
        support.ToTable("supports");
        support.HasKey(row => new
        {
            row.Tenant,
            row.ContributionId,
            row.Supporter,
        });
        support.HasIndex(row => new { row.Tenant, row.Supporter });
    }
}
