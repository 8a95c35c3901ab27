using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Participation.Organisations;

/// <summary>An organisation that takes part, with the accounts that may speak for it.</summary>
public sealed class Organisation : Aggregate
{
    public required string Name { get; set; }
    public required StakeholderGroup Group { get; set; }

    /// <summary>Pseudonymous account ids of its delegates.</summary>
    public List<string> Delegates { get; set; } = [];
}

sealed class OrganisationTable : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> organisation)
    {
        organisation.Property(row => row.Name).HasMaxLength(200);
        organisation.Property(row => row.Group).HasConversion<string>();
        organisation.HasIndex(row => new { row.Tenant, row.Name }).IsUnique();
    }
}
