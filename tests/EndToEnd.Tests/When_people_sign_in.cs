using Integrationskonzept.Testing;
using Microsoft.Playwright;

namespace Integrationskonzept.EndToEnd.Tests;

public sealed class When_people_sign_in(RunningPlatform running)
{
    const string Tenant = Walkthrough.Walkthrough.Silent,
        Password = "ein langes Passwort";

    [Fact]
    public async Task The_pages_of_an_account_have_no_barrier_that_axe_can_find_in_either_language_and_on_a_phone()
    {
        await using var browser = await Browser.StartAsync();
        foreach (var (locale, width) in new[] { ("de-DE", 1100), ("en-GB", 320) })
        {
            var (address, invitation) = await InvitedAsync();
            var page = await browser.OpenAsync(invitation, locale, width: width);
            await CheckAsync(page);
            await AcceptAsync(page);
            await SignInAsync(page, address);
            await CheckAsync(page);
            foreach (var path in new[] { "/account/password", "/account/code/set-up", "/account/forgotten" })
            {
                await page.GotoAsync(new Uri(running.Gateway, path).AbsoluteUri);
                await CheckAsync(page);
            }
        }

        static async Task CheckAsync(IPage page)
        {
            (await Browser.BarriersAsync(page)).ShouldBeEmpty();
            (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth")).ShouldBeTrue(
                $"{page.Url} scrolls sideways"
            );
        }
    }

    [Fact]
    public async Task A_passkey_is_added_and_signs_in_under_the_pages_own_policy()
    {
        await using var browser = await Browser.StartAsync();
        var (address, invitation) = await InvitedAsync();
        var page = await browser.OpenAsync(invitation, bypassPolicy: false);
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new()
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = true,
                },
            }
        );
        await AcceptAsync(page);
        await SignInAsync(page, address);
        await page.ClickAsync("text=Passkey einrichten");
        await page.WaitForSelectorAsync("text=entfernen");

        await page.ClickAsync("form[action='/account/sign-out'] button");
        await page.WaitForURLAsync("**/account/sign-in");
        await page.ClickAsync("text=Mit Passkey anmelden");
        await page.WaitForURLAsync("**/account");
        (await page.InnerTextAsync("body")).ShouldContain(address);
    }

    [Fact]
    public async Task The_form_leads_back_to_the_front_end_that_asked()
    {
        const string frontEnd = "http://localhost:5173/callback";
        await using var browser = await Browser.StartAsync();
        var (address, invitation) = await InvitedAsync();
        var page = await browser.OpenAsync(invitation, bypassPolicy: false);
        await AcceptAsync(page);
        // Nobody listens there; a policy that forbids the way would say so instead.
        var outcome = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        page.RequestFailed += (_, request) =>
        {
            if (request.Url.StartsWith(frontEnd, StringComparison.Ordinal))
                outcome.TrySetResult(request.Failure ?? "");
        };
        page.Response += (_, response) =>
        {
            if (response.Url.StartsWith(frontEnd, StringComparison.Ordinal))
                outcome.TrySetResult("answered");
        };
        await page.GotoAsync(
            new Uri(
                running.Gateway,
                "/connect/authorize?response_type=code&client_id=developer&scope=openid&state=s"
                    + $"&redirect_uri={Uri.EscapeDataString(frontEnd)}&code_challenge={new string('a', 43)}&code_challenge_method=S256"
            ).AbsoluteUri
        );
        await page.FillAsync("#userName", address);
        await page.FillAsync("#password", Password);
        await page.ClickAsync("form button[type=submit]");
        (await outcome.Task.WaitAsync(Eventually.Patience)).ShouldBeOneOf("net::ERR_CONNECTION_REFUSED", "answered");
    }

    async Task<(string Address, Uri Invitation)> InvitedAsync()
    {
        var address = Mailbox.NewAddress();
        await running.Platform.PostAsync(
            $"{Tenant}.coordinator",
            $"/api/v1/{Tenant}/members",
            new { userName = address, roles = new[] { "editor" } }
        );
        return (address, running.Mails.PathIn(await running.Mails.ToAsync(address), "/account/invitation/"));
    }

    static async Task AcceptAsync(IPage page)
    {
        await page.FillAsync("#password", Password);
        await page.ClickAsync("form button[type=submit]");
        await page.WaitForURLAsync("**/account/sign-in");
    }

    static async Task SignInAsync(IPage page, string address)
    {
        await page.FillAsync("#userName", address);
        await page.FillAsync("#password", Password);
        await page.ClickAsync("form button[type=submit]");
        await page.WaitForURLAsync("**/account");
    }
}
