namespace Integrationskonzept.ServiceDefaults.Messaging;

/// <summary>A message that a consumer has handled, written in the same transaction as its effects.</summary>
public sealed class InboxEntry
{
    public required Guid MessageId { get; init; }
    public required string Consumer { get; init; }
    public required DateTimeOffset ConsumedAt { get; init; }
}
