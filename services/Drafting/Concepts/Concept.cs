using Integrationskonzept.Contracts;
using Integrationskonzept.Drafting.Papers;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Drafting.Concepts;

/// <summary>How far a concept is.</summary>
public enum ConceptState
{
    /// <summary>Sections and measures can be edited.</summary>
    Drafting,

    /// <summary>A milestone is before the organizations.</summary>
    Submitted,

    /// <summary>The authoritative organization adopted it.</summary>
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

    /// <summary>
    /// Number of its edition, from 1; null until it is adopted, since editions are numbered in the order of their adoption.
    /// </summary>
    public int? Edition { get; private set; }

    /// <summary>Number of the last milestone; 0 before the first.</summary>
    public int Milestones { get; private set; }

    /// <summary>Path of the published edition.</summary>
    public string? EditionPath { get; private set; }

    /// <summary>As goals and measures count the topic areas, from 1; 0 for none of that key.</summary>
    public int NumberOf(string topicAreaKey) => TopicAreas.FindIndex(area => area.Key == topicAreaKey) + 1;

    /// <summary>Nothing more is taken into it.</summary>
    public bool IsDecided => State is ConceptState.Adopted or ConceptState.Published;

    /// <summary>The concept that a mandate orders; its chapters are the skeleton's.</summary>
    public static Concept Begin(Paper mandate, IReadOnlyList<MandatedTopicArea> topicAreas) =>
        new()
        {
            MandateId = mandate.Id,
            MandateReference = mandate.Reference,
            Title = "Integrationskonzept",
            TopicAreas = [.. topicAreas],
        };

    /// <summary>Sections and measures may change only while nobody is deciding on them.</summary>
    public void RequireDrafting()
    {
        if (State != ConceptState.Drafting)
            throw new ConceptIsFrozen();
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

    /// <summary>Ends it; its edition gets the number.</summary>
    public void Adopt(int edition)
    {
        RequireSubmitted();
        State = ConceptState.Adopted;
        Edition = edition;
    }

    public void Return()
    {
        RequireSubmitted();
        State = ConceptState.Drafting;
    }

    /// <summary>Only the edition that it became; told again, it changes nothing.</summary>
    public void Publish(int edition, string path)
    {
        if (edition != Edition)
            throw new EditionOfAnother(Id, Edition, edition);
        State = ConceptState.Published;
        EditionPath = path;
    }

    void RequireSubmitted()
    {
        if (State != ConceptState.Submitted)
            throw new ConceptIsNotSubmitted();
    }
}

sealed class ConceptTable : IEntityTypeConfiguration<Concept>
{
    public void Configure(EntityTypeBuilder<Concept> concept)
    {
        concept.Property(row => row.State).HasConversion<string>();
        concept.Ignore(row => row.IsDecided);
        concept.Property(row => row.TopicAreas).HasJson();
        concept.HasIndex(row => new { row.Tenant, row.MandateId }).IsUnique();
        concept.HasIndex(row => new { row.Tenant, row.Edition }).IsUnique();
    }
}

/// <summary>Nobody edits what an organization is deciding on, or has decided.</summary>
public sealed class ConceptIsFrozen()
    : ConflictProblem(
        "concept-frozen",
        new(
            "Das Konzept liegt den Gremien vor oder ist beschlossen und kann gerade nicht geändert werden.",
            "The concept is before the organizations or decided, and can't be changed now."
        )
    );

/// <summary>Organizations decide on what is before them.</summary>
public sealed class ConceptIsNotSubmitted()
    : ConflictProblem(
        "concept-not-submitted",
        new(
            "Das Konzept liegt den Gremien nicht vor; über diese Vorlage kann deshalb nicht entschieden werden. Legen Sie "
                + "einen Meilenstein neu vor.",
            "The concept is not before the organizations, so this paper can't be decided. Submit a milestone anew."
        )
    );

/// <summary>An edition was published under a number that the concept does not have.</summary>
public sealed class EditionOfAnother(Guid concept, int? own, int published)
    : RefusedMessageException(
        $"Concept {concept} has edition {own?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"}, not {published}."
    );
