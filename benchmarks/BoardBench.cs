using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Integrationskonzept.EndToEnd.Tests;

namespace Integrationskonzept.Benchmarks;

/// <summary>
/// A workshop on the whole platform: three hundred streams through the gateway, twenty cards a second. From the call of POST to the moment
/// at which a phone has read the card, for every phone and card.
/// </summary>
static class BoardBench
{
    const int Phones = 300,
        PerSecond = 20,
        Seconds = 30,
        Writers = 60; // no more than 30 cards a minute each
    const string Tenant = Walkthrough.Walkthrough.Live,
        Moderator = $"{Tenant}.moderator";
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static async Task RunAsync()
    {
        await using var running = new RunningPlatform();
        await running.InitializeAsync();
        var link = await ARunningBoardAsync(running);
        var arrivals = new Arrivals();
        using var over = new CancellationTokenSource();
        using var streams = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Phones }) { BaseAddress = running.Gateway };
        using var writing = new HttpClient { BaseAddress = running.Gateway };
        var keys = Enumerable.Range(0, Writers).Select(_ => Convert.ToHexString(RandomNumberGenerator.GetBytes(16))).ToList();
        var connected = new CountdownEvent(Phones);
        Task[] phones = [.. Enumerable.Range(0, Phones).Select(_ => FollowAsync(streams, link, arrivals, connected, over.Token))];
        connected.Wait(Patience);

        for (var second = 0; second < 3; second++) // warm
            await WriteAsync(writing, link, keys[second], arrivals);
        await arrivals.WaitAsync(3 * Phones);
        arrivals.Clear();

        var sending = new List<Task>();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / PerSecond));
        for (var number = 0; number < PerSecond * Seconds; number++)
        {
            await timer.WaitForNextTickAsync();
            sending.Add(WriteAsync(writing, link, keys[number % Writers], arrivals));
        }
        await Task.WhenAll(sending);
        await arrivals.WaitAsync(PerSecond * Seconds * Phones);
        await over.CancelAsync();
        await Task.WhenAll(phones);
        await ReportAsync(arrivals);
    }

    static async Task ReportAsync(Arrivals arrivals)
    {
        var sorted = arrivals.Milliseconds.Order().ToList();
        double At(double part) => sorted[(int)((sorted.Count - 1) * part)];
        var result = new
        {
            at = TimeProvider.System.GetUtcNow(),
            processors = Environment.ProcessorCount,
            phones = Phones,
            cards = PerSecond * Seconds,
            arrived = sorted.Count,
            expected = PerSecond * Seconds * Phones,
            p50 = At(0.5),
            p99 = At(0.99),
            worst = sorted[^1],
        };
        Console.WriteLine();
        Console.WriteLine(
            $"{Phones} phones, {PerSecond} cards a second for {Seconds} s, through the gateway; {Environment.ProcessorCount} processors"
        );
        Console.WriteLine($"{"", -16}{"p50 ms", 10}{"p99 ms", 10}{"worst ms", 10}{"arrived", 12}{"expected", 12}");
        Console.WriteLine(
            $"{"POST to phone", -16}{result.p50, 10:0.0}{result.p99, 10:0.0}{result.worst, 10:0.0}{result.arrived, 12}{result.expected, 12}"
        );
        await BenchFile.KeepAsync("board", result);
    }

    static async Task<string> ARunningBoardAsync(RunningPlatform running)
    {
        var areas = (await running.Platform.GetAsync(Moderator, $"/api/v1/{Tenant}/topic-areas"))["items"]!.AsArray();
        var open = areas.First(area => $"{area!["state"]}" == "open")!;
        var made = await running.Platform.PostAsync(
            Moderator,
            $"/api/v1/{Tenant}/topic-areas/{open["id"]}/boards",
            new { method = "collection", title = "Messung" }
        );
        var board = $"/api/v1/{Tenant}/boards/{made["id"]}";
        await running.Platform.PostAsync(Moderator, $"{board}/start", null);
        var link = await running.Platform.GetAsync(Moderator, $"{board}/link");
        return $"/api/v1/{Tenant}/board-links/{link["token"]}";
    }

    static async Task WriteAsync(HttpClient client, string link, string key, Arrivals arrivals)
    {
        var id = Guid.CreateVersion7();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{link}/cards")
        {
            Content = JsonContent.Create(new { id, text = "Ein Kurs am Abend, mit Kinderbetreuung und mit Bus nach Hause" }),
        };
        request.Headers.Add("Participant-Key", key);
        arrivals.Sent(id);
        using var answer = await client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    static async Task FollowAsync(HttpClient client, string link, Arrivals arrivals, CountdownEvent connected, CancellationToken ct)
    {
        try
        {
            using var answer = await client.GetAsync($"{link}/changes", HttpCompletionOption.ResponseHeadersRead, ct);
            answer.EnsureSuccessStatusCode();
            connected.Signal();
            await using var stream = await answer.Content.ReadAsStreamAsync(ct);
            await foreach (var item in SseParser.Create(stream).EnumerateAsync(ct))
                if (item.EventType == "card-written")
                    arrivals.Arrived(JsonNode.Parse(item.Data)!["id"]!.GetValue<Guid>());
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested) { }
    }

    sealed class Arrivals
    {
        readonly ConcurrentDictionary<Guid, long> sent = new();
        readonly ConcurrentQueue<double> milliseconds = new();

        public IReadOnlyCollection<double> Milliseconds => milliseconds;

        public void Sent(Guid id) => sent[id] = Stopwatch.GetTimestamp();

        public void Arrived(Guid id) => milliseconds.Enqueue(Stopwatch.GetElapsedTime(sent[id]).TotalMilliseconds);

        public void Clear() => milliseconds.Clear();

        /// <summary>Until all have arrived, or none comes any more.</summary>
        public async Task WaitAsync(int count)
        {
            for (var waited = Stopwatch.StartNew(); milliseconds.Count < count && waited.Elapsed < Patience; )
                await Task.Delay(50);
        }
    }
}
