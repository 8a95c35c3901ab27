using Integrationskonzept.Drafting.Concepts;
using Integrationskonzept.Drafting.Papers;

namespace Integrationskonzept.Drafting.Tracing;

/// <summary>Where a contribution went: the chapter that took it, measures that came of it, the decision on them, the edition.</summary>
public sealed record ContributionTrace
{
    /// <summary>The concept that took it.</summary>
    public required Guid ConceptId { get; init; }

    /// <summary>How far that is.</summary>
    public required ConceptState State { get; init; }

    /// <summary>Reference of the paper that ordered it.</summary>
    public required string MandateReference { get; init; }

    /// <summary>The chapter, by its key within the concept.</summary>
    public required string SectionKey { get; init; }

    /// <summary>Its heading.</summary>
    public required string SectionTitle { get; init; }

    /// <summary>Number of the chapter's last revision, from 1; while it is drafted for those who may read drafts.</summary>
    public int? SectionRevision { get; init; }

    /// <summary>Measures that came of it; while the concept is drafted for those who may read drafts, none for others.</summary>
    public required IReadOnlyList<TracedMeasure> Measures { get; init; }

    /// <summary>
    /// The paper that puts the concept before the organizations, and what they decided; null before there is one, and for those who may not
    /// read drafts until it is decided.
    /// </summary>
    public TracedPaper? Paper { get; init; }

    /// <summary>Number of the edition, from 1; null until the concept is adopted.</summary>
    public int? Edition { get; init; }

    /// <summary>Where the published edition is read.</summary>
    public string? EditionPath { get; init; }
}

/// <param name="Id">Stable id, from the record to the edition.</param>
/// <param name="Number">Number as printed, such as <c>1.2</c>.</param>
/// <param name="Title">Title.</param>
public sealed record TracedMeasure(Guid Id, string Number, string Title);

/// <param name="Id">The paper.</param>
/// <param name="Reference">Its reference, such as <c>VL-400/2023</c>.</param>
/// <param name="Outcome">What the organization whose decision counts decided; null before that.</param>
/// <param name="DecidedOn">Day of the decision.</param>
/// <param name="DecidedBy">Name of that organization.</param>
public sealed record TracedPaper(Guid Id, string Reference, Outcome? Outcome, DateOnly? DecidedOn, string? DecidedBy)
{
    internal static TracedPaper From(Paper paper)
    {
        var decided = paper.Consultations.LastOrDefault(step => step.Authoritative && step.Decision is not null);
        return new(paper.Id, paper.Reference, decided?.Decision!.Outcome, decided?.Decision!.DecidedOn, decided?.Organization);
    }
}
