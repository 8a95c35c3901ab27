namespace Integrationskonzept.Contracts;

/// <summary>The authoritative organization has adopted a paper that orders an Integrationskonzept. Aggregate: the paper.</summary>
public sealed record MandateGranted : IntegrationEvent
{
    /// <summary>Reference of the paper, such as <c>VL-320/2022</c>.</summary>
    public required string Reference { get; init; }

    /// <summary>Subject of the paper.</summary>
    public required string Subject { get; init; }

    /// <summary>The wording that was adopted.</summary>
    public required string Resolution { get; init; }

    /// <summary>Day of the decision in the tenant's zone.</summary>
    public required DateOnly DecidedOn { get; init; }

    /// <summary>Name of the organization that decided.</summary>
    public required string DecidedBy { get; init; }

    /// <summary>The Themenfelder in the order of the paper.</summary>
    public required IReadOnlyList<MandatedTopicArea> TopicAreas { get; init; }

    /// <summary>What the paper orders to be held.</summary>
    public required IReadOnlyList<ProgrammeItem> Programme { get; init; }

    /// <summary>Months given to one topic area; 2 for "alle zwei Monate ein Themenfeld".</summary>
    public required int MonthsPerTopicArea { get; init; }

    /// <summary>Last day of the work, if the paper names one.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>Money granted, in euros.</summary>
    public required decimal Budget { get; init; }
}

/// <param name="Key">Key within the mandate, made of the title: <c>bildung-sprache</c>.</param>
/// <param name="Title">Title as in the paper.</param>
public sealed record MandatedTopicArea(string Key, string Title);

/// <param name="Kind">Kind of event.</param>
/// <param name="Title">What the paper calls it.</param>
/// <param name="Count">How many, 1 or more.</param>
/// <param name="LengthInDays">Length of one: 1 or 0.5 and so on.</param>
/// <param name="UnitCost">Cost of one in euros.</param>
public sealed record ProgrammeItem(EventKind Kind, string Title, int Count, decimal LengthInDays, decimal UnitCost)
{
    /// <summary>Cost of all in euros: count × unit cost.</summary>
    public decimal Total => Count * UnitCost;
}

/// <summary>Kinds of events (Veranstaltungen).</summary>
public enum EventKind
{
    Kickoff,
    Workshop,
    Hearing,
    Meeting,
    Other,
}
