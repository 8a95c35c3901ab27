using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Integrationskonzept.Walkthrough;

/// <summary>The platform as its clients see it: the gateway, with the token of a role.</summary>
public sealed class Platform(WalkthroughOptions options, Action<string> say) : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60),
        TokenLife = TimeSpan.FromMinutes(8);
    readonly HttpClient http = new() { BaseAddress = options.Gateway, Timeout = TimeSpan.FromSeconds(100) };
    readonly Dictionary<string, (string Token, long Since)> tokens = [];
    readonly Dictionary<string, string> secrets = [];

    public void Say(string text) => say(text);

    /// <summary>Remembers a client that the story registered itself.</summary>
    public void Know(string clientId, string secret) => secrets[clientId] = secret;

    public bool Knows(string clientId) => secrets.ContainsKey(clientId);

    public Task<JsonNode> GetAsync(string? client, string path) => SendAsync(client, HttpMethod.Get, path, null);

    public Task<JsonNode> PostAsync(string? client, string path, object? body, int? version = null) =>
        SendAsync(client, HttpMethod.Post, path, Json(body), version);

    public Task<JsonNode> PutAsync(string client, string path, object body, int? version = null) =>
        SendAsync(client, HttpMethod.Put, path, Json(body), version);

    /// <summary>Posts a text as it is.</summary>
    public Task<JsonNode> PostTextAsync(string client, string path, string text) =>
        SendAsync(client, HttpMethod.Post, path, new StringContent(text, new MediaTypeHeaderValue("text/markdown", "utf-8")));

    /// <summary>Asks again until the answer is as wanted: services tell each other by messages.</summary>
    public async Task<JsonNode> UntilAsync(string? client, string path, Func<JsonNode, bool> wanted, string what)
    {
        var waited = Stopwatch.StartNew();
        var last = "";
        for (; waited.Elapsed < Patience; await Task.Delay(200))
        {
            try
            {
                var answer = await GetAsync(client, path);
                if (wanted(answer))
                    return answer;
                last = answer.ToJsonString();
            }
            catch (WalkthroughException failure)
            {
                last = failure.Message;
            }
        }
        throw new WalkthroughException(
            $"{what} did not happen within {Patience.TotalSeconds} s. Last answer: {last[..Math.Min(last.Length, 300)]}"
        );
    }

    public async Task<(int Status, JsonNode? Body)> TryAsync(
        string? client,
        HttpMethod method,
        string path,
        HttpContent? content = null,
        int? version = null
    )
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (client is not null)
            request.Headers.Authorization = new("Bearer", await TokenAsync(client));
        if (version is not null)
            request.Headers.Add("If-Match", $"\"{version}\"");
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return (
            (int)answer.StatusCode,
            text.Length == 0 || answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) != true
                ? null
                : JsonNode.Parse(text)
        );
    }

    /// <summary>A file, with its media type.</summary>
    public async Task<(string? Type, byte[] Bytes)> DownloadAsync(string? client, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (client is not null)
            request.Headers.Authorization = new("Bearer", await TokenAsync(client));
        using var answer = await http.SendAsync(request);
        return answer.IsSuccessStatusCode
            ? (answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsByteArrayAsync())
            : throw new WalkthroughException($"GET {path} as {client ?? "anonymous"} answered {(int)answer.StatusCode}");
    }

    public void Dispose() => http.Dispose();

    static JsonContent? Json(object? body) => body is null ? null : JsonContent.Create(body, body.GetType());

    async Task<JsonNode> SendAsync(string? client, HttpMethod method, string path, HttpContent? content, int? version = null)
    {
        var (status, body) = await TryAsync(client, method, path, content, version);
        return status is >= 200 and < 300
            ? body ?? new JsonObject()
            : throw new WalkthroughException($"{method} {path} as {client ?? "anonymous"} answered {status}: {body?["detail"] ?? body}");
    }

    async Task<string> TokenAsync(string client)
    {
        if (tokens.TryGetValue(client, out var known) && Stopwatch.GetElapsedTime(known.Since) < TokenLife)
            return known.Token;
        using var answer = await http.PostAsync(
            "connect/token",
            new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["grant_type"] = "client_credentials",
                    ["client_id"] = client,
                    ["client_secret"] = await SecretAsync(client),
                }
            )
        );
        if (!answer.IsSuccessStatusCode)
            throw new WalkthroughException($"{client} got no token: {await answer.Content.ReadAsStringAsync()}");
        var token = (await answer.Content.ReadFromJsonAsync<JsonNode>())!["access_token"]!.GetValue<string>();
        tokens[client] = (token, Stopwatch.GetTimestamp());
        return token;
    }

    async Task<string> SecretAsync(string client)
    {
        if (secrets.TryGetValue(client, out var secret))
            return secret;
        await using var file = File.OpenRead(options.Accounts);
        foreach (var account in (await JsonSerializer.DeserializeAsync<JsonArray>(file))!)
            secrets[account!["clientId"]!.GetValue<string>()] = account["clientSecret"]!.GetValue<string>();
        return secrets.TryGetValue(client, out secret)
            ? secret
            : throw new WalkthroughException($"{options.Accounts} has no client {client}.");
    }
}
