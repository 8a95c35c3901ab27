using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Integrationskonzept.EndToEnd.Tests.Trust;

/// <summary>Tokens of the development clients, fetched once and then shared by all who ask at the same time.</summary>
static class Tokens
{
    public static async Task<IReadOnlyDictionary<string, string>> OfAsync(RunningPlatform running, IEnumerable<string> clients)
    {
        await using var file = File.OpenRead(Path.Combine(running.StateDirectory, "development-accounts.json"));
        var secrets = (await JsonSerializer.DeserializeAsync<JsonArray>(file))!.ToDictionary(
            account => (string)account!["clientId"]!,
            account => (string)account!["clientSecret"]!
        );
        using var http = new HttpClient { BaseAddress = running.Gateway };
        var tokens = new Dictionary<string, string>();
        foreach (var client in clients)
        {
            using var answer = await http.PostAsync(
                "connect/token",
                new FormUrlEncodedContent(
                    new Dictionary<string, string>
                    {
                        ["grant_type"] = "client_credentials",
                        ["client_id"] = client,
                        ["client_secret"] = secrets[client],
                    }
                )
            );
            tokens[client] = (string)(await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonNode>())!["access_token"]!;
        }
        return tokens;
    }
}
