using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Integrationskonzept.Walkthrough.Api;

/// <summary>Access tokens of clients: those of the development accounts, and those that the story registers itself.</summary>
sealed class Tokens(HttpClient http, string accounts)
{
    static readonly TimeSpan Life = TimeSpan.FromMinutes(8);
    readonly ConcurrentDictionary<string, (string Token, long Since)> tokens = [];
    readonly ConcurrentDictionary<string, string> secrets = [];

    public void Know(string clientId, string secret) => secrets[clientId] = secret;

    public bool Knows(string clientId) => secrets.ContainsKey(clientId);

    /// <summary>OAuth's token endpoint is the standard's, not the API's: the generated client does not have it.</summary>
    public async Task<string> OfAsync(string client)
    {
        if (tokens.TryGetValue(client, out var known) && Stopwatch.GetElapsedTime(known.Since) < Life)
            return known.Token;
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = client,
            ["client_secret"] = await SecretAsync(client),
        };
        using var answer = await http.PostAsync("connect/token", new FormUrlEncodedContent(form));
        if (!answer.IsSuccessStatusCode)
            throw new WalkthroughException($"{client} got no token: {await answer.Content.ReadAsStringAsync()}");
        var token = (await answer.Content.ReadFromJsonAsync<Granted>())!.AccessToken;
        tokens[client] = (token, Stopwatch.GetTimestamp());
        return token;
    }

    async Task<string> SecretAsync(string client)
    {
        if (secrets.TryGetValue(client, out var secret))
            return secret;
        await using var file = File.OpenRead(accounts);
        foreach (var account in (await JsonSerializer.DeserializeAsync<Account[]>(file, JsonSerializerOptions.Web))!)
            secrets[account.ClientId] = account.ClientSecret;
        return secrets.TryGetValue(client, out secret) ? secret : throw new WalkthroughException($"{accounts} has no client {client}.");
    }

    sealed record Account(string ClientId, string ClientSecret);

    sealed record Granted([property: JsonPropertyName("access_token")] string AccessToken);
}
