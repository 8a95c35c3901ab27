using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Identity.Tenants;

/// <summary>A Landkreis on this installation.</summary>
public sealed class Tenant : IVersioned, ITold
{
    public Guid Id { get; init; } = SequentialId.Next();
    public required string Slug { get; init; }
    public int Version { get; private set; } = 1;
    public required string DistrictKey { get; init; }
    public required TenantDescription Description { get; set; }

    /// <summary>Matters within this service only: nobody is told.</summary>
    public MemberRules Rules { get; private set; } = new();

    public void Demand(MemberRules rules)
    {
        Rules = rules;
        Version++;
    }

    string ITold.Tenant => Slug;

    int ITold.Tell(bool isNew) => isNew ? Version : ++Version;

    public TenantRegistered Registered =>
        new()
        {
            Name = Description.Name,
            DistrictKey = DistrictKey,
            State = Description.State,
            TimeZone = Description.TimeZone,
            Centre = Description.Centre,
            Color = Description.Color,
            Organizations = Description.Organizations,
        };

    public TenantChanged Changed =>
        new()
        {
            Name = Description.Name,
            DistrictKey = DistrictKey,
            State = Description.State,
            TimeZone = Description.TimeZone,
            Centre = Description.Centre,
            Color = Description.Color,
            Organizations = Description.Organizations,
        };
}

sealed class TenantTable : IEntityTypeConfiguration<Tenant>
{
    public void Configure(EntityTypeBuilder<Tenant> tenant)
    {
        tenant.HasKey(row => row.Slug);
        tenant.Property(row => row.Slug).HasMaxLength(63);
        tenant.Property(row => row.Version).IsConcurrencyToken();
        tenant.Property(row => row.Description).HasJson();
        tenant.Property(row => row.Rules).HasJson().HasDefaultValueSql("'{}'");
        tenant.HasIndex(row => row.DistrictKey).IsUnique();
        tenant.HasIndex(row => row.Id).IsUnique();
    }
}
