using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Faulty = Integrationskonzept.Walkthrough.Process;

namespace Integrationskonzept.EndToEnd.Tests.Faults;

/// <summary>
/// A client that writes one thing after the other, each until it is acknowledged: what gets no answer, or one that refuses it, it sends
/// again unchanged.
/// </summary>
/// <param name="client">Who it is.</param>
/// <param name="service">The service that it writes to.</param>
abstract class Writer(string client, string service)
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);
    readonly ConcurrentDictionary<string, int> refusals = [];
    int acknowledged;

    public string Client => client;

    public string Service => service;

    /// <summary>Things 1 to this number were acknowledged, one after the other.</summary>
    public int Acknowledged => Volatile.Read(ref acknowledged);

    /// <summary>What it was told instead.</summary>
    public IEnumerable<string> Refusals => refusals.Keys;

    /// <summary>Until it is enough; then the last thing is acknowledged, too.</summary>
    public async Task WriteAsync(HttpClient http, string token, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            var number = Acknowledged + 1;
            var key = Guid.CreateVersion7().ToString();
            for (var isRepetition = false; !await IsAcknowledgedAsync(http, token, number, key, isRepetition); isRepetition = true)
                await Task.Delay(Pause, CancellationToken.None);
            Volatile.Write(ref acknowledged, number);
            await Task.Delay(Pause, CancellationToken.None);
        }
    }

    public override string ToString() => $"{GetType().Name} at {service} as {client}";

    /// <summary>Compares what was acknowledged with what is stored, when it has ended.</summary>
    public abstract Task CheckAsync(Faulty process);

    protected abstract HttpRequestMessage Make(int number);

    async Task<bool> IsAcknowledgedAsync(HttpClient http, string token, int number, string key, bool isRepetition)
    {
        using var request = Make(number);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Add("Idempotency-Key", key);
        try
        {
            using var answer = await http.SendAsync(request);
            // The version is not the one that was read: it was heard before, for nobody else writes here.
            if (answer.IsSuccessStatusCode || (isRepetition && answer.StatusCode == HttpStatusCode.PreconditionFailed))
                return true;
            var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
            Note($"{(int)answer.StatusCode} {problem["type"]}{(answer.Headers.RetryAfter is null ? "" : " later")}");
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            Note("no answer");
        }
        return false;
    }

    void Note(string refusal) => refusals.AddOrUpdate(refusal, 1, (_, count) => count + 1);
}
