using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Integrationskonzept.Identity.Clients;
using Integrationskonzept.Testing;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Integrationskonzept.Identity.Tests;

public sealed partial class When_tokens_are_asked_for(IdentityService service)
{
    [Fact]
    public async Task An_integration_gets_one_with_its_roles_that_the_published_keys_verify()
    {
        var tenant = await service.ATenantAsync();
        var account = service.Development(tenant.Slug, "coordinator");
        var token = await ClientTokenAsync(account.GetProperty("clientId").GetString()!, account.GetProperty("clientSecret").GetString()!);

        var keys = new JsonWebKeySet(await service.Client(null).GetStringAsync("/.well-known/jwks"));
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(token, new()
        {
            ValidIssuer = TestIssuer.PublicUrl, ValidAudience = "integrationskonzept-api", IssuerSigningKeys = keys.GetSigningKeys(), ValidTypes = ["at+jwt"],
        });
        result.IsValid.ShouldBeTrue(result.Exception?.Message);
        result.Claims["membership"].ShouldBe($"{tenant.Slug}:coordinator");
    }

    [Fact]
    public async Task A_wrong_secret_gets_none()
    {
        var tenant = await service.ATenantAsync();
        using var answer = await TokenAsync(("grant_type", "client_credentials"), ("client_id", $"{tenant.Slug}.coordinator"), ("client_secret", "falsch"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_operator_registers_integrations_whose_secret_is_shown_once()
    {
        var tenant = await service.ATenantAsync();
        var register = new RegisterClient($"{tenant.Slug}.statistik", [new(tenant.Slug, "participant")], []);
        var client = await service.AsOperator().SendAsync(HttpMethod.Post, "/api/v1/clients", register).ReadAsync<ClientDto>();
        (await ClientTokenAsync(client.ClientId, client.ClientSecret!)).ShouldNotBeEmpty();
        await service.AsOperator().SendAsync(HttpMethod.Post, "/api/v1/clients", register).ProblemAsync(409, "client-exists");
        await service.AsOperator().SendAsync(HttpMethod.Post, "/api/v1/clients", register with { Memberships = [] }).ProblemAsync(400, "validation");
        await service.AsOperator().SendAsync(HttpMethod.Post, "/api/v1/clients", register with { ClientId = "neu", Memberships = [new("nirgendwo", "editor")] }).ProblemAsync(400, "validation");
    }

    [Fact]
    public async Task A_person_signs_in_with_a_code_and_pkce_and_refreshes_once_per_token()
    {
        var tenant = await service.ATenantAsync();
        var account = service.Development(tenant.Slug, "editor");
        var (verifier, code) = await SignInAsync(account.GetProperty("userName").GetString()!, account.GetProperty("password").GetString()!);
        code.ShouldNotBeNull();

        (string, string)[] exchange = [("grant_type", "authorization_code"), ("client_id", "developer"), ("redirect_uri", Redirect), ("code", code!)];
        using (var wrong = await TokenAsync([.. exchange, ("code_verifier", new string('x', 50))])) wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var (verifier2, code2) = await SignInAsync(account.GetProperty("userName").GetString()!, account.GetProperty("password").GetString()!);
        verifier2.ShouldNotBe(verifier);
        var tokens = await Task.FromResult(await TokenAsync(("grant_type", "authorization_code"), ("client_id", "developer"), ("redirect_uri", Redirect),
            ("code", code2!), ("code_verifier", verifier2))).ReadAsync();
        new JsonWebToken(tokens["access_token"]!.GetValue<string>()).GetPayloadValue<string>("membership").ShouldBe($"{tenant.Slug}:editor");

        var refresh = tokens["refresh_token"]!.GetValue<string>();
        var next = await TokenAsync(("grant_type", "refresh_token"), ("client_id", "developer"), ("refresh_token", refresh));
        next.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account()
    {
        using var meters = new Meters();
        var tenant = await service.ATenantAsync();
        var account = service.Development(tenant.Slug, "moderator");
        var (name, password) = (account.GetProperty("userName").GetString()!, account.GetProperty("password").GetString()!);
        for (var attempt = 0; attempt < 5; attempt++) (await SignInAsync(name, "falsches Passwort")).Code.ShouldBeNull();
        (await SignInAsync(name, password)).Code.ShouldBeNull();
        meters.Sum("signins.refused").ShouldBeGreaterThanOrEqualTo(6);
    }

    [Fact]
    public async Task An_invitation_sets_the_password_once()
    {
        var tenant = await service.ATenantAsync();
        var name = $"leitung@{tenant.Slug}.example.org";
        var invited = await service.AsOperator().SendAsync(HttpMethod.Post, $"/api/v1/tenants/{tenant.Slug}/coordinators", new { userName = name }).ReadAsync();
        var path = invited["invitationPath"]!.GetValue<string>();
        var client = Browser();
        using (var tooShort = await client.PostAsync(path, Given.Form(("antiforgery", await AntiforgeryAsync(client, path)), ("password", "kurz"))))
            ((int)tooShort.StatusCode).ShouldBe(422);
        using (var accepted = await client.PostAsync(path, Given.Form(("antiforgery", await AntiforgeryAsync(client, path)), ("password", "ein langes Passwort"))))
            accepted.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await SignInAsync(name, "ein langes Passwort")).Code.ShouldNotBeNull();
        await client.GetAsync(path).ProblemAsync(404, "invitation-invalid");
        await client.GetAsync("/account/invitation/gefaelscht").ProblemAsync(404, "invitation-invalid");
    }

    const string Redirect = "http://localhost:5173/callback";

    HttpClient Browser() => service.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true });

    Task<HttpResponseMessage> TokenAsync(params (string, string)[] fields) => service.Client(null).PostAsync("/connect/token", Given.Form(fields));

    async Task<string> ClientTokenAsync(string id, string secret) => (await TokenAsync(("grant_type", "client_credentials"), ("client_id", id), ("client_secret", secret))
        is var answer ? await Task.FromResult(answer).ReadAsync() : null!)["access_token"]!.GetValue<string>();

    /// <summary>What a browser does: authorize, sign in, come back with a code.</summary>
    async Task<(string Verifier, string? Code)> SignInAsync(string userName, string password)
    {
        var (client, verifier) = (Browser(), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)));
        client.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue("de"));
        var challenge = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        using var start = await client.GetAsync("/connect/authorize?response_type=code&client_id=developer&scope=openid%20offline_access&state=s"
            + $"&redirect_uri={Uri.EscapeDataString(Redirect)}&code_challenge={challenge}&code_challenge_method=S256");
        start.StatusCode.ShouldBe(HttpStatusCode.Found, await start.Content.ReadAsStringAsync());
        var page = start.Headers.Location!.PathAndQuery;
        var html = await client.GetStringAsync(page);
        using var signedIn = await client.PostAsync("/account/sign-in", Given.Form(
            ("antiforgery", Field(html, "antiforgery")), ("returnUrl", WebUtility.HtmlDecode(Field(html, "returnUrl"))), ("userName", userName), ("password", password)));
        if (signedIn.StatusCode != HttpStatusCode.Found) return (verifier, null);
        using var back = await client.GetAsync(signedIn.Headers.Location);
        return (verifier, Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(back.Headers.Location!.Query)["code"].ToString());
    }

    static async Task<string> AntiforgeryAsync(HttpClient client, string path) => Field(await client.GetStringAsync(path), "antiforgery");

    static string Field(string html, string name) => WebUtility.HtmlDecode(Regex.Match(html, $"name=\"{name}\" value=\"([^\"]*)\"").Groups[1].Value);
}
