using System.Collections.Concurrent;
using System.Diagnostics;

namespace Integrationskonzept.Benchmarks;

/// <summary>One way from a sender to a consumer.</summary>
interface IMessaging : IAsyncDisposable
{
    string Name { get; }

    /// <summary>Sends one message; returns when the sender may forget it.</summary>
    Task SendAsync(Guid id, CancellationToken ct);

    Arrivals Arrivals { get; }
}

/// <summary>When messages were handled, on the clock of this process.</summary>
sealed class Arrivals
{
    readonly ConcurrentDictionary<Guid, long> at = new();

    public int Count => at.Count;

    /// <summary>Handlings beyond the first: zero, or the consumer is not idempotent.</summary>
    public int Twice;

    public void Add(Guid id)
    {
        if (!at.TryAdd(id, Stopwatch.GetTimestamp()))
            Interlocked.Increment(ref Twice);
    }

    public long At(Guid id) => at[id];

    public async Task WaitAsync(int count, CancellationToken ct)
    {
        while (at.Count < count)
            await Task.Delay(2, ct);
    }

    public void Clear() => at.Clear();
}
