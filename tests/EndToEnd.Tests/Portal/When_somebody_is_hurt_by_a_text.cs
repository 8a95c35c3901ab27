using Microsoft.Playwright;

namespace Integrationskonzept.EndToEnd.Tests.Portal;

/// <summary>
/// From a report to a decision, an appeal and its outcome: authors and those who report without scripts, who decides on a phone, by axe.
/// </summary>
public sealed class When_somebody_is_hurt_by_a_text(RunningPlatform running)
{
    const string Tenant = Walkthrough.Walkthrough.Live;

    [Fact]
    public async Task It_is_reported_hidden_appealed_and_shown_again()
    {
        await using var browser = await Browser.StartAsync();
        var (author, reporter) = (await BeginAsync(browser, "participant"), await BeginAsync(browser, "council-office"));
        var address = await ContributeAsync(author, "Die vom Amt haben doch keine Ahnung, Gruß aus der Rosengasse");
        await reporter.GoAsync(address);
        await reporter.Page.ClickAsync("text=Beitrag melden");
        await reporter.ChooseAsync("Was stimmt daran nicht?", "etwas anderes");
        await reporter.PressAsync("Melden", "Sagen Sie in eigenen Worten, worum es geht.");
        await reporter.ChooseAsync("Was stimmt daran nicht?", "beleidigt jemanden");
        await reporter.PressAsync("Melden", "Danke für den Hinweis.");

        var moderator = await BeginAsync(browser, "moderator", javaScript: true, width: 320);
        await OpenCaseAsync(moderator, "?caseKind=reported", "Rosengasse");
        await moderator.PressAsync("Ich sehe es mir an", "Der Fall ist für 30 Minuten bei Ihnen.");
        var coordinator = await BeginAsync(browser, "coordinator", javaScript: true);
        await coordinator.GoAsync(new Uri(moderator.Page.Url).AbsolutePath["/portal/".Length..]);
        await coordinator.PressAsync("Bleibt, wie es ist", "Jemand anderes sieht sich das gerade an.");
        await ExpectNoBarriersAsync(coordinator);
        await moderator.PressAsync("Ausblenden", "Nennen Sie den Grund");
        await ExpectNoBarriersAsync(moderator);
        await moderator.ChooseAsync("Grund, wenn Sie ausblenden", "beleidigt jemanden", "main form.fields");
        await moderator.FillAsync("An die Person, freundlich und kurz", "Bitte ohne Vorwürfe an einzelne.", "main form.fields");
        await moderator.PressAsync("Ausblenden", "Entschieden.");

        (await reporter.GoAsync(address))!.Status.ShouldBe(404);
        await reporter.GoAsync($"{Tenant}/mine");
        (await reporter.TextAsync()).ShouldContain("Wurde ausgeblendet. Danke für den Hinweis.");
        await author.GoAsync(address);
        (await author.TextAsync()).ShouldContain("Bitte ohne Vorwürfe an einzelne.");
        await author.Page.ClickAsync("main a:text-is('Widersprechen')");
        await author.FillAsync("Was dagegen spricht", "Ich meinte niemanden persönlich.");
        await author.PressAsync("Widerspruch senden", "Ihr Widerspruch ist eingegangen.");
        (await author.TextAsync()).ShouldContain("Der Widerspruch liegt vor.");

        await OpenCaseAsync(moderator, "?caseKind=appealed", "Rosengasse");
        (await moderator.TextAsync()).ShouldContain("Sie haben das erste Mal entschieden.");
        await OpenCaseAsync(coordinator, "?caseKind=appealed", "Rosengasse");
        await coordinator.Page.ClickAsync("text=Was bisher geschah");
        await ExpectNoBarriersAsync(coordinator);
        await coordinator.PressAsync("Wiederherstellen", "Entschieden.");
        (await reporter.GoAsync(address))!.Status.ShouldBe(200);
        foreach (var page in new[] { "", "?caseState=decided", "/rules", "/blocks", "/log" })
        {
            await coordinator.GoAsync($"{Tenant}/moderation{page}");
            await ExpectNoBarriersAsync(coordinator);
        }
        await coordinator.GoAsync($"{Tenant}/moderation/log");
        (await coordinator.TextAsync()).ShouldContain("wiederhergestellt");
    }

    [Fact]
    public async Task A_word_of_the_list_holds_a_text_until_it_is_published()
    {
        await using var browser = await Browser.StartAsync();
        var coordinator = await BeginAsync(browser, "coordinator", javaScript: true);
        await coordinator.GoAsync($"{Tenant}/moderation/rules");
        await coordinator.FillAsync("Wörter, die zuerst angesehen werden", "Zwiebelfisch");
        await coordinator.PressAsync("Speichern", "Gespeichert.");

        var author = await BeginAsync(browser, "participant");
        await OpenAreaAsync(author);
        await author.FillAsync("Ihr Beitrag", "So ein Zwiebelfisch im Rathaus");
        await author.ChooseAsync("Gruppe", "Zivilgesellschaft");
        await author.PressAsync("Beitrag senden", "Jemand sieht sich Ihren Text an, bevor alle ihn lesen können");
        (await author.TextAsync()).ShouldNotContain("So ein Zwiebelfisch im Rathaus");
        await author.GoAsync($"{Tenant}/mine");
        (await author.TextAsync()).ShouldContain("Der Text enthält ein Wort, das wir uns erst ansehen.");

        await OpenCaseAsync(coordinator, "?caseKind=held", "Zwiebelfisch");
        await coordinator.PressAsync("Veröffentlichen", "Entschieden.");
        await OpenAreaAsync(author, "?q=Zwiebelfisch");
        (await author.TextAsync()).ShouldContain("So ein Zwiebelfisch im Rathaus");
    }

    [Fact]
    public async Task A_comment_is_hidden_at_once_and_its_author_blocked_for_a_while()
    {
        await using var browser = await Browser.StartAsync();
        var (author, moderator) = (
            await BeginAsync(browser, "editor"),
            await BeginAsync(browser, "moderator", javaScript: true, width: 320)
        );
        var other = await BeginAsync(browser, "participant");
        var address = await ContributeAsync(other, "Ein Sprachcafé im Lindenhof");
        await author.GoAsync(address);
        await author.FillAsync("Ihr Kommentar", "Kauft lieber bei mir im Laden.", "main form:has([name='Comment.Text'])");
        await author.PressAsync("Kommentieren", "Kauft lieber bei mir im Laden.");

        await moderator.GoAsync(address);
        await moderator.Page.ClickAsync("main a[aria-label^='melden: „Kauft lieber']");
        await moderator.Page.ClickAsync("text=Gleich ausblenden");
        await ExpectNoBarriersAsync(moderator);
        await moderator.ChooseAsync("Grund: der Text", "wirbt für etwas");
        await moderator.PressAsync("Ausblenden", "Ausgeblendet.");
        await ExpectNoBarriersAsync(moderator);
        await other.GoAsync(address);
        (await other.TextAsync()).ShouldNotContain("Kauft lieber");

        await OpenCaseAsync(moderator, "?caseState=decided&item=comment", "Kauft lieber");
        await moderator.Page.ClickAsync("text=Die Person sperren");
        await moderator.ChooseAsync("Grund", "wirbt für etwas", "main form:has([name='Block.Reason'])");
        await moderator.PressAsync("Sperren", "Die Person ist gesperrt.");
        await author.GoAsync(address);
        await author.FillAsync("Ihr Kommentar", "Noch einmal", "main form:has([name='Comment.Text'])");
        await author.PressAsync("Kommentieren", "können Sie unter „Mein Bereich“ einmal widersprechen");
        await author.GoAsync($"{Tenant}/mine");
        (await author.TextAsync()).ShouldContain("Sie können zurzeit nicht beitragen");

        await moderator.GoAsync($"{Tenant}/moderation/blocks");
        await ExpectNoBarriersAsync(moderator);
        await moderator.Page.Locator("main summary:text-is('aufheben')").Last.ClickAsync();
        await moderator.PressAsync("ja, aufheben", "Die Sperre ist aufgehoben.");
        await author.GoAsync($"{Tenant}/mine");
        (await author.TextAsync()).ShouldNotContain("Sie können zurzeit nicht beitragen");
    }

    Task<PortalVisit> BeginAsync(Browser browser, string role, bool javaScript = false, int width = 1100) =>
        PortalVisit.BeginAsync(
            running,
            browser,
            $"{role}@{Tenant}.example",
            javaScript: javaScript,
            width: width,
            to: $"{Tenant}/topic-areas"
        );

    static async Task OpenAreaAsync(PortalVisit visit, string query = "")
    {
        await visit.GoAsync($"{Tenant}/topic-areas");
        await visit.Page.Locator("main a[href*='/topic-areas/']").First.ClickAsync();
        if (query.Length > 0)
            await visit.GoAsync($"{new Uri(visit.Page.Url).AbsolutePath["/portal/".Length..]}{query}");
    }

    /// <summary>Where it is.</summary>
    static async Task<string> ContributeAsync(PortalVisit visit, string text)
    {
        await OpenAreaAsync(visit);
        await visit.FillAsync("Ihr Beitrag", text);
        await visit.ChooseAsync("Gruppe", "Zivilgesellschaft");
        await visit.PressAsync("Beitrag senden", "Danke");
        await visit.Page.GotoAsync($"{visit.Page.Url.Split('?')[0]}?sort=newest");
        await visit.Page.ClickAsync($"main td a:has-text('{text}')");
        await visit.Page.WaitForURLAsync("**/contributions/*");
        return new Uri(visit.Page.Url).AbsolutePath["/portal/".Length..];
    }

    static async Task OpenCaseAsync(PortalVisit visit, string query, string text)
    {
        await visit.GoAsync($"{Tenant}/moderation{query}");
        await ExpectNoBarriersAsync(visit);
        await visit.Page.Locator($"main a:has-text('{text}')").Last.ClickAsync();
        await Assertions.Expect(visit.Page.Locator("main blockquote")).ToContainTextAsync(text);
    }

    static async Task ExpectNoBarriersAsync(PortalVisit visit)
    {
        (await Browser.BarriersAsync(visit.Page)).ShouldBeEmpty(visit.Page.Url);
        (await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > window.innerWidth")).ShouldBeFalse(visit.Page.Url);
    }
}
