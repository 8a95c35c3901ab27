using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Integrationskonzept.EndToEnd.Tests.Portal;

/// <summary>The moderation at its desk, the screen, and phones without an account.</summary>
public sealed class When_a_workshop_uses_a_board(RunningPlatform running)
{
    const string Tenant = Walkthrough.Walkthrough.Live,
        Moderator = $"{Tenant}.moderator";

    // Only what fails waits that long, also on a busy machine.
    static readonly float Patience = (float)Testing.Eventually.Patience.TotalMilliseconds;
    static readonly LocatorAssertionsToContainTextOptions Long = new() { Timeout = Patience };
    static readonly LocatorAssertionsToHaveTextOptions Still = new() { Timeout = Patience };
    static readonly LocatorAssertionsToBeHiddenOptions Hidden = new() { Timeout = Patience };

    [Theory]
    [InlineData("de-DE")]
    [InlineData("en-GB")]
    public async Task A_card_from_a_phone_appears_on_the_screen_by_itself(string locale)
    {
        await using var browser = await Browser.StartAsync();
        var isGerman = locale == "de-DE";
        string Say(string german, string english) => isGerman ? german : english;
        var desk = await PortalVisit.BeginAsync(running, browser, $"moderator@{Tenant}.example", locale, to: $"{Tenant}/topic-areas");
        await desk.Page.Locator("main a[href*='/topic-areas/']").First.ClickAsync();
        await desk.Page.ClickAsync($"text={Say("Live-Boards für Workshops", "Live boards of workshops")}");
        await desk.ChooseAsync(Say("Methode", "Method"), Say("Punkten", "Dot voting"));
        await desk.FillAsync(Say("Titel", "Title"), $"Abend {locale}");
        await BarriersAsync(desk.Page);
        await desk.PressAsync(Say("Vorbereiten", "Prepare"), Say("noch nicht gestartet", "not started yet"));
        await desk.PressAsync(Say("Starten", "Start"), Say("Anhalten", "Freeze"));
        var address = new Uri(desk.Page.Url).AbsolutePath["/portal/".Length..].Split('?')[0];

        var screen = await desk.Page.Context.NewPageAsync();
        await screen.GotoAsync(new Uri(running.Gateway, $"/portal/{address}/screen").AbsoluteUri);
        var code = screen.Locator("img.board-qr");
        (await code.EvaluateAsync<bool>("async image => { await image.decode(); return image.naturalWidth > 0 }")).ShouldBeTrue();
        var link = new Uri((await screen.Locator(".board-link a").GetAttributeAsync("href"))!);

        var phone = await browser.OpenAsync(new Uri(running.Gateway, link.PathAndQuery), locale, width: 320);
        await SaysAsync(phone, Say("Neue Karten erscheinen von selbst.", "New cards appear by themselves."));
        await phone.GetByLabel(Say("Ihre Karte", "Your card")).FillAsync("Mehr Busse am Abend");
        await phone.Keyboard.PressAsync("Tab");
        await phone.GetByRole(AriaRole.Button, new() { Name = Say("Karte senden", "Send the card") }).PressAsync("Enter");
        await SaysAsync(phone, Say("Ihre Karte steht auf dem Board.", "Your card is on the board."));
        await Assertions.Expect(screen.Locator(".board-card")).ToContainTextAsync("Mehr Busse am Abend", Long);
        await phone.Locator(".board-card [name=More]").ClickAsync();
        await Assertions.Expect(screen.Locator("[data-dots]")).ToHaveTextAsync("1", Still);
        await Assertions.Expect(desk.Page.Locator(".board-card")).ToContainTextAsync("Mehr Busse am Abend", Long);
        foreach (var page in new[] { desk.Page, screen, phone })
            await BarriersAsync(page);

        await desk.Page.CheckAsync(".board-card input");
        await desk.FillAsync(Say("Überschrift der Gruppe", "Title of the group"), "Verkehr", "main form:has(.board-columns)");
        await desk.PressAsync(Say("Gruppieren", "Group"), "Verkehr");
        await desk.PressAsync(Say("Anhalten", "Freeze"), Say("Weiterlaufen lassen", "Let it run on"));
        await Assertions.Expect(phone.Locator("form[data-write]")).ToBeHiddenAsync(Hidden);
        await desk.Page.CheckAsync(".board-card input");
        await desk.PressAsync(
            Say("Als Beiträge übernehmen", "Take over as contributions"),
            Say("Die Karten sind als Beiträge übernommen.", "The cards are taken over as contributions.")
        );
        await desk.Page.ClickAsync($"text={Say("übernommen als Beitrag", "taken over as a contribution")}");
        await Assertions.Expect(desk.Page.Locator("main")).ToContainTextAsync(Say("Von einem Live-Board", "From a live board"), Long);
        await desk.GoAsync(address);
        await desk.Page.ClickAsync($"summary:text-is('{Say("Board schließen", "Close the board")}')");
        await desk.PressAsync(Say("Endgültig: Board schließen", "For good: Close the board"), Say("geschlossen", "closed"));
        await SaysAsync(phone, Say("zu Ende", "is over"));
    }

    [Fact]
    public async Task Without_scripts_the_board_is_a_page_with_a_form()
    {
        await using var browser = await Browser.StartAsync();
        var (board, link) = await ARunningBoardAsync();
        var phone = await browser.OpenAsync(link, javaScript: false, width: 320);
        await phone.GetByLabel("Ihre Karte").FillAsync("Ein Treffpunkt\nim Dorf");
        await phone.GetByLabel("Wohin?").SelectOptionAsync(new SelectOptionValue { Label = "Alltag" });
        await phone.ClickAsync("button:has-text('Karte senden')");
        await SaysAsync(phone, "Ihre Karte steht auf dem Board.");
        await Assertions.Expect(phone.Locator("section:has(h2:text-is('Alltag')) .board-card")).ToContainTextAsync("Ein Treffpunkt", Long);
        await phone.ClickAsync("[name=More]");
        await Assertions.Expect(phone.Locator("[data-left]")).ToHaveTextAsync("2", Still);
        await phone.ClickAsync("[name=Less]");
        await Assertions.Expect(phone.Locator("[data-left]")).ToHaveTextAsync("3", Still);

        var other = await browser.OpenAsync(link, javaScript: false);
        await Assertions.Expect(other.Locator(".board-card")).ToContainTextAsync("Ein Treffpunkt", Long);
        await Assertions.Expect(other.Locator("[name=Back]")).ToBeHiddenAsync(Hidden);
        await phone.ClickAsync("[name=Back]");
        await SaysAsync(phone, "Ihre Karte ist zurückgenommen.");
        (await phone.EvaluateAsync<bool>("document.documentElement.scrollWidth > window.innerWidth")).ShouldBeFalse();

        await running.Platform.PostAsync(Moderator, $"{board}/close", null);
        await phone.ReloadAsync();
        await Assertions.Expect(phone.Locator("h1")).ToHaveTextAsync("Dieser Link gilt nicht mehr", Still);
    }

    async Task<(string Board, Uri Link)> ARunningBoardAsync()
    {
        var areas = (await running.Platform.GetAsync(Moderator, $"/api/v1/{Tenant}/topic-areas"))["items"]!.AsArray();
        var open = areas.First(area => $"{area!["state"]}" == "open")!;
        var made = await running.Platform.PostAsync(
            Moderator,
            $"/api/v1/{Tenant}/topic-areas/{open["id"]}/boards",
            new JsonObject
            {
                ["method"] = "needs",
                ["title"] = "Ohne Skripte",
                ["columns"] = new JsonArray(new JsonObject { ["title"] = "Kurse" }, new JsonObject { ["title"] = "Alltag" }),
                ["dotsPerPerson"] = 3,
            }
        );
        var board = $"/api/v1/{Tenant}/boards/{made["id"]}";
        await running.Platform.PostAsync(Moderator, $"{board}/start", null);
        var link = await running.Platform.GetAsync(Moderator, $"{board}/link");
        return (board, new(running.Gateway, new Uri($"{link["url"]}").PathAndQuery));
    }

    static async Task BarriersAsync(IPage page) => (await Browser.BarriersAsync(page)).ShouldBeEmpty();

    static Task SaysAsync(IPage page, string text) => Assertions.Expect(page.Locator("[data-status]")).ToContainTextAsync(text, Long);
}
