using System.Net;
using Integrationskonzept.Identity.Clients;
using Integrationskonzept.Identity.Members;
using Integrationskonzept.Testing;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Integrationskonzept.Identity.Tests;

/// <summary>How production gets its first operator: by configuration and a mailbox, and by nothing else.</summary>
public sealed class When_operators_are_configured(IdentityService service)
{
    const string Part = "Betreiberin oder Betreiber";

    [Fact]
    public async Task They_are_invited_once_accept_by_mail_and_are_none_any_more_when_the_list_says_so()
    {
        var address = Mailbox.NewAddress();
        using (Start(address.ToUpperInvariant())) { }
        var path = await service.InvitationPathAsync(address, Part);
        using (Start(address)) { }
        (await CountAsync($"mails where reference = (select id from invitations where user_name = '{address}')")).ShouldBe(1L);
        (await CountAsync($"accounts where user_name = '{address}'")).ShouldBe(0L);

        var browser = new AccountBrowser(service);
        (await browser.HtmlAsync(path)).ShouldContain("Betrieb der Plattform");
        using (var accepted = await browser.SubmitAsync(path, [("password", Given.Password)]))
            accepted.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await browser.SignInAsync(address, Given.Password)).Dispose();
        var tokens = await browser.TokensAsync();
        new JsonWebToken(tokens["access_token"]!.GetValue<string>()).GetPayloadValue<string>("platform_role").ShouldBe("operator");
        using (Start(address))
            (await browser.IsSignedInAsync()).ShouldBeTrue();
        service.Mails.To(address).Count.ShouldBe(1);

        using (Start("")) { }
        (await browser.IsSignedInAsync()).ShouldBeFalse();
        using (var refreshed = await browser.RefreshAsync(tokens))
            refreshed.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await CountAsync($"accounts where user_name = '{address}'")).ShouldBe(0L);
        // Their token is good for some minutes still; it gives nobody a role any more.
        var account = new JsonWebToken(tokens["access_token"]!.GetValue<string>()).Subject;
        var tenant = await service.ALandkreisAsync();
        using var removed = service.Client(service.Issuer.Token([], isOperator: true, subject: account, email: address));
        await removed
            .SendAsync(HttpMethod.Post, $"/api/v1/tenants/{tenant}/coordinators", new InviteCoordinator(Mailbox.NewAddress()))
            .ProblemAsync(404, "not-found");
        await removed
            .SendAsync(HttpMethod.Post, "/api/v1/clients", new RegisterClient("left-behind", [new(tenant, "coordinator")], []))
            .ProblemAsync(404, "not-found");
        await removed.SendAsync(HttpMethod.Post, "/api/v1/tenants", Given.Registration()).ProblemAsync(404, "not-found");
        // The development account is none of those.
        (await CountAsync("accounts where is_operator")).ShouldBe(1L);

        var alias = $"(select alias from person_aliases where tenant = 'platform' and person = '{account}')";
        (
            await Database.ExecuteAsync(
                service.AdminConnection,
                $"""
                select string_agg(action || ' ' || roles[1], ', ' order by at, id) from grants
                    where tenant = 'platform' and (account_id = {alias}
                    or invitation_id = (select invitation_id from grants
                        where tenant = 'platform' and account_id = {alias} and action = 'Accepted'))
                """
            )
        ).ShouldBe("Invited operator, Accepted operator, Removed operator");
    }

    [Fact]
    public async Task Who_has_an_account_keeps_it_and_an_invitation_of_someone_who_left_the_list_leads_nowhere()
    {
        var member = await service.AMemberAsync(await service.ALandkreisAsync(), "editor");
        var other = Mailbox.NewAddress();
        using (Start($"{member}, {other}")) { }
        var (path, othersPath) = (await service.InvitationPathAsync(member, Part), await service.InvitationPathAsync(other, Part));
        using (var accepted = await new AccountBrowser(service).SubmitAsync(path, [("password", "ein anderes Passwort")]))
            accepted.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await CountAsync($"accounts where user_name = '{member}' and is_operator")).ShouldBe(1L);
        using (Start("")) { }
        await new AccountBrowser(service).GetAsync(othersPath).ProblemAsync(404, "invitation-invalid");
        (await CountAsync($"accounts where user_name = '{member}' and not is_operator")).ShouldBe(1L);
        using var signedIn = await new AccountBrowser(service).SignInAsync(member, Given.Password);
        signedIn.StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task They_need_a_second_factor_before_they_get_a_token()
    {
        var address = Mailbox.NewAddress();
        await using var platform = Start(address, ("Identity:OperatorsNeedSecondFactor", "true"));
        var browser = new AccountBrowser(platform);
        (await browser.SubmitAsync(await service.InvitationPathAsync(address, Part), [("password", Given.Password)])).Dispose();
        (await browser.SignInAsync(address, Given.Password)).Dispose();
        var (_, answer) = await browser.AuthorizeAsync();
        using (answer)
            answer.Headers.Location!.OriginalString.ShouldStartWith("/account/code/set-up?returnUrl=%2Fconnect%2Fauthorize");
    }

    [Fact]
    public void An_entry_that_is_no_address_is_told_at_the_start_by_its_place() =>
        Should.Throw<InvalidOperationException>(() => Start("a@example.org, b")).Message.ShouldContain("number 2 is none");

    /// <summary>A process that starts with this list, on the same database.</summary>
    WebApplicationFactory<Identity.Program> Start(string operators, params (string Key, string Value)[] settings)
    {
        var host = service.WithWebHostBuilder(builder =>
        {
            builder.UseSetting("Identity:Operators", operators);
            foreach (var (key, value) in settings)
                builder.UseSetting(key, value);
            builder.TakesUpNothing();
        });
        _ = host.Server;
        return host;
    }

    async Task<long> CountAsync(string what) =>
        (long)(await Database.ExecuteAsync(service.AdminConnection, $"select count(*) from {what}"))!;
}
