using System.Diagnostics;
using System.Text.Json;
using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Data;

namespace Integrationskonzept.ServiceDefaults.Messaging;

/// <summary>An integration event that was committed together with the change that it tells of, and is still to be published.</summary>
public sealed class OutboxMessage
{
    public long Position { get; init; }
    public required Guid MessageId { get; init; }
    public required string Type { get; init; }
    public required string Tenant { get; init; }
    public required string Body { get; init; }

    /// <summary>W3C trace context of the request that caused it.</summary>
    public string? TraceParent { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset DueAt { get; set; }
    public int Attempts { get; set; }
    public string? LastError { get; set; }

    /// <summary>Set aside because it can't be read; an operator can redrive it.</summary>
    public bool Parked { get; set; }

    public static OutboxMessage From(IntegrationEvent message, DateTimeOffset now) =>
        new()
        {
            MessageId = Guid.CreateVersion7(),
            Type = MessageTypes.NameOf(message),
            Tenant = message.Tenant,
            Body = JsonSerializer.Serialize(message, message.GetType(), JsonColumn.Options),
            TraceParent = Activity.Current?.Id,
            CreatedAt = now,
            DueAt = now,
        };

    public IntegrationEvent Read() =>
        MessageTypes.Find(Type) is { } type && JsonSerializer.Deserialize(Body, type, JsonColumn.Options) is IntegrationEvent message
            ? message
            : throw new JsonException($"'{Type}' is not a known message type.");
}
