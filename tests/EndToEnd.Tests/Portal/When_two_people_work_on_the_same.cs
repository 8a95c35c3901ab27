using Integrationskonzept.Testing;
using Integrationskonzept.Walkthrough;
using Integrationskonzept.Walkthrough.Steps;
using Microsoft.Playwright;

namespace Integrationskonzept.EndToEnd.Tests.Portal;

/// <summary>Two at once, or one in two tabs: nobody overwrites what they have not seen, and nobody does what is theirs no more.</summary>
public sealed class When_two_people_work_on_the_same(RunningPlatform running)
{
    static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);

    [Fact]
    public async Task Both_versions_of_a_paper_are_shown_and_the_second_decides()
    {
        const string tenant = "portal-zu-zweit";
        await using var browser = await Browser.StartAsync();
        var (one, other) = await TwoTabsAsync(browser, tenant, "06637", javaScript: true);
        await one.GoAsync($"{tenant}/papers/import");
        await one.FillAsync("Text der Vorlage", Papers.Beginning(tenant, Today).Text);
        await one.PressAsync("Einlesen", "Die Vorlage ist eingelesen");
        var correct = new Uri(one.Page.Url.Split('?')[0]).AbsolutePath["/portal/".Length..] + "/correct";

        await one.GoAsync(correct);
        await other.GoAsync(correct);
        await one.FillAsync("Betreff", "Auftrag, wie die eine ihn nennt");
        await one.PressAsync("Speichern", "Gespeichert.");
        await other.FillAsync("Betreff", "Auftrag, wie der andere ihn nennt");
        await other.PressAsync("Speichern", "Jetzt steht dort: Auftrag, wie die eine ihn nennt");
        (await other.Page.Locator("[name='Form.Subject']").InputValueAsync()).ShouldBe("Auftrag, wie der andere ihn nennt");
        (await other.Page.Locator(".stands-now").CountAsync()).ShouldBe(1, "only what differs");
        (await Browser.BarriersAsync(other.Page)).ShouldBeEmpty();
        await other.PressAsync("Speichern", "Gespeichert.");
        (await other.TextAsync()).ShouldContain("Auftrag, wie der andere ihn nennt");
    }

    [Fact]
    public async Task A_room_keeps_its_hours_and_is_not_removed_without_a_question()
    {
        const string tenant = "portal-raum";
        await using var browser = await Browser.StartAsync();
        var (one, other) = await TwoTabsAsync(browser, tenant, "06638");
        await one.GoAsync($"{tenant}/resources");
        const string form = "form:has([name='Venue.Name'])";
        await one.FillAsync("Name", "Bürgerhaus", form);
        await one.FillAsync("Plätze", "80", form);
        await one.FillAsync("Offen", "montags abends", form);
        await one.PressAsync("Raum aufnehmen", "„montags abends“ sagt nicht");
        await one.FillAsync("Offen", "Mo–Fr 08:00–20:00", form);
        await one.FillAsync("Geschlossen", "24.12.2029 – 01.01.2030", form);
        await one.PressAsync("Raum aufnehmen", "Bürgerhaus, 80 Plätze");

        await one.Page.ClickAsync("a[aria-label='ändern: Bürgerhaus']");
        await one.Page.WaitForURLAsync("**/venues/*");
        (await one.Page.Locator("[name='Venue.Hours']").InputValueAsync()).Split('\n').Length.ShouldBe(5);
        (await one.Page.Locator("[name='Venue.Closed']").InputValueAsync()).ShouldBe("2029-12-24 – 2030-01-01");
        await other.GoAsync(new Uri(one.Page.Url).AbsolutePath["/portal/".Length..]);
        await one.FillAsync("Plätze", "90");
        await one.PressAsync("Speichern", "Bürgerhaus, 90 Plätze");
        await other.FillAsync("Plätze", "70");
        await other.PressAsync("Speichern", "Jetzt steht dort: 90");
        await other.PressAsync("Speichern", "Bürgerhaus, 70 Plätze");

        await one.Page.ReloadAsync();
        await one.Page.ClickAsync("summary[aria-label='löschen: Bürgerhaus']");
        await one.PressAsync("ja, löschen", "Entfernt.");
        (await one.TextAsync()).ShouldNotContain("Bürgerhaus");
    }

    [Fact]
    public async Task A_role_that_was_taken_away_meanwhile_does_nothing_more()
    {
        const string tenant = "portal-rolle";
        await using var browser = await Browser.StartAsync();
        var (coordinator, _) = await TwoTabsAsync(browser, tenant, "06639");
        var office = await PortalVisit.BeginAsync(running, browser, $"council-office@{tenant}.example", javaScript: false);
        await office.GoAsync($"{tenant}/meetings");
        var day = Coming.Day(150);
        await office.FillAsync("Tag", $"{day:yyyy-MM-dd}", "form:has([name='Form.On'])");

        await coordinator.GoAsync($"{tenant}/members");
        await coordinator.Page.ClickAsync($"summary[aria-label='entfernen: council-office@{tenant}.example']");
        await coordinator.PressAsync("ja, entfernen", "Entfernt.");

        await office.Page.GetByRole(AriaRole.Button, new() { Name = "Eintragen" }).ClickAsync();
        var says = await office.Page.InnerTextAsync("body");
        says.ShouldContain("icht gefunden");
        says.ShouldNotContain("   at ");
        await coordinator.GoAsync($"{tenant}/meetings");
        (await coordinator.TextAsync()).ShouldNotContain(day.In("de"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task On_a_phone_the_areas_are_in_a_menu(bool javaScript)
    {
        await using var browser = await Browser.StartAsync();
        var visit = await PortalVisit.BeginAsync(
            running,
            browser,
            $"coordinator@{Walkthrough.Walkthrough.Whole}.example",
            javaScript: javaScript,
            width: 320,
            to: Walkthrough.Walkthrough.Whole
        );
        var events = visit.Page.Locator("#bereiche").GetByText("Veranstaltungen");
        (await events.IsVisibleAsync()).ShouldBeFalse();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Menü" }).ClickAsync();
        await events.ClickAsync();
        await visit.Page.WaitForURLAsync("**/events");
        await Assertions.Expect(events).ToBeHiddenAsync();
    }

    async Task<(PortalVisit One, PortalVisit Other)> TwoTabsAsync(
        Browser browser,
        string tenant,
        string districtKey,
        bool javaScript = false
    )
    {
        await Tenants.RegisterAsync(running.Platform, tenant, districtKey, $"Landkreis {tenant}", "#1d5c5c");
        var user = $"coordinator@{tenant}.example";
        return (
            await PortalVisit.BeginAsync(running, browser, user, javaScript: javaScript),
            await PortalVisit.BeginAsync(running, browser, user, javaScript: javaScript)
        );
    }
}
