using Microsoft.Playwright;

namespace Integrationskonzept.EndToEnd.Tests.Portal;

/// <summary>From a draft to a thread, and from two contributions to one; without scripts.</summary>
public sealed class When_people_talk_about_contributions(RunningPlatform running)
{
    const string Tenant = Walkthrough.Walkthrough.Live;

    [Fact]
    public async Task A_draft_becomes_a_contribution_that_others_support_and_answer()
    {
        await using var browser = await Browser.StartAsync();
        var (author, other) = (await BeginAsync(browser, "participant"), await BeginAsync(browser, "moderator"));
        var area = await OpenAreaAsync(author);
        await author.FillAsync("Ihr Beitrag", "Am Samstag fehlt eine Sprechstunde im Kreishaus");
        await author.PressAsync("Als Entwurf speichern", "Ihr Entwurf");
        await author.GoAsync($"{Tenant}/mine");
        (await author.TextAsync()).ShouldContain("Entwurf, noch nicht gesendet");
        await author.Page.Locator("main a[href*='/drafts/']").Last.ClickAsync();
        await author.ChooseAsync("Gruppe", "Zivilgesellschaft");
        await author.FillAsync("In wenigen Worten", "Sprechstunde am Samstag");
        await author.PressAsync("Beitrag senden", "Danke");

        await author.Page.ClickAsync("main td a:has-text('Sprechstunde am Samstag')");
        await author.Page.WaitForURLAsync("**/contributions/*");
        var address = new Uri(author.Page.Url).AbsolutePath["/portal/".Length..];
        await author.Page.ClickAsync("text=Ändern oder zurückziehen");
        await author.FillAsync("Ihr Beitrag", "Am Samstag fehlt eine Sprechstunde im Kreishaus, auch auf Arabisch");
        await author.PressAsync("Speichern", "Gespeichert.");
        (await author.TextAsync()).ShouldContain("Frühere Fassungen");

        await other.GoAsync($"{area}?q=Sprechstunden");
        await other.Page.ClickAsync("main td a:has-text('Sprechstunde am Samstag')");
        await other.PressAsync("Unterstützen", "Nicht mehr unterstützen");
        await other.FillAsync("Ihr Kommentar", "Das wäre auch am Abend gut.", "form:has([name='Comment.Text'])");
        await other.PressAsync("Kommentieren", "Das wäre auch am Abend gut.");

        await author.GoAsync(address);
        await author.Page.ClickAsync("a[aria-label^='antworten auf']");
        await author.FillAsync("Ihre Antwort", "Ja, donnerstags.", "form:has([name='Comment.Text'])");
        await author.PressAsync("Antworten", "1 Antwort");
        await author.Page.ClickAsync("text=1 Antwort");
        (await author.TextAsync()).ShouldContain("Ja, donnerstags.");
        await author.Page.ClickAsync("text=Ändern oder zurückziehen");
        await author.FillAsync("Ihr Beitrag", "Doch anders");
        await author.PressAsync("Speichern", "Andere haben diesen Beitrag");
        (await author.Page.Locator("[name='Form.Text']").InputValueAsync()).ShouldBe("Doch anders");
    }

    [Fact]
    public async Task What_is_much_the_same_is_shown_before_it_is_sent_and_can_be_merged()
    {
        await using var browser = await Browser.StartAsync();
        var (author, moderator) = (await BeginAsync(browser, "participant"), await BeginAsync(browser, "moderator"));
        var area = await OpenAreaAsync(author);
        await ContributeAsync(author, "Ein Begegnungscafé im Bahnhof Wetzlar eröffnen");
        await author.GoAsync(area);
        await author.FillAsync("Ihr Beitrag", "Begegnungscafé am Bahnhof Wetzlar");
        await author.PressAsync("Ähnliches suchen", "Das steht hier schon so ähnlich.");
        (await author.Page.Locator("[name='Form.Text']").InputValueAsync()).ShouldBe("Begegnungscafé am Bahnhof Wetzlar");
        await author.ChooseAsync("Gruppe", "Zivilgesellschaft");
        await author.PressAsync("Beitrag senden", "Danke");

        await moderator.GoAsync($"{area}?q=Begegnungscaf%C3%A9&sort=newest");
        await moderator.Page.Locator("main td a").First.ClickAsync();
        await moderator.Page.ClickAsync("text=Mit einem anderen zusammenführen");
        await moderator
            .Page.Locator("[name='Merge.Into']")
            .SelectOptionAsync(new SelectOptionValue { Label = "Ein Begegnungscafé im Bahnhof Wetzlar eröffnen" });
        await moderator.PressAsync("Zusammenführen", "Dieser Beitrag steht jetzt für beide.");
        await author.GoAsync($"{Tenant}/mine");
        (await author.TextAsync()).ShouldContain("mit einem anderen zusammengeführt");
    }

    [Fact]
    public async Task Taken_back_it_is_gone()
    {
        await using var browser = await Browser.StartAsync();
        var author = await BeginAsync(browser, "participant");
        var area = await OpenAreaAsync(author);
        await ContributeAsync(author, "Nur ein Gedanke zwischendurch");
        await author.Page.ClickAsync("main td a:has-text('Nur ein Gedanke')");
        await author.Page.ClickAsync("text=Ändern oder zurückziehen");
        await author.Page.ClickAsync("summary:text-is('Zurückziehen')");
        await author.PressAsync("Endgültig: Zurückziehen", "Ihr Beitrag ist zurückgezogen");
        await author.GoAsync(area);
        (await author.TextAsync()).ShouldNotContain("Nur ein Gedanke");
    }

    Task<PortalVisit> BeginAsync(Browser browser, string role) =>
        PortalVisit.BeginAsync(running, browser, $"{role}@{Tenant}.example", javaScript: false, to: $"{Tenant}/topic-areas");

    static async Task<string> OpenAreaAsync(PortalVisit visit)
    {
        await visit.GoAsync($"{Tenant}/topic-areas");
        await visit.Page.Locator("main a[href*='/topic-areas/']").First.ClickAsync();
        return new Uri(visit.Page.Url).AbsolutePath["/portal/".Length..];
    }

    static async Task ContributeAsync(PortalVisit visit, string text)
    {
        await visit.FillAsync("Ihr Beitrag", text);
        await visit.ChooseAsync("Gruppe", "Zivilgesellschaft");
        await visit.PressAsync("Beitrag senden", "Danke");
    }
}
