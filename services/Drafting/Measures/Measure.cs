using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Drafting.Measures;

/// <summary>A Maßnahme while it is drafted; it links back to the contributions that it came of.</summary>
public sealed class Measure : Aggregate
{
    public required Guid ConceptId { get; init; }
    public required string SectionKey { get; init; }
    public required int TopicArea { get; init; }
    public required int Position { get; init; }
    public required MeasureProposal Proposal { get; set; }

    /// <summary>Number as printed: topic area, measure.</summary>
    public string Number => $"{TopicArea}.{Position}";

    /// <summary>The proposal's id stays the measure's, from the record to the edition.</summary>
    public static Measure From(MeasureProposal proposal, Guid conceptId, string sectionKey, int topicArea, int position) =>
        new()
        {
            Id = proposal.Id,
            ConceptId = conceptId,
            SectionKey = sectionKey,
            TopicArea = topicArea,
            Position = position,
            Proposal = proposal,
        };
}

sealed class MeasureTable : IEntityTypeConfiguration<Measure>
{
    public void Configure(EntityTypeBuilder<Measure> measure)
    {
        measure.Property(row => row.Proposal).HasJson();
        measure.Ignore(row => row.Number);
        measure
            .HasIndex(row => new
            {
                row.Tenant,
                row.ConceptId,
                row.TopicArea,
                row.Position,
            })
            .IsUnique();
    }
}
