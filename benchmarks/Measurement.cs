using System.Diagnostics;

namespace Integrationskonzept.Benchmarks;

/// <summary>
/// The same two loads on each way, in turns, so that a slow moment of the machine hits both: a burst (how many messages a second) and a
/// calm stream (how long one takes, from the sender's call to the end of the consumer's work).
/// </summary>
static class Measurement
{
    const int Rounds = 3,
        Burst = 800,
        Senders = 8,
        PerSecond = 100;
    static readonly TimeSpan Calm = TimeSpan.FromSeconds(3),
        Limit = TimeSpan.FromSeconds(90);

    public static async Task RunAsync(IReadOnlyList<IMessaging> ways)
    {
        using var limit = new CancellationTokenSource(Limit);
        var (rates, latencies) = (
            ways.ToDictionary(way => way, _ => new List<double>()),
            ways.ToDictionary(way => way, _ => new List<double>())
        );
        foreach (var way in ways)
            await BurstAsync(way, 300, limit.Token); // warm
        for (var round = 0; round < Rounds; round++)
            foreach (var way in round % 2 == 0 ? ways : ways.Reverse())
            {
                rates[way].Add(await BurstAsync(way, Burst, limit.Token));
                latencies[way].AddRange(await CalmAsync(way, limit.Token));
            }

        var results = ways.Select(way => Result.Of(way, rates[way], latencies[way])).ToList();
        Console.WriteLine();
        Console.WriteLine(
            $"{Rounds} rounds of {Burst} messages by {Senders} senders, then {PerSecond} messages a second for "
                + $"{Calm.TotalSeconds} s; {Environment.ProcessorCount} processors"
        );
        Console.WriteLine($"{"", -16}{"messages/s", 12}{"worst round", 13}{"p50 ms", 10}{"p99 ms", 10}{"twice", 8}");
        foreach (var result in results)
            Console.WriteLine(
                $"{result.Way, -16}{result.PerSecond, 12:0}{result.WorstRound, 13:0}{result.P50Milliseconds, 10:0.0}"
                    + $"{result.P99Milliseconds, 10:0.0}{result.HandledTwice, 8}"
            );
        await BenchFile.KeepAsync(
            "outbox",
            new
            {
                at = TimeProvider.System.GetUtcNow(),
                processors = Environment.ProcessorCount,
                rounds = Rounds,
                burst = Burst,
                senders = Senders,
                results,
            }
        );
    }

    /// <summary>Messages a second, from the first sent to the last handled.</summary>
    static async Task<double> BurstAsync(IMessaging way, int count, CancellationToken ct)
    {
        way.Arrivals.Clear();
        var started = Stopwatch.GetTimestamp();
        await Parallel.ForAsync(
            0,
            count,
            new ParallelOptions { MaxDegreeOfParallelism = Senders, CancellationToken = ct },
            async (_, token) => await way.SendAsync(Guid.CreateVersion7(), token)
        );
        await way.Arrivals.WaitAsync(count, ct);
        return count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    /// <summary>Milliseconds from call to handled, at a load that leaves the machine idle in between.</summary>
    static async Task<IEnumerable<double>> CalmAsync(IMessaging way, CancellationToken ct)
    {
        way.Arrivals.Clear();
        var sent = new List<(Guid Id, long At)>();
        var sending = new List<Task>();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / PerSecond));
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < Calm; await timer.WaitForNextTickAsync(ct))
        {
            var id = Guid.CreateVersion7();
            sent.Add((id, Stopwatch.GetTimestamp()));
            sending.Add(way.SendAsync(id, ct));
        }
        await Task.WhenAll(sending);
        await way.Arrivals.WaitAsync(sent.Count, ct);
        return sent.Select(message => Stopwatch.GetElapsedTime(message.At, way.Arrivals.At(message.Id)).TotalMilliseconds);
    }

    sealed record Result(string Way, double PerSecond, double WorstRound, double P50Milliseconds, double P99Milliseconds, int HandledTwice)
    {
        public static Result Of(IMessaging way, List<double> rates, List<double> latencies)
        {
            rates.Sort();
            latencies.Sort();
            return new(
                way.Name,
                rates[rates.Count / 2],
                rates[0],
                latencies[latencies.Count / 2],
                latencies[(int)(latencies.Count * 0.99)],
                way.Arrivals.Twice
            );
        }
    }
}
