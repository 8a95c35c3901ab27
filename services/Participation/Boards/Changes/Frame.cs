using System.Buffers;
using System.Text.Json;
using Integrationskonzept.ServiceDefaults.Data;

namespace Integrationskonzept.Participation.Boards.Changes;

/// <summary>A change as it goes over the line: written once, sent to all.</summary>
/// <param name="Number">Of the change; 0 for what is none.</param>
/// <param name="Kind">What it was; null for what is none.</param>
/// <param name="At">When it was made.</param>
/// <param name="Bytes">As Server-Sent Events have it.</param>
/// <param name="Ends">Nothing comes after it.</param>
sealed record Frame(long Number, BoardChangeKind? Kind, DateTimeOffset At, ReadOnlyMemory<byte> Bytes, bool Ends = false)
{
    static readonly DateTimeOffset Never = DateTimeOffset.MinValue;

    /// <summary>A comment, so that everybody on the way knows that the stream is not dead.</summary>
    public static readonly Frame Heartbeat = new(0, null, Never, ":\n\n"u8.ToArray());

    /// <summary>First of all: how soon a browser comes back by itself.</summary>
    public static readonly Frame Begin = new(0, null, Never, "retry: 2000\n\n"u8.ToArray());

    /// <summary>The reader knows of changes that there are none of: what it shows is not this board.</summary>
    public static readonly Frame Reload = new(0, null, Never, "event: reload\ndata: {}\n\n"u8.ToArray(), Ends: true);

    /// <summary>The board is closed: no need to come back.</summary>
    public static readonly Frame Ended = new(0, null, Never, "event: ended\ndata: {}\n\n"u8.ToArray(), Ends: true);

    public static Frame Of(BoardChange change, string name, object data, bool ends = false) =>
        new(change.Number, change.Kind, change.At, Write(change.Number, name, data), ends);

    static ReadOnlyMemory<byte> Write(long number, string name, object data)
    {
        var buffer = new ArrayBufferWriter<byte>();
        buffer.Write(System.Text.Encoding.UTF8.GetBytes($"id: {number}\nevent: {name}\ndata: "));
        using (var json = new Utf8JsonWriter(buffer)) // one line: the writer doesn't indent
            JsonSerializer.Serialize(json, data, data.GetType(), JsonColumn.Options);
        buffer.Write("\n\n"u8);
        return buffer.WrittenMemory;
    }
}
