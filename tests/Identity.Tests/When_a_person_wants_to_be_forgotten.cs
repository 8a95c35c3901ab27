using System.Net;
using Integrationskonzept.Contracts;
using Integrationskonzept.Identity.Erasure;
using Integrationskonzept.Identity.Members;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.Testing;

namespace Integrationskonzept.Identity.Tests;

public sealed class When_a_person_wants_to_be_forgotten(IdentityService service)
{
    const string Page = "/account/erasure";

    static readonly (string, string)[] Yes = [("password", Given.Password), ("confirm", "yes")];

    async Task<AccountBrowser> SignedInAsync(string address)
    {
        var browser = new AccountBrowser(service);
        (await browser.SignInAsync(address, Given.Password)).Dispose();
        return browser;
    }

    /// <summary>Asks for it, and says where the page is that tells how far it is.</summary>
    static async Task<string> EraseAsync(AccountBrowser browser)
    {
        using var answer = await browser.SubmitAsync(Page, Yes);
        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        return answer.Headers.Location!.OriginalString;
    }

    static Guid IdIn(string page) => Guid.Parse(page.Split('/')[^1]);

    Task<PersonErasureRequested> ToldAsync(Guid erasure) =>
        service.Bus.WaitForAsync<PersonErasureRequested>(AnErasure.Tenant, request => request.AggregateId == erasure);

    async Task<ErasureDto> StateAsync(Guid erasure) =>
        (await service.AsOperator().GetAsync("/api/v1/operations/identity/erasures?limit=200").ReadAsync<Page<ErasureDto>>()).Items.Single(
            row => row.Id == erasure
        );

    /// <summary>What the other services would say.</summary>
    async Task ReceiptsOfOthersAsync(Guid erasure)
    {
        Dictionary<string, int> rows = new() { ["contributions"] = 2 };
        foreach (
            PersonErased receipt in new PersonErased[]
            {
                new PersonErasedInDrafting { Rows = rows },
                new PersonErasedInScheduling { Rows = rows },
                new PersonErasedInParticipation { Rows = rows },
                new PersonErasedInPublication { Rows = rows },
            }
        )
            await service.Bus.PublishAsync(receipt.For(erasure));
    }

    [Fact]
    public async Task The_account_is_gone_at_once_and_everything_when_the_last_receipt_is_there()
    {
        var tenant = await service.ALandkreisAsync();
        var address = await service.AMemberAsync(tenant, "participant");
        var id = (await service.MemberAsync(tenant, address)).Id;
        var browser = await SignedInAsync(address);
        var tokens = await browser.TokensAsync();
        // Another Landkreis has invited them, too, and they have not answered.
        var other = await service.ALandkreisAsync();
        await service
            .As(other, "coordinator")
            .SendAsync(HttpMethod.Post, $"/api/v1/{other}/members", new InviteMember(address, ["editor"]), idempotencyKey: "einmal")
            .ReadAsync();
        (await Traces.FindAsync(service.AdminConnection, id.ToString(), address)).Count.ShouldBeGreaterThanOrEqualTo(6);

        var page = await EraseAsync(browser);

        (await browser.IsSignedInAsync()).ShouldBeFalse();
        using (var refreshed = await browser.RefreshAsync(tokens))
            refreshed.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using (var again = await new AccountBrowser(service).SignInAsync(address, Given.Password))
            again.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var told = await ToldAsync(IdIn(page));
        (told.Person, told.Address).ShouldBe((id, address));
        (await new AccountBrowser(service).HtmlAsync(page)).ShouldContain("Wird gelöscht");

        await ReceiptsOfOthersAsync(IdIn(page));
        await Eventually.TrueAsync(async () => (await StateAsync(IdIn(page))).State == ErasureState.Done, "all receipts are there");

        (await Traces.FindAsync(service.AdminConnection, id.ToString(), address)).ShouldBeEmpty();
        (await new AccountBrowser(service).HtmlAsync(page)).ShouldContain("nichts mehr zu Ihnen führt");
        var done = await StateAsync(IdIn(page));
        done.Missing.ShouldBeEmpty();
        done.Receipts.Single(receipt => receipt.Service == "participation").Rows["contributions"].ShouldBe(2);
        done.Receipts.Single(receipt => receipt.Service == "identity")
            .Rows.Keys.ShouldBe(["idempotency_keys", "invitations", "mails", "person_aliases"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_log_of_grants_stays_and_leads_to_nobody()
    {
        var tenant = await service.ALandkreisAsync();
        var address = await service.AMemberAsync(tenant, "editor");
        var id = (await service.MemberAsync(tenant, address)).Id;
        var before = await GrantsAsync();
        before.ShouldContain(row => row.AccountId == id && row.Action == GrantAction.Accepted);

        var page = await EraseAsync(await SignedInAsync(address));
        await service.Bus.WaitForAsync<PersonErasedInIdentity>(AnErasure.Tenant, receipt => receipt.AggregateId == IdIn(page));

        var after = await GrantsAsync();
        after.ShouldNotContain(row => row.AccountId == id || row.UserName == address);
        after.Count(row => row.Action == GrantAction.Accepted).ShouldBe(before.Count(row => row.Action == GrantAction.Accepted));
        after[^1].Action.ShouldBe(GrantAction.Erased);
        after[^1]
            .AccountId.ShouldBe(after.Last(row => row.Action == GrantAction.Accepted).AccountId, "still one person, and nobody knows who");

        async Task<IReadOnlyList<GrantDto>> GrantsAsync() =>
            (
                await service.As(tenant, "coordinator").GetAsync($"/api/v1/{tenant}/members/grants?limit=200").ReadAsync<Page<GrantDto>>()
            ).Items;
    }

    [Theory]
    [InlineData("falsch", "yes", "Passwort stimmt nicht")]
    [InlineData(Given.Password, "", "Haken")]
    public async Task Nobody_is_erased_without_their_password_and_their_word(string password, string confirm, string says)
    {
        var address = await service.AMemberAsync(await service.ALandkreisAsync(), "participant");
        var browser = await SignedInAsync(address);

        using var answer = await browser.SubmitAsync(Page, [("password", password), ("confirm", confirm)]);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(says);
        (await browser.IsSignedInAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Guesses_of_the_password_are_counted()
    {
        var browser = await SignedInAsync(await service.AMemberAsync(await service.ALandkreisAsync(), "participant"));
        for (var count = 0; count < 5; count++)
            (await browser.SubmitAsync(Page, [("password", "geraten"), ("confirm", "yes")])).Dispose();

        using var right = await browser.SubmitAsync(Page, Yes);

        right.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, "a stolen browser does not find it out by trying");
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_sent_to_sign_in_and_a_foreign_form_does_nothing()
    {
        using var asked = await new AccountBrowser(service).GetAsync(Page);
        asked.Headers.Location!.OriginalString.ShouldStartWith("/account/sign-in?returnUrl=");
        var browser = await SignedInAsync(await service.AMemberAsync(await service.ALandkreisAsync(), "participant"));
        using var forged = await browser.PostAsync(Page, Yes);
        forged.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await browser.IsSignedInAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task The_last_coordinator_stays_also_of_two_who_go_at_the_same_moment()
    {
        var tenant = await service.ALandkreisAsync();
        await Database.ExecuteAsync(service.AdminConnection, $"delete from memberships where tenant_slug = '{tenant}'");
        var browsers = new[]
        {
            await SignedInAsync(await service.AMemberAsync(tenant, "coordinator")),
            await SignedInAsync(await service.AMemberAsync(tenant, "coordinator")),
        };

        var answers = await Task.WhenAll(browsers.Select(browser => browser.SubmitAsync(Page, Yes)));

        answers.Select(answer => answer.StatusCode).Order().ShouldBe([HttpStatusCode.Found, HttpStatusCode.UnprocessableEntity]);
        var stays = answers.Single(answer => answer.StatusCode == HttpStatusCode.UnprocessableEntity);
        (await stays.Content.ReadAsStringAsync()).ShouldContain("letzte Koordination");
        (await browsers[Array.IndexOf(answers, stays)].IsSignedInAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task Whoever_runs_the_platform_stays_until_the_configuration_says_otherwise()
    {
        var tenant = await service.ALandkreisAsync();
        var address = await service.AMemberAsync(tenant, "participant");
        await Database.ExecuteAsync(service.AdminConnection, $"update accounts set is_operator = true where user_name = '{address}'");
        var browser = await SignedInAsync(address);

        using var answer = await browser.SubmitAsync(Page, Yes);

        (await answer.Content.ReadAsStringAsync()).ShouldContain("Identity:Operators");
        await Database.ExecuteAsync(service.AdminConnection, $"update accounts set is_operator = false where user_name = '{address}'");
        await EraseAsync(browser);
    }

    [Fact]
    public async Task A_missing_receipt_is_seen_and_asked_for_again_and_a_second_one_changes_nothing()
    {
        var tenant = await service.ALandkreisAsync();
        var browser = await SignedInAsync(await service.AMemberAsync(tenant, "participant"));
        var id = IdIn(await EraseAsync(browser));
        await Eventually.TrueAsync(async () => (await StateAsync(id)).Receipts.Count == 1, "Identity has given its own");
        (await StateAsync(id)).Missing.ShouldBe(["drafting", "participation", "publication", "scheduling"]);
        (await StateAsync(id)).State.ShouldBe(ErasureState.Running);

        await Database.SetTimesAsync(service.AdminConnection, "erasures", $"id = '{id}'", ("requested_at", TimeSpan.FromMinutes(-6)));
        (await StateAsync(id)).State.ShouldBe(ErasureState.Late);
        var health = await service.CreateClient().GetAsync("/health").ReadAsync();
        health.ToJsonString().ShouldContain("drafting, participation, publication, scheduling");

        var again = $"/api/v1/operations/identity/erasures/{id}/ask-again";
        await service.AsOperator().PostAsync(again, null).ReadAsync<ErasureDto>(HttpStatusCode.Accepted);
        await Eventually.TrueAsync(() => Task.FromResult(Told() == 2), "all services are told once more");
        await ReceiptsOfOthersAsync(id);
        await ReceiptsOfOthersAsync(id);
        await Eventually.TrueAsync(async () => (await StateAsync(id)).State == ErasureState.Done, "it is done");
        var done = await StateAsync(id);
        done.Receipts.Count.ShouldBe(5);
        await service.AsOperator().PostAsync(again, null).ProblemAsync(409, "erasure-is-done");
        await service
            .AsOperator()
            .PostAsync($"/api/v1/operations/identity/erasures/{Guid.CreateVersion7()}/ask-again", null)
            .ProblemAsync(404, "not-found");
        await service.As(tenant, "coordinator").GetAsync("/api/v1/operations/identity/erasures").ProblemAsync(403, "forbidden");

        int Told() => service.Bus.Heard<PersonErasureRequested>(AnErasure.Tenant).Count(request => request.AggregateId == id);
    }

    [Fact]
    public async Task Whoever_is_invited_anew_stays_invited_when_services_are_asked_again()
    {
        var tenant = await service.ALandkreisAsync();
        var address = await service.AMemberAsync(tenant, "participant");
        var id = IdIn(await EraseAsync(await SignedInAsync(address)));
        await Eventually.TrueAsync(async () => (await StateAsync(id)).Receipts.Count == 1, "Identity has given its own");
        var requestedAt = (await ToldAsync(id)).RequestedAt;
        requestedAt.ShouldBe((await StateAsync(id)).RequestedAt);
        await service
            .As(tenant, "coordinator")
            .SendAsync(HttpMethod.Post, $"/api/v1/{tenant}/members", new InviteMember(address, ["editor"]), idempotencyKey: "neu")
            .ReadAsync();

        await service
            .AsOperator()
            .PostAsync($"/api/v1/operations/identity/erasures/{id}/ask-again", null)
            .ReadAsync<ErasureDto>(HttpStatusCode.Accepted);
        await Eventually.TrueAsync(() => Task.FromResult(Receipts() == 2), "Identity has given a second receipt");

        service
            .Bus.Heard<PersonErasureRequested>(AnErasure.Tenant)
            .Where(request => request.AggregateId == id)
            .ShouldAllBe(request => request.RequestedAt == requestedAt);
        (await Database.ExecuteAsync(service.AdminConnection, $"select count(*) from invitations where user_name = '{address}'")).ShouldBe(
            1L
        );

        int Receipts() => service.Bus.Heard<PersonErasedInIdentity>(AnErasure.Tenant).Count(receipt => receipt.AggregateId == id);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_leads_to_the_same_page()
    {
        var tenant = await service.ALandkreisAsync();
        var address = await service.AMemberAsync(tenant, "participant");
        var browser = await SignedInAsync(address);
        Task<HttpResponseMessage>[] sent;
        await using (
            var held = await HeldRows.HoldAsync(service.AdminConnection, $"select 1 from accounts where user_name = '{address}' for update")
        )
        {
            sent = [browser.SubmitAsync(Page, Yes), browser.SubmitAsync(Page, Yes)];
            await held.BlocksAsync(2);
        }

        var answers = await Task.WhenAll(sent);

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.Found);
        answers.Select(answer => answer.Headers.Location!.OriginalString).Distinct().Single().ShouldStartWith("/account/erasures/");
    }

    [Fact]
    public async Task No_service_gives_the_receipt_of_another()
    {
        var tenant = await service.ALandkreisAsync();
        var id = IdIn(await EraseAsync(await SignedInAsync(await service.AMemberAsync(tenant, "participant"))));
        await service.Bus.PublishAsync(
            (new PersonErasedInScheduling { Rows = new Dictionary<string, int>() }).For(id),
            sender: "publication"
        );
        await service.Bus.PublishAsync((new PersonErasedInPublication { Rows = new Dictionary<string, int>() }).For(id));

        await Eventually.TrueAsync(
            async () => (await StateAsync(id)).Receipts.Any(receipt => receipt.Service == "publication"),
            "what Publication said itself is heard"
        );
        (await StateAsync(id)).Missing.ShouldContain("scheduling");
    }

    [Fact]
    public async Task What_is_kept_of_the_account_is_told_without_its_secrets()
    {
        var tenant = await service.ALandkreisAsync();
        var address = await service.AMemberAsync(tenant, "participant");
        var id = (await service.MemberAsync(tenant, address)).Id;
        using var who = service.Client(service.Issuer.Token([$"{tenant}:participant"], subject: id.ToString(), email: address));

        var told = await who.GetAsync($"/api/v1/{tenant}/my-data/identity").ReadAsync();

        var classes = told["classes"]!.AsArray().ToDictionary(one => (string)one!["key"]!, one => one!["items"]!.AsArray());
        ((string?)classes["account"][0]!["mailAddress"]).ShouldBe(address);
        classes["account"][0]!["roles"]!.AsArray().Select(role => (string)role!).ShouldBe(["participant"]);
        classes["grants"].Select(one => (string)one!["action"]!).ShouldContain("accepted");
        told.ToJsonString().ShouldNotContain("assword\":", Case.Insensitive);
    }
}
