using System.Text.Json.Serialization;

namespace Integrationskonzept.Contracts;

/// <summary>
/// A fact that one service tells all others, in the past tense. It carries the state that others need,
/// so that nobody has to call back to handle it. Contracts change by addition only. Tenant, aggregate, version and time are filled in
/// by the outbox from the aggregate that the fact is about, and by nobody else.
/// </summary>
public abstract record IntegrationEvent
{
    /// <summary>Slug of the Landkreis that the fact belongs to; a message without one is refused.</summary>
    [JsonInclude, JsonRequired]
    public string Tenant { get; internal set; } = "";

    /// <summary>The aggregate that the fact is about.</summary>
    [JsonInclude, JsonRequired]
    public Guid AggregateId { get; internal set; }

    /// <summary>Version of that aggregate, raised with each change; consumers ignore older ones than they have seen.</summary>
    [JsonInclude, JsonRequired]
    public int Version { get; internal set; }

    /// <summary>When it happened (UTC).</summary>
    [JsonInclude, JsonRequired]
    public DateTimeOffset OccurredAt { get; internal set; }
}
