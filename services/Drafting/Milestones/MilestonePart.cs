using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Drafting.Milestones;

/// <summary>What a milestone froze.</summary>
public enum MilestonePartKind
{
    /// <summary>A chapter, in one of its revisions.</summary>
    Section,

    /// <summary>A goal.</summary>
    Goal,

    /// <summary>A measure.</summary>
    Measure,
}

/// <summary>
/// That a milestone froze something: the same as its content says, to be found without reading all of it. What is withdrawn later stays
/// here.
/// </summary>
public sealed class MilestonePart : ITenantOwned
{
    public string Tenant { get; private set; } = null!;
    public required Guid ConceptId { get; init; }
    public required int Milestone { get; init; }
    public required MilestonePartKind Kind { get; init; }
    public required Guid PartId { get; init; }

    /// <summary>Number of the chapter's revision; 0 before the first, null for all else.</summary>
    public int? Revision { get; init; }
}

sealed class MilestonePartTable : IEntityTypeConfiguration<MilestonePart>
{
    public void Configure(EntityTypeBuilder<MilestonePart> part)
    {
        part.HasKey(row => new
        {
            row.Tenant,
            row.ConceptId,
            row.Milestone,
            row.Kind,
            row.PartId,
        });
        part.Property(row => row.Kind).HasConversion<string>();
    }
}
