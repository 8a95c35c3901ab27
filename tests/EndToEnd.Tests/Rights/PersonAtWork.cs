using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Integrationskonzept.Contracts;
using Integrationskonzept.Testing;
using Microsoft.IdentityModel.Tokens;

namespace Integrationskonzept.EndToEnd.Tests.Rights;

/// <summary>A person of a Landkreis with an account of their own, who was invited by mail and has signed in.</summary>
sealed partial class PersonAtWork : IDisposable
{
    public const string Password = "ein langes Passwort";
    const string Redirect = "http://localhost:5173/callback";

    readonly HttpClient browser,
        api;

    PersonAtWork(Uri gateway, string address)
    {
        Address = address;
        browser = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = gateway };
        api = new() { BaseAddress = gateway };
    }

    public string Address { get; }
    public string Id { get; private set; } = "";

    /// <summary>That they are registered there is told by a mark of their address.</summary>
    public List<Guid> Events { get; } = [];

    /// <summary>What leads to them.</summary>
    public IEnumerable<string> Names => [Id, Address];

    public IEnumerable<string> Marks => Events.Select(id => EventGuestNoted.MarkOf(id, Address));

    public static async Task<PersonAtWork> InviteAsync(RunningPlatform running, string tenant, params string[] roles)
    {
        var person = new PersonAtWork(running.Gateway, Mailbox.NewAddress());
        await running.Platform.PostAsync($"{tenant}.coordinator", $"/api/v1/{tenant}/members", new { userName = person.Address, roles });
        var invitation = running.Mails.PathIn(await running.Mails.ToAsync(person.Address), "/account/invitation/");
        await person.SubmitAsync(invitation.PathAndQuery, ("password", Password));
        await person.SubmitAsync("/account/sign-in", ("userName", person.Address), ("password", Password));
        await person.AuthorizeAsync();
        person.Id = (string)(await person.DoAsync(HttpMethod.Get, "/api/v1/me"))["id"]!;
        return person;
    }

    public async Task<JsonNode> DoAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path)
        {
            Content = body is null ? null : JsonContent.Create(body, body.GetType()),
        };
        if (method == HttpMethod.Post)
            request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        using var answer = await api.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode)
            throw new HttpRequestException($"{method} {path} answered {(int)answer.StatusCode}: {text}");
        return text.Length > 0 ? JsonNode.Parse(text)! : new JsonObject();
    }

    public Task<JsonNode> PostAsync(string path, object body) => DoAsync(HttpMethod.Post, path, body);

    public async Task<int> StatusAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path)
        {
            Content = body is null ? null : JsonContent.Create(body, body.GetType()),
        };
        using var answer = await api.SendAsync(request);
        return (int)answer.StatusCode;
    }

    public void Dispose()
    {
        browser.Dispose();
        api.Dispose();
    }

    async Task SubmitAsync(string page, params (string Name, string Value)[] fields)
    {
        var html = await browser.GetStringAsync(page);
        var hidden = Hidden()
            .Matches(html)
            .Select(match => (Name: match.Groups[1].Value, Value: WebUtility.HtmlDecode(match.Groups[2].Value)))
            .DistinctBy(field => field.Name);
        using var answer = await browser.PostAsync(
            page,
            new FormUrlEncodedContent(hidden.Concat(fields).Select(field => KeyValuePair.Create(field.Name, field.Value)))
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    async Task AuthorizeAsync()
    {
        var verifier = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        using var answer = await browser.GetAsync(
            "/connect/authorize?response_type=code&client_id=developer&scope=openid%20offline_access&state=s"
                + $"&redirect_uri={Uri.EscapeDataString(Redirect)}&code_challenge="
                + $"{Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)))}&code_challenge_method=S256"
        );
        var code = Code().Match(answer.Headers.Location!.Query).Groups[1].Value;
        using var tokens = await browser.PostAsync(
            "/connect/token",
            new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["grant_type"] = "authorization_code",
                    ["client_id"] = "developer",
                    ["redirect_uri"] = Redirect,
                    ["code"] = Uri.UnescapeDataString(code),
                    ["code_verifier"] = verifier,
                }
            )
        );
        var token = (await tokens.Content.ReadFromJsonAsync<JsonNode>())!["access_token"]!.GetValue<string>();
        api.DefaultRequestHeaders.Authorization = new("Bearer", token);
    }

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)" """)]
    private static partial Regex Hidden();

    [GeneratedRegex("[?&]code=([^&]+)")]
    private static partial Regex Code();
}
