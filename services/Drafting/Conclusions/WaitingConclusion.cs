using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Drafting.Conclusions;

/// <summary>
/// The results of a topic area that came while its concept could not take them: they wait for the organizations, and then for the next
/// concept.
/// </summary>
public sealed class WaitingConclusion : ITenantOwned
{
    public string Tenant { get; private set; } = null!;
    public required Guid TopicAreaId { get; init; }
    public required string TopicAreaKey { get; init; }

    /// <summary>The concept of its mandate.</summary>
    public required Guid ConceptId { get; init; }
    public required TopicAreaConcluded Conclusion { get; init; }

    /// <summary>The concept that took them; null while they wait.</summary>
    public Guid? TakenInto { get; set; }
}

sealed class WaitingConclusionTable : IEntityTypeConfiguration<WaitingConclusion>
{
    public void Configure(EntityTypeBuilder<WaitingConclusion> waiting)
    {
        waiting.HasKey(row => new { row.Tenant, row.TopicAreaId });
        waiting.Property(row => row.Conclusion).HasJson();
        waiting.HasIndex(row => new { row.Tenant, row.ConceptId });
    }
}
