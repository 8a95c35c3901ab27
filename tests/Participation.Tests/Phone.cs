using System.Collections.Concurrent;
using System.Globalization;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Integrationskonzept.Participation.Boards;
using Integrationskonzept.ServiceDefaults.Data;

namespace Integrationskonzept.Participation.Tests;

/// <summary>Follows a board as a browser does: what it has seen last it says when it comes back.</summary>
sealed class Phone(string link)
{
    readonly ConcurrentQueue<Guid> written = new();
    long seen;

    /// <summary>Each card as often as it was told.</summary>
    public IReadOnlyCollection<Guid> Written => written;

    public ConcurrentQueue<(string Kind, long Number, JsonElement Data)> Heard { get; } = new();

    /// <summary>Until the stream ends, or the phone is put away; nothing is read while it sleeps.</summary>
    public async Task FollowAsync(HttpClient client, long? since, CancellationToken ct, Task? asleep = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{link}/changes{(since is null ? "" : $"?since={since}")}");
        if (since is null)
            request.Headers.Add("Last-Event-ID", Interlocked.Read(ref seen).ToString(CultureInfo.InvariantCulture));
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        answer.EnsureSuccessStatusCode();
        await (asleep ?? Task.CompletedTask);
        await using var stream = await answer.Content.ReadAsStreamAsync(ct);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(ct))
        {
            if (item.EventId is { Length: > 0 } id)
                Interlocked.Exchange(ref seen, long.Parse(id, CultureInfo.InvariantCulture));
            Heard.Enqueue((item.EventType, seen, JsonSerializer.Deserialize<JsonElement>(item.Data)));
            if (item.EventType == "card-written")
                written.Enqueue(JsonSerializer.Deserialize<CardDto>(item.Data, JsonColumn.Options)!.Id);
        }
    }

    /// <summary>The same, whatever becomes of the connection; false where that broke.</summary>
    public async Task<bool> TryFollowAsync(HttpClient client, long? since, CancellationToken ct)
    {
        try
        {
            await FollowAsync(client, since, ct);
            return true;
        }
        catch (Exception cut) when (cut is OperationCanceledException or IOException or HttpRequestException or ObjectDisposedException)
        {
            return false;
        }
    }
}
