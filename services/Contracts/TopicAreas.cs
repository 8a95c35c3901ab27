namespace Integrationskonzept.Contracts;

/// <summary>Something happened to a topic area (Themenfeld) of a mandate. Aggregate: the topic area.</summary>
public abstract record TopicAreaFact : IntegrationEvent
{
    /// <summary>The mandate that named the topic area.</summary>
    public required Guid MandateId { get; init; }

    /// <summary>Key within the mandate.</summary>
    public required string Key { get; init; }

    /// <summary>Title as in the mandate.</summary>
    public required string Title { get; init; }
}

/// <summary>People can contribute to a topic area.</summary>
public sealed record TopicAreaOpened : TopicAreaFact;

/// <summary>What a contribution (Beitrag) is.</summary>
public enum ContributionKind
{
    Need,
    Idea,
    Experience,
    Goal,
    Measure,
}

/// <summary>The results of a topic area are recorded and locked.</summary>
public sealed record TopicAreaConcluded : TopicAreaFact, IToldInParts
{
    /// <inheritdoc/>
    public MessagePart? Part { get; init; }

    /// <summary>The situation as the record describes it, CommonMark; empty in all parts but the first.</summary>
    public required string Situation { get; init; }

    /// <summary>What is needed, by priority.</summary>
    public required IReadOnlyList<Finding> Needs { get; init; }

    /// <summary>What is to be reached, by priority.</summary>
    public required IReadOnlyList<Finding> Goals { get; init; }

    /// <summary>What is to be done, by priority.</summary>
    public required IReadOnlyList<MeasureProposal> Measures { get; init; }

    /// <summary>Every contribution made, with or without a finding that came of it; no names of private people.</summary>
    public required IReadOnlyList<ContributionSource> Contributions { get; init; }
}

/// <summary>A need or a goal that came of contributions.</summary>
/// <param name="Id">Stable id of the finding.</param>
/// <param name="Text">The finding, CommonMark.</param>
/// <param name="ContributionIds">The contributions behind it.</param>
public sealed record Finding(Guid Id, string Text, IReadOnlyList<Guid> ContributionIds);

/// <summary>A measure (Maßnahme) as the participants propose it.</summary>
/// <param name="Id">Stable id, kept through concept and edition.</param>
/// <param name="Title">Title.</param>
/// <param name="Description">What is to be done, CommonMark.</param>
/// <param name="TargetGroup">For whom.</param>
/// <param name="Owner">Unit or organisation that is responsible.</param>
/// <param name="Partners">Others who take part.</param>
/// <param name="Period">When, in words.</param>
/// <param name="Cost">Cost and funding, in words.</param>
/// <param name="Indicator">How one will see that it works.</param>
/// <param name="ContributionIds">The contributions behind it.</param>
public sealed record MeasureProposal(
    Guid Id,
    string Title,
    string Description,
    string? TargetGroup,
    string? Owner,
    string? Partners,
    string? Period,
    string? Cost,
    string? Indicator,
    IReadOnlyList<Guid> ContributionIds
);

/// <summary>A contribution as others may know it.</summary>
/// <param name="Id">The contribution.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its wording.</param>
/// <param name="Organisation">The organisation it was made for; null when a person spoke for herself.</param>
/// <param name="Group">The group that it speaks for.</param>
/// <param name="Points">Points given in the prioritisation.</param>
public sealed record ContributionSource(
    Guid Id,
    ContributionKind Kind,
    string Text,
    string? Organisation,
    StakeholderGroup Group,
    int Points
);
