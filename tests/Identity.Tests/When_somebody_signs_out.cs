using System.Net;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Identity.Tests;

public sealed class When_somebody_signs_out(IdentityService service)
{
    [Theory]
    [InlineData("/account/sign-out")]
    [InlineData("/account/sign-out-everywhere")]
    [InlineData("/connect/logout")]
    public async Task A_copy_of_the_cookie_and_a_refresh_token_get_nothing(string how)
    {
        var browser = await SignedInAsync();
        var copy = new AccountBrowser(service) { Cookies = new(browser.Cookies) };
        var tokens = await browser.TokensAsync();
        (await copy.IsSignedInAsync()).ShouldBeTrue();
        using (var signedOut = await browser.SubmitAsync(how == "/connect/logout" ? how : "/account", [], how))
            signedOut.StatusCode.ShouldBe(HttpStatusCode.Found);

        (await copy.IsSignedInAsync()).ShouldBeFalse();
        var (_, again) = await copy.AuthorizeAsync();
        using (again)
            again.Headers.Location!.OriginalString.ShouldContain("/account/sign-in");
        using var refreshed = await browser.RefreshAsync(tokens);
        (refreshed.StatusCode, (await refreshed.Content.ReadAsStringAsync()).Contains("invalid_grant", StringComparison.Ordinal)).ShouldBe(
            (HttpStatusCode.BadRequest, true)
        );
    }

    /// <summary>A picture with this address, or a form that sends itself, is all that a foreign page needs.</summary>
    [Fact]
    public async Task A_foreign_page_signs_nobody_out()
    {
        var (browser, other) = (await SignedInAsync(), await SignedInAsync());
        (await browser.HtmlAsync("/connect/logout")).ShouldContain("Abmelden");
        foreach (var hint in new[] { "gefaelscht", (await other.TokensAsync())["id_token"]!.GetValue<string>() })
            (await browser.GetAsync($"/connect/logout?id_token_hint={hint}")).Dispose();
        (await browser.PostAsync("/connect/logout")).Dispose();
        (await browser.PostAsync("/connect/logout", ("antiforgery", "gefaelscht"))).Dispose();
        (await browser.IsSignedInAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_front_end_that_knows_who_is_signed_in_does_so_without_a_question()
    {
        var browser = await SignedInAsync();
        var hint = (await browser.TokensAsync())["id_token"]!.GetValue<string>();
        using (var signedOut = await browser.GetAsync($"/connect/logout?id_token_hint={hint}"))
            signedOut.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await browser.IsSignedInAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Only_everywhere_ends_the_sessions_of_other_browsers()
    {
        var name = await service.AMemberAsync(await service.ALandkreisAsync(), "editor");
        var (one, other) = (new AccountBrowser(service), new AccountBrowser(service));
        foreach (var browser in new[] { one, other })
            (await browser.SignInAsync(name, Given.Password)).Dispose();
        (await one.SubmitAsync("/account", [], "/account/sign-out")).Dispose();
        (await other.IsSignedInAsync()).ShouldBeTrue();
        (await one.SignInAsync(name, Given.Password)).Dispose();
        (await one.SubmitAsync("/account", [], "/account/sign-out-everywhere")).Dispose();
        (await other.IsSignedInAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task Who_is_removed_from_the_last_landkreis_is_signed_out()
    {
        var tenant = await service.ALandkreisAsync();
        var name = await service.AMemberAsync(tenant, "editor");
        var browser = new AccountBrowser(service);
        (await browser.SignInAsync(name, Given.Password)).Dispose();
        var tokens = await browser.TokensAsync();
        await service
            .As(tenant, "coordinator")
            .DeleteAsync($"/api/v1/{tenant}/members/{(await service.MemberAsync(tenant, name)).Id}")
            .ReadNothingAsync();
        (await browser.IsSignedInAsync()).ShouldBeFalse();
        using var refreshed = await browser.RefreshAsync(tokens);
        refreshed.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_form_that_we_did_not_show_is_refused()
    {
        var browser = await SignedInAsync();
        await browser
            .SubmitAsync("/account", [("antiforgery", "gefaelscht")], "/account/sign-out-everywhere")
            .ProblemAsync(400, "form-expired");
        (await browser.IsSignedInAsync()).ShouldBeTrue();
    }

    async Task<AccountBrowser> SignedInAsync()
    {
        var browser = new AccountBrowser(service);
        var name = await service.AMemberAsync(await service.ALandkreisAsync(), "editor");
        using var signedIn = await browser.SignInAsync(name, Given.Password);
        signedIn.Headers.Location!.OriginalString.ShouldBe("/account");
        return browser;
    }
}
