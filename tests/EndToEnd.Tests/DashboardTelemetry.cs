using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Integrationskonzept.EndToEnd.Tests;

/// <summary>A span as the dashboard has it.</summary>
public sealed record Span(string Trace, string Id, string? Parent, string Service, string Name, IReadOnlyDictionary<string, string> Tags);

/// <summary>The dashboard's telemetry API: what operators see.</summary>
public sealed class DashboardTelemetry : IDisposable
{
    readonly HttpClient http;

    DashboardTelemetry(HttpClient http) => this.http = http;

    /// <param name="login">The dashboard's address with its token.</param>
    public static async Task<DashboardTelemetry> OpenAsync(Uri login)
    {
        var http = new HttpClient { BaseAddress = new(login.GetLeftPart(UriPartial.Authority)) };
        var token = Uri.UnescapeDataString(login.Query["?t=".Length..]);
        using var answer = await http.PostAsJsonAsync("/api/telemetry/validateToken", new { token });
        if ((await answer.Content.ReadFromJsonAsync<JsonNode>())?["apiKey"]?.GetValue<string>() is { } key)
            http.DefaultRequestHeaders.Add("X-API-Key", key);
        return new(http);
    }

    /// <summary>Spans of all traces, or of one.</summary>
    public async Task<IReadOnlyList<Span>> SpansAsync(string? trace = null)
    {
        var answer = (
            await http.GetFromJsonAsync<JsonNode>($"/api/telemetry/spans?limit=100000{(trace is null ? "" : $"&traceId={trace}")}")
        )!;
        return [.. (answer["data"]!["resourceSpans"] as JsonArray ?? []).SelectMany(resource => Spans(resource!))];
    }

    /// <summary>Everything that was logged, as it was received.</summary>
    public Task<string> LogsAsync() => http.GetStringAsync("/api/telemetry/logs?limit=100000");

    public void Dispose() => http.Dispose();

    static IEnumerable<Span> Spans(JsonNode resource)
    {
        var service = Tags(resource["resource"]!)["service.name"];
        return resource["scopeSpans"]!
            .AsArray()
            .SelectMany(scope => scope!["spans"]!.AsArray())
            .Select(span => new Span(
                span!["traceId"]!.ToString(),
                span["spanId"]!.ToString(),
                span["parentSpanId"]?.ToString(),
                service,
                span["name"]!.ToString(),
                Tags(span)
            ));
    }

    static Dictionary<string, string> Tags(JsonNode node) =>
        (node["attributes"] as JsonArray ?? [])
            .GroupBy(attribute => attribute!["key"]!.ToString())
            .ToDictionary(
                attribute => attribute.Key,
                attribute => attribute.Last()!["value"]!.AsObject().FirstOrDefault().Value?.ToString() ?? ""
            );
}
