using System.Net;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Identity.Tests;

public sealed class When_a_password_is_forgotten(IdentityService service)
{
    const string New = "ein ganz neues Passwort";

    [Fact]
    public async Task A_mail_leads_to_a_new_one_once_and_all_sessions_end()
    {
        var name = await service.AMemberAsync(await service.ALandkreisAsync(), "editor");
        var browser = new AccountBrowser(service);
        (await browser.SignInAsync(name, Given.Password)).Dispose();
        await AskAsync(name);
        var path = Mailbox.PathIn(await service.Mails.WaitAsync(name, "Neues Passwort setzen"), "/account/new-password/");
        var mailbox = new AccountBrowser(service);
        using (var tooShort = await mailbox.SubmitAsync(path, [("password", "kurz")]))
            ((int)tooShort.StatusCode).ShouldBe(422);
        using (var tooLong = await mailbox.SubmitAsync(path, [("password", new string('x', 201))]))
            ((int)tooLong.StatusCode).ShouldBe(422);
        using (var done = await mailbox.SubmitAsync(path, [("password", New)]))
            done.StatusCode.ShouldBe(HttpStatusCode.Found);
        await mailbox.GetAsync(path).ProblemAsync(404, "new-password-link-invalid");
        await mailbox.GetAsync("/account/new-password/gefaelscht").ProblemAsync(404, "new-password-link-invalid");

        (await browser.IsSignedInAsync()).ShouldBeFalse();
        using (var old = await mailbox.SignInAsync(name, Given.Password))
            ((int)old.StatusCode).ShouldBe(422);
        using (var signedIn = await mailbox.SignInAsync(name, New))
            signedIn.StatusCode.ShouldBe(HttpStatusCode.Found);
        await service.Mails.WaitAsync(name, "Ihr Passwort wurde geändert");
    }

    [Fact]
    public async Task Of_two_links_the_first_that_is_used_counts()
    {
        var name = await service.AMemberAsync(await service.ALandkreisAsync(), "editor");
        await AskAsync(name);
        await AskAsync(name);
        await Eventually.TrueAsync(() => Task.FromResult(Links(name).Count == 2), "both mails are there");
        using (var done = await new AccountBrowser(service).SubmitAsync(Links(name)[0], [("password", New)]))
            done.StatusCode.ShouldBe(HttpStatusCode.Found);
        await new AccountBrowser(service).GetAsync(Links(name)[1]).ProblemAsync(404, "new-password-link-invalid");
    }

    [Fact]
    public async Task Nobody_outside_learns_whether_there_is_an_account_and_no_mailbox_is_flooded()
    {
        var known = await service.AMemberAsync(await service.ALandkreisAsync(), "editor");
        var unknown = Mailbox.NewAddress();
        var answer = await AskAsync(unknown);
        for (var time = 0; time < 8; time++)
            (await AskAsync(known)).ShouldBe(answer);
        await Eventually.TrueAsync(() => Task.FromResult(Links(known).Count == 6), "six mails are there");
        (
            await Database.ExecuteAsync(
                service.AdminConnection,
                "select count(*) from mails where kind = 'new-password' and reference = (select id from accounts where "
                    + $"user_name = '{known}')"
            )
        ).ShouldBe(6L);
        service.Mails.To(unknown).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_asks_from_elsewhere_does_not_use_up_the_mails_of_the_owners_browser()
    {
        var name = await service.AMemberAsync(await service.ALandkreisAsync(), "editor");
        var known = new AccountBrowser(service);
        (await known.SignInAsync(name, Given.Password)).Dispose();
        for (var time = 0; time < 7; time++)
            await AskAsync(name);
        for (var time = 0; time < 7; time++)
            await AskAsync(name, known);
        await Eventually.TrueAsync(() => Task.FromResult(Links(name).Count == 12), "six mails each are there");
        // Neither does whoever has the password, however many browsers they sign in with.
        var another = new AccountBrowser(service);
        (await another.SignInAsync(name, Given.Password)).Dispose();
        await AskAsync(name, another);
        (
            await Database.ExecuteAsync(
                service.AdminConnection,
                "select count(*) from mails where kind = 'new-password' and reference = (select id from accounts where "
                    + $"user_name = '{name}')"
            )
        ).ShouldBe(12L);
    }

    [Fact]
    public async Task Whoever_knows_the_old_one_changes_it_and_stays_signed_in_here_alone()
    {
        var name = await service.AMemberAsync(await service.ALandkreisAsync(), "editor");
        var (here, elsewhere) = (new AccountBrowser(service), new AccountBrowser(service));
        foreach (var browser in new[] { here, elsewhere })
            (await browser.SignInAsync(name, Given.Password)).Dispose();
        using (var wrong = await here.SubmitAsync("/account/password", [("current", "falsch"), ("password", New)]))
            ((int)wrong.StatusCode).ShouldBe(422);
        using (var done = await here.SubmitAsync("/account/password", [("current", Given.Password), ("password", New)]))
            done.StatusCode.ShouldBe(HttpStatusCode.Found);
        (await here.IsSignedInAsync(), await elsewhere.IsSignedInAsync()).ShouldBe((true, false));
        using var strangers = await new AccountBrowser(service).GetAsync("/account/password");
        strangers.StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    async Task<string> AskAsync(string name, AccountBrowser? browser = null)
    {
        using var answer = await (browser ?? new AccountBrowser(service)).SubmitAsync("/account/forgotten", [("userName", name)]);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsStringAsync();
    }

    List<string> Links(string name) =>
        [
            .. service
                .Mails.To(name)
                .Where(mail => mail.Subject == "Neues Passwort setzen")
                .Select(mail => Mailbox.PathIn(mail, "/account/new-password/")),
        ];
}
