using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Data;

namespace Integrationskonzept.Probe.Notes;

/// <summary>The aggregate: a text.</summary>
public sealed class Note : Aggregate
{
    public required string Text { get; set; }

    public bool IsDraft => Text.StartsWith("draft", StringComparison.Ordinal);

    public TopicAreaOpened Told =>
        new()
        {
            MandateId = Id,
            Key = "note",
            Title = Text,
        };
}

/// <summary>The effect of one message: two of them for one note show that a message was handled twice.</summary>
public sealed class Echo : Aggregate
{
    public required Guid NoteId { get; init; }
    public required string Text { get; init; }
}

/// <summary>Why the consumer can't handle a note's message, until somebody removes it or enough attempts were made.</summary>
public sealed class Obstacle
{
    public required Guid NoteId { get; init; }
    public required int Attempts { get; init; }
}
