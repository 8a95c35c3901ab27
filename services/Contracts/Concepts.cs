namespace Integrationskonzept.Contracts;

/// <summary>Something happened to a concept (Integrationskonzept). Aggregate: the concept.</summary>
public abstract record ConceptFact : IntegrationEvent
{
    /// <summary>The mandate that ordered the concept.</summary>
    public required Guid MandateId { get; init; }

    /// <summary>Reference of the adoption paper.</summary>
    public required string PaperReference { get; init; }
}

/// <summary>A frozen milestone of the concept was put before the organizations.</summary>
public sealed record ConceptSubmitted : ConceptFact
{
    /// <summary>Number of the milestone, from 1.</summary>
    public required int Milestone { get; init; }
}

/// <summary>The authoritative organization deferred or rejected the concept.</summary>
public sealed record ConceptReturned : ConceptFact
{
    /// <summary>True when it was rejected, false when deferred.</summary>
    public required bool Rejected { get; init; }
}

/// <summary>The authoritative organization adopted the concept; carries all that an edition is made of.</summary>
public sealed record ConceptAdopted : ConceptFact, IToldInParts
{
    /// <inheritdoc/>
    public MessagePart? Part { get; init; }

    /// <summary>Number of the edition that this becomes, from 1.</summary>
    public required int Edition { get; init; }

    /// <summary>Title of the concept.</summary>
    public required string Title { get; init; }

    /// <summary>Reference of the paper that ordered it.</summary>
    public required string MandateReference { get; init; }

    /// <summary>Day of the decision.</summary>
    public required DateOnly AdoptedOn { get; init; }

    /// <summary>Name of the organization that decided.</summary>
    public required string AdoptedBy { get; init; }

    /// <summary>The wording that was adopted.</summary>
    public required string Resolution { get; init; }

    /// <summary>All sections in reading order.</summary>
    public required IReadOnlyList<AdoptedSection> Sections { get; init; }

    /// <summary>All measures in reading order. They name the contributions behind them by id; their own lists are empty.</summary>
    public required IReadOnlyList<AdoptedMeasure> Measures { get; init; }

    /// <summary>The contributions that measures name, once each.</summary>
    public IReadOnlyList<ContributionSource> Contributions { get; init; } = [];

    /// <summary>All goals in reading order; measures name theirs.</summary>
    public IReadOnlyList<AdoptedGoal> Goals { get; init; } = [];
}

/// <param name="Key">Key of the section within the concept; part of the permanent address.</param>
/// <param name="Title">Heading.</param>
/// <param name="TopicAreaKey">Topic area, for a chapter of one.</param>
/// <param name="Markdown">Text, CommonMark.</param>
/// <param name="Level">1 for a chapter, 2 for a section of one, and so on; absent in messages from before there was a tree.</param>
/// <param name="Number">Number as printed, such as <c>5.2</c>; absent there, too.</param>
public sealed record AdoptedSection(
    string Key,
    string Title,
    string? TopicAreaKey,
    string Markdown,
    int? Level = null,
    string? Number = null
)
{
    /// <summary>What it says in other languages, where that was of its last revision; absent where there is nothing.</summary>
    public IReadOnlyList<AdoptedTranslation>? Translations { get; init; }
}

/// <summary>A section in another language. What the platform adds to a section from the data of the process is not in it.</summary>
/// <param name="Language">Language tag (BCP 47); <c>de-x-leicht</c> is easy language.</param>
/// <param name="Title">Heading.</param>
/// <param name="Markdown">Text, CommonMark.</param>
public sealed record AdoptedTranslation(string Language, string Title, string Markdown);

/// <param name="Number">Number as printed, such as <c>1.2</c>: topic area, measure.</param>
/// <param name="SectionKey">Section that the measure stands in.</param>
/// <param name="Measure">The measure as adopted.</param>
/// <param name="Contributions">Where it came from.</param>
public sealed record AdoptedMeasure(
    string Number,
    string SectionKey,
    MeasureProposal Measure,
    IReadOnlyList<ContributionSource> Contributions
)
{
    /// <summary>What is planned, as data; null where nothing was said.</summary>
    public MeasurePlan? Plan { get; init; }

    /// <summary>The goal that it serves, if any.</summary>
    public Guid? GoalId { get; init; }
}

/// <summary>What is to be reached (Handlungsziel).</summary>
/// <param name="Id">Stable id, from the record to the edition.</param>
/// <param name="Number">Number as printed, such as <c>Z1.2</c>: topic area, goal.</param>
/// <param name="SectionKey">Section that the goal stands in.</param>
/// <param name="Title">Title.</param>
/// <param name="Description">What it means, CommonMark.</param>
public sealed record AdoptedGoal(Guid Id, string Number, string SectionKey, string Title, string Description);

/// <summary>What became of a contribution. Aggregate: the contribution.</summary>
public sealed record ContributionAnswered : IntegrationEvent
{
    /// <summary>What became of it.</summary>
    public required ContributionAnswer Answer { get; init; }

    /// <summary>Why, in words for the one who made it.</summary>
    public required string Reason { get; init; }

    /// <summary>The measure that it went into, if any.</summary>
    public Guid? MeasureId { get; init; }
}

/// <summary>The four answers that a contribution can get.</summary>
public enum ContributionAnswer
{
    TakenUp,
    Merged,
    NotTakenUp,
    Deferred,
}

/// <summary>An edition is sealed and can be read by everybody. Aggregate: the edition.</summary>
public sealed record EditionPublished : IntegrationEvent
{
    /// <summary>The concept that was sealed.</summary>
    public required Guid ConceptId { get; init; }

    /// <summary>Number of the edition.</summary>
    public required int Number { get; init; }

    /// <summary>Permanent path on the public site.</summary>
    public required string Path { get; init; }

    /// <summary>SHA-256 of the sealed content, lower-case hexadecimal.</summary>
    public required string ContentHash { get; init; }
}
