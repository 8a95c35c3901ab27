using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Integrationskonzept.EndToEnd.Tests.Portal;

/// <summary>From the first question to the results that all see, in two languages, one of them right to left.</summary>
public sealed class When_people_answer_a_survey(RunningPlatform running)
{
    const string Tenant = Walkthrough.Walkthrough.Live,
        Coordinator = $"{Tenant}.coordinator";

    [Fact]
    public async Task A_survey_is_written_translated_opened_answered_and_counted()
    {
        await using var browser = await Browser.StartAsync();
        var title = $"Kurse {Guid.CreateVersion7():N}";
        var desk = await PortalVisit.BeginAsync(running, browser, $"coordinator@{Tenant}.example", to: $"{Tenant}/surveys/new");
        await desk.FillAsync("Titel", title);
        await desk.FillAsync("Text der Frage 1", "Besuchen Sie einen Kurs?");
        await desk.FillAsync("Antworten zur Wahl bei Frage 1", "Ja\nNein");
        await desk.Page.GetByLabel("Frage 1 muss beantwortet werden").CheckAsync();
        await desk.Page.GetByLabel("Alle mit dem Link können antworten").CheckAsync();
        await desk.FillAsync("Text der Frage 2", "Was hindert Sie?");
        await desk.ChooseAsync("Wie wird Frage 2 beantwortet?", "in eigenen Worten");
        await desk.Page.ClickAsync("summary:has-text('Mehr zu Frage 2')");
        var second = desk.Page.Locator("fieldset").Filter(new() { HasText = "Mehr zu Frage 2" });
        await second.GetByLabel("Nur stellen nach Frage Nr.").FillAsync("1");
        await second.GetByLabel("wenn dort eine dieser Antworten gewählt wurde").FillAsync("Vielleicht");
        await desk.PressAsync("Speichern", "steht nicht bei Frage 1");
        second = desk.Page.Locator("fieldset").Filter(new() { HasText = "Mehr zu Frage 2" });
        await second.GetByLabel("wenn dort eine dieser Antworten gewählt wurde").FillAsync("Nein");
        await desk.PressAsync("Speichern", "Gespeichert.");
        (await Browser.BarriersAsync(desk.Page)).ShouldBeEmpty();
        var id = new Uri(desk.Page.Url).AbsolutePath.Split('/')[^2];

        await desk.GoAsync($"{Tenant}/surveys/{id}/translate/ar");
        await desk.FillAsync(title, "دورات اللغة");
        await desk.FillAsync("Besuchen Sie einen Kurs?", "هل تحضر دورة؟");
        await desk.FillAsync("Ja", "نعم");
        await desk.FillAsync("Nein", "لا");
        (await Browser.BarriersAsync(desk.Page)).ShouldBeEmpty();
        await desk.PressAsync("Speichern", "Gespeichert.");
        await desk.PressAsync("Öffnen", "fehlt die Übersetzung (ar)");
        await desk.GoAsync($"{Tenant}/surveys/{id}/translate/ar");
        await desk.FillAsync("Was hindert Sie?", "ما الذي يمنعك؟");
        await desk.PressAsync("Speichern", "Gespeichert.");
        await desk.PressAsync("Öffnen", "Persönliche Links");
        (await Browser.BarriersAsync(desk.Page)).ShouldBeEmpty();
        var link = new Uri((await desk.Page.Locator("main a[href*='/join/']").GetAttributeAsync("href"))!);

        var lines = await LinksAsync(desk.Page);
        lines.Length.ShouldBe(51);
        // The page stays as it was: who presses once more, for other people, gets others.
        (await LinksAsync(desk.Page))
            .Skip(1)
            .Select(TokenOf)
            .Intersect(lines.Skip(1).Select(TokenOf))
            .ShouldBeEmpty();
        var personal = new Uri(lines[1].Trim('"').Split(';')[1].Trim('"'));

        await InArabicAsync(browser, link);
        await WithoutScriptsAsync(browser, personal);
        await WithAnAccountAsync(browser, id, title);
        for (var more = 0; more < 10; more++)
            (
                await running.Platform.TryAsync(
                    null,
                    HttpMethod.Put,
                    $"/api/v1/{Tenant}/survey-links/{TokenOf(lines[2 + more])}/answer",
                    new JsonObject
                    {
                        ["id"] = Guid.CreateVersion7().ToString(),
                        ["answers"] = new JsonArray(
                            new JsonObject { ["question"] = "q1", ["options"] = new JsonArray(more < 4 ? "o2" : "o1") }
                        ),
                    }
                )
            ).Status.ShouldBe(204);

        var late = await browser.OpenAsync(
            new Uri(running.Gateway, personal.PathAndQuery.Replace(TokenOf(lines[1]), TokenOf(lines[20]), StringComparison.Ordinal)),
            "de-DE",
            javaScript: false
        );
        await late.GetByLabel("Ja", new() { Exact = true }).CheckAsync();

        await desk.GoAsync($"{Tenant}/surveys/{id}/manage");
        await desk.Page.ClickAsync("summary:has-text('Jetzt schließen und auszählen')");
        await desk.PressAsync("Endgültig: Jetzt schließen und auszählen", "Die Umfrage ist geschlossen und ausgezählt.");
        await desk.PressAsync("Ergebnisse für alle veröffentlichen", "Ergebnisse zurücknehmen");
        (await Browser.BarriersAsync(desk.Page)).ShouldBeEmpty();

        // Who sends it after the end is told so and led to the results.
        await late.ClickAsync("main form button[type=submit]");
        await Assertions.Expect(late.Locator("main")).ToContainTextAsync("Diese Umfrage ist zu Ende.");
        await late.ClickAsync("main a:text-is('Ergebnisse')");
        await Assertions.Expect(late.Locator("main h1")).ToContainTextAsync(title);

        var anybody = await browser.OpenAsync(new Uri(running.Gateway, $"/portal/{Tenant}/surveys/{id}/results"), "en-GB", width: 320);
        (await Browser.BarriersAsync(anybody)).ShouldBeEmpty();
        var results = await anybody.Locator("main").InnerTextAsync();
        results.ShouldContain("13 people have answered.");
        results.ShouldContain("5 asked, (hidden) answered.");
        (await anybody.Locator("main svg[role=img] rect").CountAsync()).ShouldBe(2);
        (await anybody.Locator("main table tbody td").AllInnerTextsAsync()).ShouldBe(["8", "62 %", "5", "38 %"]);
        (await anybody.Locator("main table tbody th").AllInnerTextsAsync()).ShouldBe(["1. Ja", "2. Nein"]);
        await anybody.ClickAsync("main nav a[lang=ar]");
        await Assertions.Expect(anybody.Locator("main tbody th [lang=ar]").First).ToHaveTextAsync("نعم");
        (await Browser.BarriersAsync(anybody)).ShouldBeEmpty();
        (await anybody.EvaluateAsync<bool>("document.documentElement.scrollWidth > window.innerWidth")).ShouldBeFalse();
    }

    static async Task<string[]> LinksAsync(IPage page)
    {
        var download = await page.RunAndWaitForDownloadAsync(() =>
            page.GetByRole(AriaRole.Button, new() { Name = "Links machen (CSV)" }).ClickAsync()
        );
        return await File.ReadAllLinesAsync((await download.PathAsync())!);
    }

    static string TokenOf(string line) => line.Trim('"').Split('/')[^1];

    /// <summary>From right to left, and the second question only once it is for this person.</summary>
    async Task InArabicAsync(Browser browser, Uri link)
    {
        var phone = await browser.OpenAsync(new Uri(running.Gateway, $"{link.PathAndQuery}?lang=ar"), "de-DE", width: 320);
        await Assertions.Expect(phone.Locator("main [lang=ar][dir=rtl] h1")).ToHaveTextAsync("دورات اللغة");
        var second = phone.Locator("[data-question=q2]");
        await Assertions.Expect(second).ToBeHiddenAsync();
        (await Browser.BarriersAsync(phone)).ShouldBeEmpty();
        await phone.ClickAsync("main form button[type=submit]");
        await Assertions.Expect(phone.Locator("[data-question=q1] .kern-error [lang=ar]")).ToHaveTextAsync("هذا السؤال يحتاج إلى إجابة.");
        await Assertions.Expect(phone.Locator("main [role=alert]")).ToContainTextAsync("يرجى مراجعة إجاباتك");
        (await Browser.BarriersAsync(phone)).ShouldBeEmpty();
        await phone.GetByLabel("لا", new() { Exact = true }).CheckAsync();
        await Assertions.Expect(second).ToBeVisibleAsync();
        await second.Locator("textarea").FillAsync("الحافلة");
        (await Browser.BarriersAsync(phone)).ShouldBeEmpty();
        (await phone.EvaluateAsync<bool>("document.documentElement.scrollWidth > window.innerWidth")).ShouldBeFalse();
        await phone.ClickAsync("main form button[type=submit]");
        await Assertions.Expect(phone.Locator("main")).ToContainTextAsync("شكرًا لك");
        (await Browser.BarriersAsync(phone)).ShouldBeEmpty();
        await phone.GotoAsync(new Uri(running.Gateway, link.PathAndQuery).AbsoluteUri);
        await Assertions.Expect(phone.Locator("main")).ToContainTextAsync("Hier wurde schon geantwortet.");
    }

    /// <summary>All questions are there and say for whom; what is wrong is told at its question; the link is good once.</summary>
    async Task WithoutScriptsAsync(Browser browser, Uri link)
    {
        var page = await browser.OpenAsync(new Uri(running.Gateway, link.PathAndQuery), "de-DE", javaScript: false);
        await Assertions.Expect(page.Locator("[data-question=q2]")).ToContainTextAsync("Nur, wenn Sie bei Frage 1 gewählt haben: „Nein“");
        await page.ClickAsync("main form button[type=submit]");
        await Assertions.Expect(page.Locator("[data-question=q1] .kern-error")).ToContainTextAsync("Diese Frage braucht eine Antwort.");
        await page.GetByLabel("Ja", new() { Exact = true }).CheckAsync();
        await page.Locator("[data-question=q2] textarea").FillAsync("Das zählt nicht.");
        var form = page.Context.APIRequest.CreateFormData();
        foreach (var hidden in await page.Locator("main form input[type=hidden]").AllAsync())
            form.Set((await hidden.GetAttributeAsync("name"))!, (await hidden.GetAttributeAsync("value"))!);
        form.Set("a.q1", "o1");
        var second = await page.Context.NewPageAsync();
        await second.GotoAsync(new Uri(running.Gateway, link.PathAndQuery).AbsoluteUri);
        await page.ClickAsync("main form button[type=submit]");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Danke, Ihre Antwort ist angekommen.");
        await Assertions.Expect(page.Locator("main a:has-text('Hier stehen dann die Ergebnisse')")).ToBeVisibleAsync();
        // The same form once more is the same answer; another one is refused on the page.
        var again = await page.Context.APIRequest.PostAsync(
            new Uri(running.Gateway, link.PathAndQuery).AbsoluteUri,
            new() { Form = form, MaxRedirects = 0 }
        );
        (again.Status, again.Headers["location"]).ShouldSatisfyAllConditions(
            one => one.Status.ShouldBe(302),
            one => one.Item2.ShouldContain("done=answered")
        );
        await second.GetByLabel("Ja", new() { Exact = true }).CheckAsync();
        await second.ClickAsync("main form button[type=submit]");
        await Assertions.Expect(second.Locator("main [role=alert]")).ToContainTextAsync("Hier wurde schon geantwortet.");
        await page.GotoAsync(new Uri(running.Gateway, link.PathAndQuery).AbsoluteUri);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Hier wurde schon geantwortet.");
        (await page.Context.CookiesAsync()).ShouldNotContain(cookie => cookie.Name == "survey-key", "a personal link needs none");
    }

    async Task WithAnAccountAsync(Browser browser, string id, string title)
    {
        var guest = await PortalVisit.BeginAsync(running, browser, $"participant@{Tenant}.example", width: 320, to: $"{Tenant}/surveys");
        (await Browser.BarriersAsync(guest.Page)).ShouldBeEmpty();
        await guest.Page.ClickAsync($"main a:text-is('{title}')");
        await guest.Page.GetByLabel("Ja", new() { Exact = true }).CheckAsync();
        (await Browser.BarriersAsync(guest.Page)).ShouldBeEmpty();
        await guest.PressAsync("Antwort senden", "Danke, Ihre Antwort ist angekommen.");
        await guest.GoAsync($"{Tenant}/surveys/{id}");
        (await guest.TextAsync()).ShouldContain("Hier wurde schon geantwortet.");
    }
}
