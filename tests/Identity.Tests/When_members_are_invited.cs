using System.Net;
using Integrationskonzept.Identity.Members;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Identity.Tests;

public sealed class When_members_are_invited(IdentityService service)
{
    static string Url(string tenant, string rest = "") => $"/api/v1/{tenant}/members{rest}";

    [Fact]
    public async Task The_link_is_in_the_mail_alone_and_the_roles_count_when_it_was_accepted()
    {
        var tenant = await service.ALandkreisAsync();
        var address = Mailbox.NewAddress();
        var coordinator = service.As(tenant, "coordinator");
        var answer = await coordinator.InviteAsync(tenant, address.ToUpperInvariant(), "editor").ReadAsync();
        answer.ToJsonString().ShouldNotContain("/account/invitation");
        (await coordinator.GetAsync(Url(tenant)).ReadAsync<Page<MemberDto>>()).Items.ShouldNotContain(row => row.UserName == address);
        (await coordinator.GetAsync(Url(tenant, "/invitations")).ReadAsync<Page<InvitationDto>>())
            .Items.Single()
            .Roles.ShouldBe(["editor"]);

        var path = await service.InvitationPathAsync(address);
        var browser = new AccountBrowser(service);
        (await browser.HtmlAsync(path)).ShouldContain("Redaktion");
        using (var tooShort = await browser.SubmitAsync(path, [("password", "kurz")]))
            ((int)tooShort.StatusCode).ShouldBe(422);
        using (var accepted = await browser.SubmitAsync(path, [("password", Given.Password)]))
            accepted.StatusCode.ShouldBe(HttpStatusCode.Found);
        await browser.GetAsync(path).ProblemAsync(404, "invitation-invalid");
        await browser.GetAsync("/account/invitation/gefaelscht").ProblemAsync(404, "invitation-invalid");

        (await service.MemberAsync(tenant, address)).Roles.ShouldBe(["editor"]);
        (await coordinator.GetAsync(Url(tenant, "/invitations")).ReadAsync<Page<InvitationDto>>()).Items.ShouldBeEmpty();
        using var signedIn = await browser.SignInAsync(address, Given.Password);
        signedIn.StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    /// <summary>The takeover: a second Landkreis invites an address that the first invited and that has not accepted yet.</summary>
    [Fact]
    public async Task Two_landkreise_that_invite_one_address_learn_nothing_of_each_other()
    {
        var first = await service.ALandkreisAsync();
        var second = await service.ALandkreisAsync();
        var address = Mailbox.NewAddress();
        await service.As(first, "coordinator").InviteAsync(first, address, "council-office").ReadAsync();
        var firstPath = await service.InvitationPathAsync(address);
        var unknown = await service.As(second, "coordinator").InviteAsync(second, Mailbox.NewAddress(), "editor").ReadAsync();
        var invited = await service.As(second, "coordinator").InviteAsync(second, address, "editor").ReadAsync();
        string[] Members(System.Text.Json.Nodes.JsonNode answer) => [.. answer.AsObject().Select(member => member.Key)];
        Members(invited).ShouldBe(Members(unknown));

        // Neither link opens what the other Landkreis offers.
        using (var accepted = await new AccountBrowser(service).SubmitAsync(firstPath, [("password", Given.Password)]))
            accepted.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await service.MemberAsync(first, address)).Roles.ShouldBe(["council-office"]);
        (await service.As(second, "coordinator").GetAsync(Url(second)).ReadAsync<Page<MemberDto>>()).Items.ShouldNotContain(row =>
            row.UserName == address
        );

        // The second link gives its own roles, and no new password: the account has one.
        await Eventually.TrueAsync(() => Task.FromResult(service.Mails.To(address).Count == 2), "both invitations are there");
        var secondPath = service
            .Mails.To(address)
            .Select(mail => Mailbox.PathIn(mail, "/account/invitation/"))
            .Single(path => path != firstPath);
        (await new AccountBrowser(service).HtmlAsync(secondPath)).ShouldNotContain("type=\"password\"");
        using (var accepted = await new AccountBrowser(service).SubmitAsync(secondPath, [("password", "ein anderes Passwort")]))
            accepted.StatusCode.ShouldBe(HttpStatusCode.Found);
        var member = await service.MemberAsync(second, address);
        member.Roles.ShouldBe(["editor"]);
        member.Id.ShouldBe((await service.MemberAsync(first, address)).Id);
        using (var wrong = await new AccountBrowser(service).SignInAsync(address, "ein anderes Passwort"))
            ((int)wrong.StatusCode).ShouldBe(422);
        using (var right = await new AccountBrowser(service).SignInAsync(address, Given.Password))
            right.StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task An_address_with_an_account_is_answered_like_one_without()
    {
        var tenant = await service.ALandkreisAsync();
        var other = await service.ALandkreisAsync();
        var known = await service.AMemberAsync(other, "editor");
        var coordinator = service.As(tenant, "coordinator");
        var (ofKnown, ofNew) = (
            await coordinator.InviteAsync(tenant, known, "editor").ReadAsync(),
            await coordinator.InviteAsync(tenant, Mailbox.NewAddress(), "editor").ReadAsync()
        );
        foreach (var answer in new[] { ofKnown, ofNew })
        foreach (var own in new[] { "id", "userName", "expiresAt" })
            answer.AsObject().Remove(own);
        ofKnown.ToJsonString().ShouldBe(ofNew.ToJsonString());
        (await service.MemberAsync(other, known)).Id.ToString().ShouldNotBe((string?)ofKnown["id"]);
    }

    [Fact]
    public async Task What_is_wrong_is_refused_and_others_see_nothing()
    {
        var (tenant, other) = (await service.ALandkreisAsync(), await service.ALandkreisAsync());
        var coordinator = service.As(tenant, "coordinator");
        await coordinator.InviteAsync(tenant, "x@example.org", "king").ProblemAsync(400, "validation");
        await coordinator.InviteAsync(tenant, "x@example.org").ProblemAsync(400, "validation");
        await coordinator.InviteAsync(tenant, "x", "editor").ProblemAsync(400, "validation");
        var invited = await coordinator.InviteAsync(tenant, Mailbox.NewAddress(), "editor").ReadAsync<InvitationDto>();
        foreach (var path in new[] { "", "/invitations", "/grants", "/rules" })
        {
            await service.As(tenant, "editor", "council-office", "moderator").GetAsync(Url(tenant, path)).ProblemAsync(403, "forbidden");
            await service.As(other, "coordinator").GetAsync(Url(tenant, path)).ProblemAsync(404, "not-found");
        }
        await service.As(other, "coordinator").DeleteAsync(Url(other, $"/invitations/{invited.Id}")).ProblemAsync(404, "not-found");
        await service
            .As(other, "coordinator")
            .SendAsync(HttpMethod.Post, Url(other, $"/invitations/{invited.Id}/confirmation"), null, 1)
            .ProblemAsync(404, "not-found");
        await service
            .As(tenant, "coordinator")
            .SendAsync(HttpMethod.Post, $"/api/v1/tenants/{tenant}/coordinators", new InviteCoordinator("x@example.org"))
            .ProblemAsync(403, "forbidden");
    }

    [Fact]
    public async Task A_withdrawn_invitation_leads_nowhere_and_neither_does_one_of_a_coordinator_who_had_to_go()
    {
        var tenant = await service.ALandkreisAsync();
        var first = Mailbox.NewAddress();
        var second = Mailbox.NewAddress();
        var coordinator = service.As(tenant, "coordinator");
        var invited = await coordinator.InviteAsync(tenant, first, "editor").ReadAsync<InvitationDto>();
        var path = await service.InvitationPathAsync(first);
        (await coordinator.DeleteAsync(Url(tenant, $"/invitations/{invited.Id}"))).EnsureSuccessStatusCode();
        await new AccountBrowser(service).GetAsync(path).ProblemAsync(404, "invitation-invalid");

        var leaving = await service.MemberAsync(tenant, await service.AMemberAsync(tenant, "coordinator"));
        var theirs = service.Client(
            service.Issuer.Token([$"{tenant}:coordinator"], subject: leaving.Id.ToString(), email: leaving.UserName)
        );
        await theirs.InviteAsync(tenant, second, "coordinator").ReadAsync();
        path = await service.InvitationPathAsync(second);
        await coordinator.InviteAsync(tenant, leaving.UserName, "editor").ReadAsync();
        var own = await service.InvitationPathAsync(leaving.UserName, "Redaktion");
        await coordinator.DeleteAsync(Url(tenant, $"/{leaving.Id}")).ReadNothingAsync();
        await new AccountBrowser(service).GetAsync(path).ProblemAsync(404, "invitation-invalid");
        await new AccountBrowser(service).GetAsync(own).ProblemAsync(404, "invitation-invalid");
        // Their token is good for some minutes still; it gives nobody anything any more.
        await theirs.InviteAsync(tenant, Mailbox.NewAddress(), "coordinator").ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task Roles_are_taken_one_by_one_or_all_and_with_the_last_membership_the_account_goes()
    {
        var (tenant, other) = (await service.ALandkreisAsync(), await service.ALandkreisAsync());
        var address = await service.AMemberAsync(tenant, "editor", "moderator");
        await service.As(other, "coordinator").InviteAsync(other, address, "participant").ReadAsync();
        using (var accepted = await new AccountBrowser(service).SubmitAsync(await service.InvitationPathAsync(address, "Beteiligte"), []))
            accepted.StatusCode.ShouldBe(HttpStatusCode.Found);
        var member = await service.MemberAsync(tenant, address);
        var coordinator = service.As(tenant, "coordinator");

        await coordinator.DeleteAsync(Url(tenant, $"/{member.Id}/roles/moderator")).ReadNothingAsync();
        await coordinator.DeleteAsync(Url(tenant, $"/{member.Id}/roles/moderator")).ProblemAsync(404, "not-found");
        (await service.MemberAsync(tenant, address)).Roles.ShouldBe(["editor"]);
        await coordinator.DeleteAsync(Url(tenant, $"/{member.Id}")).ReadNothingAsync();
        await coordinator.DeleteAsync(Url(tenant, $"/{member.Id}")).ProblemAsync(404, "not-found");
        (await service.MemberAsync(other, address)).Roles.ShouldBe(["participant"]);

        await service.As(other, "coordinator").DeleteAsync(Url(other, $"/{member.Id}")).ReadNothingAsync();
        (await Database.ExecuteAsync(service.AdminConnection, $"select count(*) from accounts where user_name = '{address}'")).ShouldBe(0L);
    }

    [Fact]
    public async Task A_mailbox_is_invited_six_times_a_day_at_most()
    {
        var tenant = await service.ALandkreisAsync();
        var address = Mailbox.NewAddress();
        var coordinator = service.As(tenant, "coordinator");
        for (var time = 0; time < 6; time++)
            await coordinator.InviteAsync(tenant, address, "editor").ReadAsync();
        await coordinator.InviteAsync(tenant, address, "editor").ProblemAsync(429, "too-many-mails");
        await service
            .As(await service.ALandkreisAsync() is var other ? other : "", "coordinator")
            .InviteAsync(other, address, "editor")
            .ReadAsync();
    }

    [Fact]
    public async Task Every_grant_is_in_a_log_that_nobody_changes()
    {
        var tenant = await service.ALandkreisAsync();
        var coordinator = service.As(tenant, "coordinator");
        var address = await service.AMemberAsync(tenant, "council-office");
        var member = await service.MemberAsync(tenant, address);
        await service
            .AsOperator()
            .SendAsync(HttpMethod.Post, "/api/v1/clients", new Clients.RegisterClient($"{tenant}.log", [new(tenant, "council-office")], []))
            .ReadAsync();
        await coordinator.DeleteAsync(Url(tenant, $"/{member.Id}")).ReadNothingAsync();

        var log = (await coordinator.GetAsync(Url(tenant, "/grants")).ReadAsync<Page<GrantDto>>()).Items;
        log.Select(entry => entry.Action)
            .ShouldBe([GrantAction.Invited, GrantAction.Accepted, GrantAction.IntegrationRegistered, GrantAction.Removed]);
        log.ShouldAllBe(entry => entry.Roles.Single() == "council-office" && entry.UserName == null);
        (log[1].AccountId, log[1].Actor, log[2].ClientId).ShouldBe((member.Id, member.Id.ToString(), $"{tenant}.log"));
        foreach (var change in new[] { "update grants set actor = 'niemand'", "delete from grants", "truncate grants" })
            (
                await Should.ThrowAsync<Npgsql.PostgresException>(Database.ExecuteAsync(service.AdminConnection, change))
            ).Message.ShouldContain("only added to");
    }
}
