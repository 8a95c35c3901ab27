using Integrationskonzept.Contracts;
using Integrationskonzept.Drafting.Concepts;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Drafting.Measures;

/// <summary>A Maßnahme while it is drafted; it links back to the contributions that it came of.</summary>
public sealed class Measure : Aggregate, IPlaced
{
    public required Guid ConceptId { get; init; }
    public required string SectionKey { get; init; }
    public required int TopicArea { get; init; }
    public required int Position { get; init; }
    public required MeasureProposal Proposal { get; set; }

    /// <summary>What is planned, as data; the words beside it stand in the proposal.</summary>
    public MeasurePlan? Plan { get; set; }

    /// <summary>The goal that it serves, if any; one of its topic area.</summary>
    public Guid? GoalId { get; set; }

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
        measure.Property(row => row.Plan).HasJson();
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
        // A foreign key to goals stands in the migration alone: a relationship of the model would want the tenant from its goal.
        measure.HasIndex(row => new { row.Tenant, row.GoalId });
    }
}
