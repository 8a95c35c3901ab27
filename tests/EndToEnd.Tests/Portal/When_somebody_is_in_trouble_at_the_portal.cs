using Integrationskonzept.Testing;
using Microsoft.Playwright;

namespace Integrationskonzept.EndToEnd.Tests.Portal;

public sealed class When_somebody_is_in_trouble_at_the_portal(RunningPlatform running)
{
    const string Tenant = Walkthrough.Walkthrough.Whole,
        Other = Walkthrough.Walkthrough.Live;

    [Fact]
    public async Task Another_Landkreis_is_not_found_and_an_unknown_thing_neither()
    {
        await using var browser = await Browser.StartAsync();
        var visit = await PortalVisit.BeginAsync(running, browser, $"coordinator@{Tenant}.example");
        foreach (
            var path in new[]
            {
                Other,
                $"{Other}/papers",
                $"{Tenant}/papers/{Guid.CreateVersion7()}",
                $"{Tenant}/nothing",
                "nowhere/papers",
            }
        )
        {
            (await visit.GoAsync(path))!.Status.ShouldBe(404, path);
            var text = await visit.Page.InnerTextAsync("body");
            text.ShouldContain("icht gefunden", Case.Sensitive, path);
            text.ShouldNotContain("   at ", Case.Sensitive, path);
        }
    }

    [Fact]
    public async Task What_a_role_may_not_do_is_not_offered_and_not_done()
    {
        await using var browser = await Browser.StartAsync();
        var visit = await PortalVisit.BeginAsync(running, browser, $"participant@{Tenant}.example");
        (await visit.Page.InnerTextAsync("nav[aria-label=Bereiche]")).ShouldNotContain("Mitglieder");
        (await visit.GoAsync($"{Tenant}/members"))!.Status.ShouldBe(403);
        (await visit.GoAsync($"{Tenant}/papers"))!.Status.ShouldBe(403);
        (await visit.Page.InnerTextAsync("body")).ShouldNotContain("VL-320");
    }

    [Fact]
    public async Task Signing_out_ends_the_session_at_the_server_too()
    {
        await using var browser = await Browser.StartAsync();
        var visit = await PortalVisit.BeginAsync(running, browser, $"editor@{Tenant}.example");
        var cookies = await visit.Page.Context.CookiesAsync([visit.Page.Url]);
        var session = cookies.Single(cookie => cookie.Name == "portal");
        session.HttpOnly.ShouldBeTrue();
        session.Path.ShouldBe("/portal");
        session.Value.Length.ShouldBeLessThan(600, "it holds a key, no tokens");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Abmelden" }).ClickAsync();
        await visit.Page.WaitForURLAsync(url => !url.Contains("/portal/", StringComparison.Ordinal));

        await visit.Page.Context.ClearCookiesAsync();
        await visit.Page.Context.AddCookiesAsync([
            new()
            {
                Name = session.Name,
                Value = session.Value,
                Url = new Uri(running.Gateway, "/portal/").AbsoluteUri,
            },
        ]);
        await visit.GoAsync($"{Tenant}/concepts");
        visit.Page.Url.ShouldContain("/account/sign-in", Case.Sensitive, "a copied cookie opens nothing any more");
    }

    [Fact]
    public async Task Nothing_that_was_typed_is_lost_when_the_session_has_ended()
    {
        await using var browser = await Browser.StartAsync();
        var visit = await PortalVisit.BeginAsync(
            running,
            browser,
            $"coordinator@{Other}.example",
            javaScript: false,
            to: $"{Other}/meetings"
        );
        var day = Coming.Day(200);
        await visit.FillAsync("Tag", $"{day:yyyy-MM-dd}", "form:has([name='Form.On'])");
        await ForgetSessionsAsync(visit.Page);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Eintragen" }).ClickAsync();
        await visit.SignInAsync($"coordinator@{Other}.example");
        (await visit.TextAsync()).ShouldContain("noch da");
        await visit.PressAsync("Jetzt absenden", day.In("de"));
    }

    [Fact]
    public async Task What_somebody_sends_who_never_signed_in_is_not_kept()
    {
        using var stranger = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = running.Gateway };
        stranger.DefaultRequestHeaders.Add("Origin", running.Gateway.GetLeftPart(UriPartial.Authority));
        using var answer = await stranger.PostAsync($"/portal/{Other}/meetings", new FormUrlEncodedContent([new("Form.On", "2027-01-01")]));
        ((int)answer.StatusCode).ShouldBe(302);
        answer.Headers.GetValues("Set-Cookie").ShouldNotContain(cookie => cookie.Contains("portal-kept", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_deep_link_is_reached_after_the_sign_in_and_a_form_sent_twice_is_done_once()
    {
        await using var browser = await Browser.StartAsync();
        var visit = await PortalVisit.BeginAsync(running, browser, $"coordinator@{Other}.example", to: $"{Other}/meetings");
        visit.Page.Url.ShouldEndWith($"/portal/{Other}/meetings");
        var day = Coming.Day(230);
        await visit.FillAsync("Tag", $"{day:yyyy-MM-dd}", "form:has([name='Form.On'])");
        // A double click: the same form goes out twice at once.
        var address = visit.Page.Url;
        var statuses = await visit.Page.EvaluateAsync<int[]>(
            """
            async () => {
                const form = document.querySelector("form:has([name='Form.On'])");
                const send = () => fetch(location.href, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
                return (await Promise.all([send(), send()])).map(answer => answer.status);
            }
            """
        );
        statuses.ShouldAllBe(status => status == 200 || status == 409);
        await visit.Page.GotoAsync(address);
        (await visit.TextAsync()).Split(day.In("de")).Length.ShouldBe(2, "the meeting is there once");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_goes_back_after_a_form_sees_the_page_again_and_sends_nothing(bool javaScript)
    {
        await using var browser = await Browser.StartAsync();
        var to = $"{Other}/meetings";
        var visit = await PortalVisit.BeginAsync(running, browser, $"coordinator@{Other}.example", javaScript: javaScript, to: to);
        var day = Coming.Day(javaScript ? 231 : 232);
        await visit.FillAsync("Tag", $"{day:yyyy-MM-dd}", "form:has([name='Form.On'])");
        await visit.PressAsync("Eintragen", day.In("de"));
        var sent = new List<string>();
        visit.Page.Request += (_, request) => sent.Add(request.Method);
        await visit.Page.GoBackAsync();
        await visit.Page.GoForwardAsync();
        await visit.Page.ReloadAsync();
        sent.ShouldNotContain("POST");
        (await visit.TextAsync()).Split(day.In("de")).Length.ShouldBe(2, "the meeting is there once");
    }

    [Fact]
    public async Task A_form_that_is_gone_and_a_day_that_is_none_are_said_in_words()
    {
        await using var browser = await Browser.StartAsync();
        var visit = await PortalVisit.BeginAsync(running, browser, $"coordinator@{Other}.example", to: $"{Other}/meetings");
        var gone = await visit.Page.EvaluateAsync<string>(
            """
            async () => {
                const sent = new URLSearchParams(new FormData(document.querySelector("form:has([name='Form.On'])")));
                sent.set('_handler', 'settled-meanwhile');
                const answer = await fetch(location.href, { method: 'POST', body: sent });
                return `${answer.status} ${await answer.text()}`;
            }
            """
        );
        gone.ShouldStartWith("400 ");
        gone.ShouldContain("Dieses Formular gibt es nicht mehr");
        gone.ShouldContain("<html");

        await visit.GoAsync($"{Other}/plan");
        await visit.Page.Locator("details:has(form) > summary").First.ClickAsync();
        await visit.FillAsync("Gesperrte Tage", "31.2.2027", "form:has([name='Form.BlockedDates'])");
        await visit.PressAsync("Plan vorschlagen", "„31.2.2027“ ist kein Tag");
        (await visit.Page.Locator("[aria-invalid=true]").GetAttributeAsync("name")).ShouldBe("Form.BlockedDates");
        (await visit.Page.Locator("[name='Form.BlockedDates']").InputValueAsync()).ShouldBe("31.2.2027");
    }

    /// <summary>As after hours: all that is left is that somebody has signed in here once.</summary>
    async Task ForgetSessionsAsync(IPage page)
    {
        var known = (await page.Context.CookiesAsync([page.Url])).Single(cookie => cookie.Name == "portal-known");
        await page.Context.ClearCookiesAsync();
        await page.Context.AddCookiesAsync([
            new()
            {
                Name = known.Name,
                Value = known.Value,
                Url = new Uri(running.Gateway, "/portal/").AbsoluteUri,
            },
        ]);
    }

    [Theory]
    [InlineData("health")]
    [InlineData("Health/")]
    [InlineData("ready")]
    public async Task Its_health_is_nobodys_outside(string path)
    {
        using var outside = new HttpClient();
        ((int)(await outside.GetAsync(new Uri(running.Gateway, $"/portal/{path}"))).StatusCode).ShouldBe(404);
    }
}
