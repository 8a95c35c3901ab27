namespace Integrationskonzept.Contracts;

/// <summary>
/// A fact that one service tells all others, in the past tense. It carries the state that others need,
/// so that nobody has to call back to handle it. Contracts change by addition only.
/// </summary>
public abstract record IntegrationEvent
{
    /// <summary>Slug of the Landkreis that the fact belongs to; a message without one is refused.</summary>
    public required string Tenant { get; init; }

    /// <summary>The aggregate that the fact is about.</summary>
    public required Guid AggregateId { get; init; }

    /// <summary>Version of that aggregate, raised with each change; consumers ignore older ones than they have seen.</summary>
    public required int Version { get; init; }

    /// <summary>When it happened (UTC).</summary>
    public required DateTimeOffset OccurredAt { get; init; }
}
