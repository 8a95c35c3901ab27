using Integrationskonzept.Contracts;
using Integrationskonzept.Drafting.Papers;
using Integrationskonzept.Drafting.Sections;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Drafting.Concepts;

/// <summary>How far a concept is.</summary>
public enum ConceptState
{
    /// <summary>Sections and measures can be edited.</summary>
    Drafting,
    /// <summary>A milestone is before the bodies.</summary>
    Submitted,
    /// <summary>The authoritative body adopted it.</summary>
    Adopted,
    /// <summary>Its edition can be read by everybody.</summary>
    Published,
}

/// <summary>An Integrationskonzept on its way from the mandate to the edition.</summary>
public sealed class Concept : Aggregate
{
    public Guid MandateId { get; init; }
    public required string MandateReference { get; init; }
    public required string Title { get; init; }
    public required List<MandatedTopicArea> TopicAreas { get; init; }
    public ConceptState State { get; private set; } = ConceptState.Drafting;

    /// <summary>Number of the edition that it is or becomes.</summary>
    public int Edition { get; private set; } = 1;

    /// <summary>Number of the last milestone; 0 before the first.</summary>
    public int Milestones { get; private set; }

    /// <summary>Path of the published edition.</summary>
    public string? EditionPath { get; private set; }

    /// <summary>The skeleton of a concept: chapters that every one has, and one per topic area.</summary>
    public static (Concept Concept, IEnumerable<Section> Sections) Begin(Paper mandate, IReadOnlyList<MandatedTopicArea> topicAreas)
    {
        var concept = new Concept
        {
            MandateId = mandate.Id, MandateReference = mandate.Reference, Title = "Integrationskonzept", TopicAreas = [.. topicAreas],
        };
        return (concept, Skeleton.Of(concept.Id, mandate, topicAreas));
    }

    /// <summary>Sections and measures may change only while nobody is deciding on them.</summary>
    public void RequireDrafting()
    {
        if (State != ConceptState.Drafting) throw new ConceptIsFrozen();
    }

    public int NextMilestone()
    {
        RequireDrafting();
        return ++Milestones;
    }

    public void Submit()
    {
        RequireDrafting();
        State = ConceptState.Submitted;
    }

    public void Adopt() => State = ConceptState.Adopted;

    public void Return() => State = ConceptState.Drafting;

    public void Published(int edition, string path)
    {
        if (edition < Edition || State == ConceptState.Published) return;
        (State, EditionPath) = (ConceptState.Published, path);
    }
}

sealed class ConceptTable : IEntityTypeConfiguration<Concept>
{
    public void Configure(EntityTypeBuilder<Concept> concept)
    {
        concept.Property(row => row.State).HasConversion<string>();
        concept.Property(row => row.TopicAreas).HasJson();
        concept.HasIndex(row => new { row.Tenant, row.MandateId }).IsUnique();
    }
}

/// <summary>Nobody edits what a body is deciding on, or has decided.</summary>
public sealed class ConceptIsFrozen() : ConflictProblem("concept-frozen", new(
    "Das Konzept liegt den Gremien vor oder ist beschlossen und kann gerade nicht geändert werden.",
    "The concept is before the bodies or decided, and can't be changed now."));
