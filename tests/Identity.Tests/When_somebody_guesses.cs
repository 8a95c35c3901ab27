using System.Net;
using Integrationskonzept.Identity.Browsers;
using Integrationskonzept.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Integrationskonzept.Identity.Tests;

public sealed class When_somebody_guesses(IdentityService service)
{
    [Fact]
    public async Task Five_wrong_passwords_shut_the_guesser_out_and_it_shows()
    {
        using var meters = new Meters();
        var name = await service.AMemberAsync(await service.ALandkreisAsync(), "moderator");
        for (var attempt = 0; attempt < 5; attempt++)
            await RefusedAsync(new(service), name, "falsches Passwort");
        await RefusedAsync(new(service), name, Given.Password);
        meters.Sum("signins.refused").ShouldBeGreaterThanOrEqualTo(6);
    }

    [Fact]
    public async Task The_limit_holds_under_parallel_guesses_with_the_right_one_last()
    {
        var name = await service.AMemberAsync(await service.ALandkreisAsync(), "moderator");
        // Loaded before, so that all are sent at once.
        var browsers = await Task.WhenAll(
            Enumerable
                .Range(0, 31)
                .Select(async _ =>
                {
                    var browser = new AccountBrowser(service);
                    await browser.HtmlAsync("/account/sign-in");
                    return browser;
                })
        );
        var wrong = browsers.Take(30).Select(browser => RefusedAsync(browser, name, "falsches Passwort")).ToList();
        await Task.WhenAny(wrong);
        await RefusedAsync(browsers[30], name, Given.Password);
        await Task.WhenAll(wrong);
    }

    [Fact]
    public async Task A_browser_that_was_signed_in_before_is_not_shut_out_by_strangers()
    {
        var name = await service.AMemberAsync(await service.ALandkreisAsync(), "moderator");
        var known = new AccountBrowser(service);
        (await known.SignInAsync(name, Given.Password)).Dispose();
        for (var attempt = 0; attempt < 6; attempt++)
            await RefusedAsync(new(service), name, "falsches Passwort");
        using (var signedIn = await known.SignInAsync(name, Given.Password))
            signedIn.StatusCode.ShouldBe(HttpStatusCode.Found);

        // Whoever has stolen it has five guesses, and no more.
        var stolen = new AccountBrowser(service) { Cookies = new(known.Cookies) };
        for (var attempt = 0; attempt < 5; attempt++)
            await RefusedAsync(stolen, name, "falsches Passwort");
        await RefusedAsync(stolen, name, Given.Password);
    }

    [Fact]
    public async Task One_caller_is_shut_out_long_before_the_account_is()
    {
        await using var scope = service.Services.CreateAsyncScope();
        var guesses = scope.ServiceProvider.GetRequiredService<Guesses>();
        var account = Mailbox.NewAddress();
        Task<bool> GuessAsync(string address) => guesses.TakeAsync(Guesses.Of("password", account, address), CancellationToken.None);
        for (var guess = 0; guess < 200; guess++)
            (await GuessAsync("192.0.2.1")).ShouldBe(guess < 5);
        (await GuessAsync("192.0.2.2")).ShouldBeTrue();

        // Ten callers together are: the account is shut to strangers then.
        for (var caller = 3; caller < 13; caller++)
        for (var guess = 0; guess < 5; guess++)
            await GuessAsync($"192.0.2.{caller}");
        (await GuessAsync("192.0.2.99")).ShouldBeFalse();
    }

    [Fact]
    public async Task One_caller_has_a_hundred_guesses_for_all_accounts_together()
    {
        await using var scope = service.Services.CreateAsyncScope();
        var guesses = scope.ServiceProvider.GetRequiredService<Guesses>();
        Task<bool> GuessAsync(string address) =>
            guesses.TakeAsync(Guesses.Of("password", Mailbox.NewAddress(), address), CancellationToken.None);
        for (var guess = 0; guess < 102; guess++)
            (await GuessAsync("198.51.100.1")).ShouldBe(guess < 100);
        (await GuessAsync("198.51.100.2")).ShouldBeTrue();
    }

    [Fact]
    public async Task Wrong_secrets_of_an_integration_are_limited_for_who_sends_them()
    {
        var tenant = await service.ATenantAsync();
        var account = service.Development(tenant.Slug, "editor");
        var id = account.GetProperty("clientId").GetString()!;
        Task<HttpResponseMessage> TokenAsync(string secret) =>
            service
                .Client(null)
                .PostAsync(
                    "/connect/token",
                    Given.Form(("grant_type", "client_credentials"), ("client_id", id), ("client_secret", secret))
                );
        // However often it is right, it counts for nothing.
        foreach (
            var answer in await Task.WhenAll(
                Enumerable.Range(0, 10).Select(_ => TokenAsync(account.GetProperty("clientSecret").GetString()!))
            )
        )
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        for (var attempt = 0; attempt < 5; attempt++)
            (await TokenAsync("falsch")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await TokenAsync("falsch").ProblemAsync(429, "too-many-wrong-secrets");
        await TokenAsync(account.GetProperty("clientSecret").GetString()!).ProblemAsync(429, "too-many-wrong-secrets");
        // People who sign in from the same address go on.
        var browser = new AccountBrowser(service);
        (await browser.SignInAsync(await service.AMemberAsync(await service.ALandkreisAsync(), "editor"), Given.Password)).Dispose();
        (await browser.TokensAsync())["access_token"].ShouldNotBeNull();
    }

    [Fact]
    public async Task Wrong_secrets_in_the_header_are_limited_too_whatever_they_are()
    {
        var tenant = await service.ATenantAsync();
        var id = service.Development(tenant.Slug, "editor").GetProperty("clientId").GetString()!;
        Task<HttpResponseMessage> TokenAsync(string secret)
        {
            var client = service.Client(null);
            client.DefaultRequestHeaders.Authorization = new(
                "Basic",
                Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{id}:{secret}"))
            );
            return client.PostAsync("/connect/token", Given.Form(("grant_type", "client_credentials")));
        }
        for (var attempt = 0; attempt < 5; attempt++)
            (await TokenAsync($"falsch {attempt}")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await TokenAsync("wieder falsch").ProblemAsync(429, "too-many-wrong-secrets");
    }

    static async Task RefusedAsync(AccountBrowser browser, string name, string password)
    {
        using var answer = await browser.SignInAsync(name, password);
        ((int)answer.StatusCode).ShouldBe(422);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Adresse oder Passwort stimmen nicht.");
    }
}
