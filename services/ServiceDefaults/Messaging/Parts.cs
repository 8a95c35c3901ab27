using System.Text.Json;
using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Data;

namespace Integrationskonzept.ServiceDefaults.Messaging;

/// <summary>Spreads the lists of a fact over as many messages as it takes.</summary>
public static class Parts
{
    /// <summary>What the items of one part may weigh as JSON, in bytes. A single item that weighs more goes alone.</summary>
    public const int MostBytes = 128 * 1024;

    /// <summary>The items of all lists in their order, as many together as fit; one part at least.</summary>
    public static IReadOnlyList<ContentOfPart> Of(params IEnumerable<object>[] lists)
    {
        var parts = new List<List<(int List, object Item)>> { new() };
        var weight = 0;
        foreach (var (list, item) in lists.SelectMany((items, list) => items.Select(item => (list, item))))
        {
            var bytes = JsonSerializer.SerializeToUtf8Bytes(item, item.GetType(), JsonColumn.Options).Length;
            if (weight > 0 && weight + bytes > MostBytes)
            {
                parts.Add([]);
                weight = 0;
            }
            parts[^1].Add((list, item));
            weight += bytes;
        }
        var whole = Guid.CreateVersion7();
        return [.. parts.Select((items, index) => new ContentOfPart(parts.Count == 1 ? null : new(whole, index + 1, parts.Count), items))];
    }
}

/// <summary>What one message carries of a fact's lists.</summary>
public sealed class ContentOfPart
{
    readonly IReadOnlyList<(int List, object Item)> items;

    internal ContentOfPart(MessagePart? part, IReadOnlyList<(int List, object Item)> items) => (Part, this.items) = (part, items);

    /// <summary>Null where all is told in one message.</summary>
    public MessagePart? Part { get; }

    /// <summary>What does not repeat stands in the first one.</summary>
    public bool IsFirst => Part is not { Number: > 1 };

    /// <summary>The items of the list of that position.</summary>
    public IReadOnlyList<T> Items<T>(int list) => [.. items.Where(item => item.List == list).Select(item => (T)item.Item)];
}
