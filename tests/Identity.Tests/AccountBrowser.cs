using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Integrationskonzept.Testing;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Tokens;

namespace Integrationskonzept.Identity.Tests;

/// <summary>
/// What a browser does with the account's pages: keeps cookies, loads a form and sends it, follows no redirect by itself.
/// </summary>
public sealed partial class AccountBrowser(WebApplicationFactory<Identity.Program> service)
{
    public const string Redirect = "http://localhost:5173/callback";

    readonly HttpClient client = service.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });

    /// <summary>The cookies it has; copied by whoever wants to steal them.</summary>
    public Dictionary<string, string> Cookies { get; init; } = [];

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(new(HttpMethod.Get, path));

    public async Task<string> HtmlAsync(string path)
    {
        using var answer = await GetAsync(path);
        return answer.IsSuccessStatusCode
            ? await answer.Content.ReadAsStringAsync()
            : throw new HttpRequestException($"{path} answered {(int)answer.StatusCode}");
    }

    /// <summary>Sends the form of that page, to the page itself or where it says.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, (string, string)[] fields, string? to = null)
    {
        var html = await HtmlAsync(page);
        (string, string)[] hidden =
        [
            .. Hidden()
                .Matches(html)
                .Select(match => (match.Groups[1].Value, WebUtility.HtmlDecode(match.Groups[2].Value)))
                .DistinctBy(field => field.Item1),
        ];
        return await SendAsync(
            new(HttpMethod.Post, to ?? page)
            {
                Content = Given.Form([.. hidden.Where(field => fields.All(own => own.Item1 != field.Item1)), .. fields]),
            }
        );
    }

    /// <summary>A form that no page of ours has shown.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, params (string, string)[] fields) =>
        SendAsync(new(HttpMethod.Post, path) { Content = Given.Form(fields) });

    public Task<HttpResponseMessage> SignInAsync(string userName, string password, string page = "/account/sign-in") =>
        SubmitAsync(page, [("userName", userName), ("password", password)], "/account/sign-in");

    /// <summary>Whether the account's own page is shown.</summary>
    public async Task<bool> IsSignedInAsync()
    {
        using var answer = await GetAsync("/account");
        return answer.StatusCode == HttpStatusCode.OK;
    }

    /// <summary>Authorize, by a session that is there: the code and what proves that it is ours.</summary>
    public async Task<(string Verifier, HttpResponseMessage Answer)> AuthorizeAsync()
    {
        var verifier = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        return (
            verifier,
            await GetAsync(
                "/connect/authorize?response_type=code&client_id=developer&scope=openid%20offline_access&state=s"
                    + $"&redirect_uri={Uri.EscapeDataString(Redirect)}&code_challenge="
                    + $"{Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)))}"
                    + "&code_challenge_method=S256"
            )
        );
    }

    /// <summary>Access and refresh token, by a session that is there.</summary>
    public async Task<JsonNode> TokensAsync()
    {
        var (verifier, answer) = await AuthorizeAsync();
        using (answer)
        {
            var code = QueryHelpers.ParseQuery(answer.Headers.Location!.Query)["code"].ToString();
            return await TokenAsync(
                    ("grant_type", "authorization_code"),
                    ("redirect_uri", Redirect),
                    ("code", code),
                    ("code_verifier", verifier)
                )
                .ReadAsync();
        }
    }

    public Task<HttpResponseMessage> RefreshAsync(JsonNode tokens) =>
        TokenAsync(("grant_type", "refresh_token"), ("refresh_token", tokens["refresh_token"]!.GetValue<string>()));

    Task<HttpResponseMessage> TokenAsync(params (string, string)[] fields) =>
        client.PostAsync("/connect/token", Given.Form([.. fields, ("client_id", "developer")]));

    async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue("de"));
        if (Cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        var answer = await client.SendAsync(request);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var name = cookie[..cookie.IndexOf('=')];
            var value = cookie[(cookie.IndexOf('=') + 1)..].Split(';')[0];
            if (value.Length == 0)
                Cookies.Remove(name);
            else
                Cookies[name] = value;
        }
        return answer;
    }

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)" """)]
    private static partial Regex Hidden();
}
