using System.Net;
using Integrationskonzept.Identity.Clients;
using Integrationskonzept.Testing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Integrationskonzept.Identity.Tests;

public sealed class When_tokens_are_asked_for(IdentityService service)
{
    [Fact]
    public async Task An_integration_gets_one_with_its_roles_that_the_published_keys_verify()
    {
        var tenant = await service.ATenantAsync();
        var account = service.Development(tenant.Slug, "coordinator");
        var token = await ClientTokenAsync(account.GetProperty("clientId").GetString()!, account.GetProperty("clientSecret").GetString()!);

        var keys = new JsonWebKeySet(await service.Client(null).GetStringAsync("/.well-known/jwks"));
        var result = await new JsonWebTokenHandler().ValidateTokenAsync(
            token,
            new()
            {
                ValidIssuer = TestIssuer.PublicUrl,
                ValidAudience = "integrationskonzept-api",
                IssuerSigningKeys = keys.GetSigningKeys(),
                ValidTypes = ["at+jwt"],
            }
        );
        result.IsValid.ShouldBeTrue(result.Exception?.Message);
        result.Claims["membership"].ShouldBe($"{tenant.Slug}:coordinator");
    }

    [Fact]
    public async Task A_wrong_secret_gets_none()
    {
        var tenant = await service.ATenantAsync();
        using var answer = await TokenAsync(
            ("grant_type", "client_credentials"),
            ("client_id", $"{tenant.Slug}.coordinator"),
            ("client_secret", "falsch")
        );
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
        await service
            .AsOperator()
            .SendAsync(HttpMethod.Post, "/api/v1/clients", register with { Memberships = [] })
            .ProblemAsync(400, "validation");
        await service
            .AsOperator()
            .SendAsync(HttpMethod.Post, "/api/v1/clients", register with { ClientId = "neu", Memberships = [new("nirgendwo", "editor")] })
            .ProblemAsync(400, "validation");
    }

    [Fact]
    public async Task A_person_signs_in_with_a_code_and_pkce_and_refreshes()
    {
        var tenant = await service.ATenantAsync();
        var account = service.Development(tenant.Slug, "editor");
        var browser = new AccountBrowser(service);
        var (_, start) = await browser.AuthorizeAsync();
        using (
            var signedIn = await browser.SignInAsync(
                account.GetProperty("userName").GetString()!,
                account.GetProperty("password").GetString()!,
                start.Headers.Location!.PathAndQuery
            )
        )
            signedIn.Headers.Location!.OriginalString.ShouldStartWith("/connect/authorize?");
        start.Dispose();

        var (_, authorized) = await browser.AuthorizeAsync();
        using (authorized)
        using (
            var wrong = await TokenAsync(
                ("grant_type", "authorization_code"),
                ("client_id", "developer"),
                ("redirect_uri", AccountBrowser.Redirect),
                ("code", QueryHelpers.ParseQuery(authorized.Headers.Location!.Query)["code"].ToString()),
                ("code_verifier", new string('x', 50))
            )
        )
            wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        var tokens = await browser.TokensAsync();
        new JsonWebToken(tokens["access_token"]!.GetValue<string>())
            .GetPayloadValue<string>("membership")
            .ShouldBe($"{tenant.Slug}:editor");
        new JsonWebToken(tokens["access_token"]!.GetValue<string>()).TryGetPayloadValue<string>("sid", out _).ShouldBeFalse();
        (await browser.RefreshAsync(tokens).ReadAsync())["access_token"].ShouldNotBeNull();
    }

    Task<HttpResponseMessage> TokenAsync(params (string, string)[] fields) =>
        service.Client(null).PostAsync("/connect/token", Given.Form(fields));

    async Task<string> ClientTokenAsync(string id, string secret) =>
        (
            await TokenAsync(("grant_type", "client_credentials"), ("client_id", id), ("client_secret", secret)) is var answer
                ? await Task.FromResult(answer).ReadAsync()
                : null!
        )["access_token"]!.GetValue<string>();
}
