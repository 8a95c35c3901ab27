using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Integrationskonzept.AppHost.Commands;

/// <summary>The gateway's API as the operator's program sees it, with the client for development.</summary>
sealed class OperatorApi(EndpointReference gateway, string accounts) : IDisposable
{
    static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };
    readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(60) };

    public async Task<JsonNode> GetAsync(string path, CancellationToken ct) => await SendAsync(HttpMethod.Get, path, null, ct);

    public async Task<JsonNode> PostAsync(string path, JsonNode body, CancellationToken ct) =>
        await SendAsync(HttpMethod.Post, path, body, ct);

    /// <summary>What a button does: the answer is shown; a refusal is a failure with the API's own words.</summary>
    public async Task<ExecuteCommandResult> TryPostAsync(string path, JsonNode body, string done, CancellationToken ct)
    {
        try
        {
            var answer = await PostAsync(path, body, ct);
            return CommandResults.Success(done, answer.ToJsonString(Readable), CommandResultFormat.Json);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or JsonException)
        {
            return CommandResults.Failure(failure.Message);
        }
    }

    public void Dispose() => http.Dispose();

    async Task<JsonNode> SendAsync(HttpMethod method, string path, JsonNode? body, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, Address(path)) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(ct));
        return await ReadAsync(await http.SendAsync(request, ct), ct);
    }

    async Task<string> TokenAsync(CancellationToken ct)
    {
        var known = JsonNode.Parse(await File.ReadAllTextAsync(accounts, ct))!.AsArray();
        var client = known.First(account => account!["role"]!.GetValue<string>() == "operator")!;
        var answer = await http.PostAsync(
            Address("/connect/token"),
            new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["grant_type"] = "client_credentials",
                    ["client_id"] = client["clientId"]!.GetValue<string>(),
                    ["client_secret"] = client["clientSecret"]!.GetValue<string>(),
                }
            ),
            ct
        );
        return (await ReadAsync(answer, ct))["access_token"]!.GetValue<string>();
    }

    static async Task<JsonNode> ReadAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        using (answer)
        {
            var text = await answer.Content.ReadAsStringAsync(ct);
            var body = text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
            return answer.IsSuccessStatusCode
                ? body
                : throw new HttpRequestException(Reason(body) ?? $"The platform answered {(int)answer.StatusCode}.");
        }
    }

    static string? Reason(JsonNode problem) =>
        problem["errors"] is JsonObject { Count: > 0 } fields
            ? string.Join("; ", fields.Select(field => $"{field.Key}: {field.Value?[0]}"))
            : problem["detail"]?.GetValue<string>() ?? problem["title"]?.GetValue<string>();

    Uri Address(string path) => new(new Uri(gateway.Url), path);
}
