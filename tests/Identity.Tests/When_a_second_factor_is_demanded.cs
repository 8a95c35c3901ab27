using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Integrationskonzept.Identity.Members;
using Integrationskonzept.Identity.Tenants;
using Integrationskonzept.Testing;
using OtpNet;

namespace Integrationskonzept.Identity.Tests;

public sealed partial class When_a_second_factor_is_demanded(IdentityService service)
{
    [Fact]
    public async Task Staff_gets_no_token_before_one_is_set_up_and_participants_need_none()
    {
        var tenant = await service.ALandkreisAsync();
        var (staff, participant) = (await service.AMemberAsync(tenant, "editor"), await service.AMemberAsync(tenant, "participant"));
        var before = await SignedInAsync(staff);
        var tokens = await before.TokensAsync();
        await DemandAsync(tenant);

        using (var refreshed = await before.RefreshAsync(tokens))
            refreshed.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await AuthorizedToAsync(before)).ShouldStartWith("/account/code/set-up?returnUrl=%2Fconnect%2Fauthorize");
        (await AuthorizedToAsync(await SignedInAsync(participant))).ShouldStartWith(AccountBrowser.Redirect);

        var (_, codes) = await SetUpAsync(before);
        codes.Count.ShouldBe(10);
        (await AuthorizedToAsync(before)).ShouldStartWith(AccountBrowser.Redirect);
        await before.SubmitAsync("/account", [], "/account/code/removal").ProblemAsync(409, "second-factor-demanded");
        await service.Mails.WaitAsync(staff, "Ihre Anmeldung in zwei Schritten wurde geändert");
    }

    [Fact]
    public async Task A_password_alone_opens_nothing_where_codes_are_set_up()
    {
        var name = await service.AMemberAsync(await service.ALandkreisAsync(), "editor");
        var (key, recovery) = await SetUpAsync(await SignedInAsync(name));

        var thief = await SignedInAsync(name);
        (await AuthorizedToAsync(thief)).ShouldStartWith("/account/code?");
        foreach (var page in new[] { "/account", "/account/password", "/account/code/set-up" })
        {
            using var answer = await thief.GetAsync(page);
            answer.Headers.Location?.OriginalString.ShouldStartWith("/account/code?");
        }
        (await thief.SubmitAsync("/account/code", [], "/account/sign-out-everywhere")).Headers.Location?.OriginalString.ShouldStartWith(
            "/account/code?"
        );
        // The code that set it up is used up; a recovery code is good once.
        using (
            var replayed = await thief.SubmitAsync(
                "/account/code",
                [("code", new Totp(Base32Encoding.ToBytes(key)).ComputeTotp(TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(-60)))]
            )
        )
            ((int)replayed.StatusCode).ShouldBe(422);
        using (var right = await thief.SubmitAsync("/account/code", [("code", recovery[0].ToUpperInvariant())]))
            right.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await AuthorizedToAsync(thief)).ShouldStartWith(AccountBrowser.Redirect);
        using (var used = await (await SignedInAsync(name)).SubmitAsync("/account/code", [("code", recovery[0])]))
            ((int)used.StatusCode).ShouldBe(422);
    }

    [Fact]
    public async Task What_is_stored_of_one_opens_on_nobodys_form()
    {
        var tenant = await service.ALandkreisAsync();
        var name = "";
        await SetUpAsync(await SignedInAsync(name = await service.AMemberAsync(tenant, "editor")));
        var stored = (string)
            (
                await Database.ExecuteAsync(
                    service.AdminConnection,
                    $"select secret from code_secrets where account_id = (select id from accounts where user_name = '{name}')"
                )
            )!;
        var thief = await SignedInAsync(await service.AMemberAsync(tenant, "participant"));
        await thief.SubmitAsync("/account/code/set-up", [("secret", stored), ("code", "000000")]).ProblemAsync(400, "form-expired");
    }

    [Fact]
    public async Task Each_code_counts_once_also_at_the_same_moment()
    {
        var name = await service.AMemberAsync(await service.ALandkreisAsync(), "editor");
        var (_, recovery) = await SetUpAsync(await SignedInAsync(name));
        var browsers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SignedInAsync(name)));
        var answers = await Task.WhenAll(browsers.Select(browser => browser.SubmitAsync("/account/code", [("code", recovery[1])])));
        answers.Count(answer => answer.StatusCode == HttpStatusCode.Found).ShouldBe(1);
    }

    [Fact]
    public async Task Five_wrong_codes_shut_the_guesser_out()
    {
        var name = await service.AMemberAsync(await service.ALandkreisAsync(), "editor");
        var (_, recovery) = await SetUpAsync(await SignedInAsync(name));
        var thief = await SignedInAsync(name);
        for (var guess = 0; guess < 5; guess++)
            using (var wrong = await thief.SubmitAsync("/account/code", [("code", "000000")]))
                ((int)wrong.StatusCode).ShouldBe(422);
        using var right = await thief.SubmitAsync("/account/code", [("code", recovery[0])]);
        ((int)right.StatusCode).ShouldBe(422);
    }

    [Fact]
    public async Task A_browser_on_which_a_code_was_right_before_is_not_shut_out_by_who_has_the_password()
    {
        var name = await service.AMemberAsync(await service.ALandkreisAsync(), "editor");
        var known = new AccountBrowser(service);
        (await known.SignInAsync(name, Given.Password)).Dispose();
        var (_, recovery) = await SetUpAsync(known);
        var thief = await SignedInAsync(name);
        for (var guess = 0; guess < 6; guess++)
            (await thief.SubmitAsync("/account/code", [("code", "000000")])).Dispose();
        (await known.SubmitAsync("/account", [], "/account/sign-out")).Dispose();
        (await known.SignInAsync(name, Given.Password)).Dispose();
        using (var right = await known.SubmitAsync("/account/code", [("code", recovery[0])]))
            right.StatusCode.ShouldBe(HttpStatusCode.Found);

        // A password alone makes no browser known: that would be five more guesses with each.
        foreach (var browser in new[] { thief, await SignedInAsync(name) })
            using (var shutOut = await browser.SubmitAsync("/account/code", [("code", recovery[1])]))
                ((int)shutOut.StatusCode).ShouldBe(422);
    }

    /// <summary>Fifty bits are tried out within a day by who has the table, if a plain hash is all that hides them.</summary>
    [Fact]
    public async Task Recovery_codes_can_not_be_tried_out_on_the_database_alone()
    {
        var name = await service.AMemberAsync(await service.ALandkreisAsync(), "editor");
        var (_, recovery) = await SetUpAsync(await SignedInAsync(name));
        var plain = recovery.Select(code => $"'{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)))}'");
        (
            await Database.ExecuteAsync(
                service.AdminConnection,
                $"select count(*) from recovery_codes where hash in ({string.Join(", ", plain)})"
            )
        ).ShouldBe(0L);
    }

    [Fact]
    public async Task Who_is_not_obliged_removes_them_again()
    {
        var browser = await SignedInAsync(await service.AMemberAsync(await service.ALandkreisAsync(), "editor"));
        await SetUpAsync(browser);
        using (var removed = await browser.SubmitAsync("/account", [], "/account/code/removal"))
            removed.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await browser.HtmlAsync("/account")).ShouldContain("Einmalcodes einrichten");
    }

    async Task<AccountBrowser> SignedInAsync(string name)
    {
        var browser = new AccountBrowser(service);
        using var answer = await browser.SignInAsync(name, Given.Password);
        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        return browser;
    }

    static async Task<string> AuthorizedToAsync(AccountBrowser browser)
    {
        var (_, answer) = await browser.AuthorizeAsync();
        using (answer)
            return answer.Headers.Location!.OriginalString;
    }

    async Task DemandAsync(string tenant)
    {
        var coordinator = service.As(tenant, "coordinator");
        var url = $"/api/v1/{tenant}/members/rules";
        var rules = await coordinator.GetAsync(url).ReadAsync<MemberRulesDto>();
        await coordinator.SendAsync(HttpMethod.Put, url, new MemberRules(SecondFactor: true), rules.Version).ReadAsync();
    }

    /// <summary>
    /// As a person does it: the key into an app, the app's code into the page. The clock may move on in between, so the code before is
    /// good, too.
    /// </summary>
    static async Task<(string Key, IReadOnlyList<string> Recovery)> SetUpAsync(AccountBrowser browser)
    {
        using (var wrong = await browser.SubmitAsync("/account/code/set-up", [("code", "abcdef")]))
            ((int)wrong.StatusCode).ShouldBe(422);
        var html = await browser.HtmlAsync("/account/code/set-up");
        var key = Key().Match(html).Groups[1].Value;
        var secret = Secret().Match(html).Groups[1].Value;
        var code = new Totp(Base32Encoding.ToBytes(key)).ComputeTotp(TimeProvider.System.GetUtcNow().UtcDateTime);
        using var done = await browser.SubmitAsync("/account/code/set-up", [("secret", secret), ("code", code)]);
        return (key, [.. RecoveryCode().Matches(await done.Content.ReadAsStringAsync()).Select(match => match.Groups[1].Value)]);
    }

    [GeneratedRegex("""<code class="key">([A-Z2-7]+)</code>""")]
    private static partial Regex Key();

    [GeneratedRegex("""name="secret" value="([^"]+)" """)]
    private static partial Regex Secret();

    [GeneratedRegex("<li><code>([a-z2-7]{5}-[a-z2-7]{5})</code></li>")]
    private static partial Regex RecoveryCode();
}
