using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Drafting.Concepts;

/// <summary>A contribution that the concept's findings and measures link back to.</summary>
public sealed class Source : ITenantOwned
{
    public string Tenant { get; private set; } = null!;
    public required Guid ContributionId { get; init; }
    public required Guid ConceptId { get; init; }
    public required string TopicAreaKey { get; init; }
    public required ContributionSource Contribution { get; init; }

    /// <summary>The topic area whose results it came with; null for what came before this was kept.</summary>
    public Guid? TopicAreaId { get; init; }

    /// <summary>The chapter's revision that took those results; null for what came before this was kept.</summary>
    public int? Revision { get; init; }
}

sealed class SourceTable : IEntityTypeConfiguration<Source>
{
    public void Configure(EntityTypeBuilder<Source> source)
    {
        source.HasKey(row => new { row.Tenant, row.ContributionId });
        source.Property(row => row.Contribution).HasJson();
        source.HasIndex(row => new { row.Tenant, row.ConceptId });
    }
}

/// <summary>An event that took place, for the chapter on how people took part.</summary>
public sealed class HeldEvent : ITenantOwned
{
    public string Tenant { get; private set; } = null!;
    public required Guid EventId { get; init; }
    public required Guid MandateId { get; init; }
    public required EventDetails Details { get; init; }
    public required Dictionary<StakeholderGroup, int> Attendance { get; set; }
    public required int Version { get; set; }
}

sealed class HeldEventTable : IEntityTypeConfiguration<HeldEvent>
{
    public void Configure(EntityTypeBuilder<HeldEvent> held)
    {
        held.HasKey(row => new { row.Tenant, row.EventId });
        held.Property(row => row.Details).HasJson();
        held.Property(row => row.Attendance).HasJson();
        held.HasIndex(row => new { row.Tenant, row.MandateId });
    }
}
