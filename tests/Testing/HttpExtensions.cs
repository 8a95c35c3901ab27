using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Integrationskonzept.ServiceDefaults.Data;

namespace Integrationskonzept.Testing;

/// <summary>Requests that fail with the answer's body, so that a red test tells why.</summary>
public static class HttpExtensions
{
    /// <summary>Reads a successful answer.</summary>
    public static async Task<T> ReadAsync<T>(this Task<HttpResponseMessage> request, HttpStatusCode? expected = null)
    {
        using var answer = await request;
        var body = await answer.Content.ReadAsStringAsync();
        if (expected is { } status ? answer.StatusCode != status : !answer.IsSuccessStatusCode)
            throw new HttpRequestException(
                $"{answer.RequestMessage?.Method} {answer.RequestMessage?.RequestUri} answered {(int)answer.StatusCode}: {body}"
            );
        return JsonSerializer.Deserialize<T>(body, JsonColumn.Options)!;
    }

    /// <summary>Reads a successful answer without knowing its type.</summary>
    public static Task<JsonNode> ReadAsync(this Task<HttpResponseMessage> request) => request.ReadAsync<JsonNode>();

    /// <summary>A successful answer without content.</summary>
    public static async Task ReadNothingAsync(this Task<HttpResponseMessage> request)
    {
        using var answer = await request;
        if (answer.StatusCode != HttpStatusCode.NoContent)
            throw new HttpRequestException(
                $"{answer.RequestMessage?.RequestUri} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}"
            );
    }

    /// <summary>Reads problem details, or fails if the answer is anything else.</summary>
    public static async Task<JsonNode> ProblemAsync(this Task<HttpResponseMessage> request, int status, string code)
    {
        using var answer = await request;
        var body = await answer.Content.ReadAsStringAsync();
        var problem = answer.Content.Headers.ContentType?.MediaType == "application/problem+json" ? JsonNode.Parse(body) : null;
        if ((int)answer.StatusCode != status || problem?["type"]?.GetValue<string>() != $"/problems/{code}")
            throw new HttpRequestException($"Expected {status} {code}, got {(int)answer.StatusCode}: {body}");
        return problem!;
    }

    /// <summary>A PUT or POST of JSON with If-Match for the version.</summary>
    public static Task<HttpResponseMessage> SendAsync(
        this HttpClient client,
        HttpMethod method,
        string url,
        object? body,
        int? ifVersion = null,
        string? idempotencyKey = null
    )
    {
        var request = new HttpRequestMessage(method, url);
        if (body is not null)
            request.Content = JsonContent.Create(body, body.GetType(), options: JsonColumn.Options);
        if (ifVersion is { } version)
            request.Headers.Add("If-Match", $"\"{version}\"");
        if (idempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        return client.SendAsync(request);
    }
}
