namespace Integrationskonzept.Contracts;

/// <summary>A plan of events for a mandate is binding. Aggregate: the plan.</summary>
public sealed record PlanConfirmed : IntegrationEvent
{
    /// <summary>The mandate that the plan serves.</summary>
    public required Guid MandateId { get; init; }

    /// <summary>All events, ordered by start.</summary>
    public required IReadOnlyList<EventDetails> Events { get; init; }
}

/// <summary>What others know of an event (Veranstaltung).</summary>
/// <param name="EventId">The event.</param>
/// <param name="Kind">Kickoff, workshop and so on.</param>
/// <param name="Title">Title as people read it.</param>
/// <param name="TopicAreaKey">The topic area it works on; none for the kickoff.</param>
/// <param name="Start">Start.</param>
/// <param name="End">End, after the start.</param>
/// <param name="Venue">Place, if already found.</param>
public sealed record EventDetails(
    Guid EventId, EventKind Kind, string Title, string? TopicAreaKey, DateTimeOffset Start, DateTimeOffset End, string? Venue);

/// <summary>Something happened to one event. Aggregate: the event.</summary>
public abstract record EventFact : IntegrationEvent
{
    /// <summary>The mandate that the event serves.</summary>
    public required Guid MandateId { get; init; }

    /// <summary>The event as it is now.</summary>
    public required EventDetails Event { get; init; }
}

/// <summary>An event has a confirmed date.</summary>
public sealed record EventScheduled : EventFact;

/// <summary>An event has moved.</summary>
public sealed record EventRescheduled : EventFact
{
    /// <summary>Why, in words for the people invited.</summary>
    public required string Reason { get; init; }
}

/// <summary>An event will not take place.</summary>
public sealed record EventCancelled : EventFact
{
    /// <summary>Why, in words for the people invited.</summary>
    public required string Reason { get; init; }
}

/// <summary>An event has taken place.</summary>
public sealed record EventHeld : EventFact
{
    /// <summary>How many came, by stakeholder group; numbers only, never names.</summary>
    public required IReadOnlyDictionary<StakeholderGroup, int> Attendance { get; init; }
}

/// <summary>The five groups that take part (Akteursgruppen).</summary>
public enum StakeholderGroup { Politics, Administration, CivilSociety, Institution, MigrantOrganisation }
