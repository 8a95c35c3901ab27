using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Participation.Organisations;

/// <summary>
/// A stakeholder that takes part, such as an association, with the accounts that may speak for it and the people to turn to. Not an
/// Organization, which is a Gremium that decides (OParl).
/// </summary>
public sealed class Organisation : Aggregate
{
    public required string Name { get; set; }
    public required StakeholderGroup Group { get; set; }

    /// <summary>Pseudonymous account ids of its delegates.</summary>
    public List<string> Delegates { get; set; } = [];

    /// <summary>Networks that it belongs to, such as a round table.</summary>
    public List<string> Networks { get; set; } = [];

    /// <summary>Languages that people speak there (BCP 47).</summary>
    public List<string> Languages { get; set; } = [];

    /// <summary>Whom to turn to; told to who manages organisations alone.</summary>
    public List<Contact> Contacts { get; set; } = [];
}

sealed class OrganisationTable : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> organisation)
    {
        organisation.Property(row => row.Name).HasMaxLength(200);
        organisation.Property(row => row.Group).HasConversion<string>();
        organisation.Property(row => row.Contacts).HasJson();
        organisation.HasIndex(row => new { row.Tenant, row.Name }).IsUnique();
        organisation.HasIndex(row => new
        {
            row.Tenant,
            row.Group,
            row.Id,
        });
    }
}
