using System.Globalization;
using System.Text.Json.Nodes;
using Integrationskonzept.Testing;
using Integrationskonzept.Walkthrough;
using Integrationskonzept.Walkthrough.Steps;

namespace Integrationskonzept.EndToEnd.Tests.Portal;

public sealed class When_a_Landkreis_works_in_the_portal(RunningPlatform running)
{
    static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);

    [Theory]
    [InlineData("portal-mit-skript", true)]
    [InlineData("portal-ohne-skript", false)]
    public async Task From_the_paper_to_a_confirmed_plan_with_registrations(string tenant, bool javaScript)
    {
        await Tenants.RegisterAsync(running.Platform, tenant, javaScript ? "06635" : "06636", $"Landkreis {tenant}", "#1d5c5c");
        var paper = Papers.Beginning(tenant, Today);
        await using var browser = await Browser.StartAsync();
        var coordinator = await PortalVisit.BeginAsync(running, browser, $"coordinator@{tenant}.example", javaScript: javaScript);
        (await coordinator.TextAsync()).ShouldContain("Vorlage einlesen", Case.Sensitive, "the way begins here");

        await coordinator.GoAsync($"{tenant}/papers/import");
        await coordinator.FillAsync("Text der Vorlage", paper.Text);
        await coordinator.PressAsync("Einlesen", "Die Vorlage ist eingelesen");
        (await coordinator.TextAsync()).ShouldContain("7.000,00 €");
        var address = coordinator.Page.Url.Split('?')[0];

        var url = $"/api/v1/{tenant}/papers/{address.Split('/')[^1]}";
        var before = (await running.Platform.GetAsync($"{tenant}.coordinator", url))["content"]!;

        // What was understood is corrected, and nothing that was typed is lost where it is refused.
        await coordinator.GoAsync(new Uri(address).AbsolutePath["/portal/".Length..] + "/correct");
        await coordinator.FillAsync("Betreff", "Auftrag, berichtigt");
        await coordinator.FillAsync("Nummer", " ");
        await coordinator.PressAsync("Speichern", "Eingabe unvollständig oder falsch");
        (await coordinator.Page.Locator("[aria-invalid=true]").GetAttributeAsync("name")).ShouldBe("Form.Reference");
        (await coordinator.Page.Locator("[name='Form.Subject']").InputValueAsync()).ShouldBe("Auftrag, berichtigt");
        coordinator.Page.Url.ShouldEndWith("/correct");
        await coordinator.FillAsync("Nummer", paper.Reference);
        await coordinator.PressAsync("Speichern", "Gespeichert.");
        var after = (await running.Platform.GetAsync($"{tenant}.coordinator", url))["content"]!;
        before["subject"] = "Auftrag, berichtigt";
        JsonNode.DeepEquals(after, before).ShouldBeTrue($"what nobody touched stays as it was:\n{before}\n{after}");

        await DecideAsync(browser, tenant, address, paper, javaScript);

        await coordinator.GoAsync($"{tenant}/resources");
        await coordinator.FillAsync("Name", "Kreishaus", "form:has([name='Venue.Name'])");
        await coordinator.FillAsync("Plätze", "120", "form:has([name='Venue.Name'])");
        await coordinator.PressAsync("Raum aufnehmen", "Kreishaus, 120 Plätze");

        await Eventually.TrueAsync(
            async () =>
            {
                await coordinator.GoAsync($"{tenant}/plan");
                return (await coordinator.TextAsync()).Contains(paper.Reference, StringComparison.Ordinal);
            },
            "the mandate can be planned"
        );
        await coordinator.PressAsync("Plan vorschlagen", "Ein Plan ist vorgeschlagen");
        (await coordinator.TextAsync()).ShouldContain("13 Veranstaltungen");
        await coordinator.Page.Locator("summary:text-is('Warum dieser Tag?')").First.ClickAsync();
        (await coordinator.TextAsync()).ShouldContain("Die Vorbereitung dauert bis");
        await coordinator.PressAsync("Plan bestätigen", "Der Plan gilt");

        await coordinator.Page.Locator("main table a").Last.ClickAsync();
        await coordinator.Page.WaitForURLAsync($"**/{tenant}/events/*");
        var workshop = new Uri(coordinator.Page.Url).AbsolutePath["/portal/".Length..];
        await coordinator.GoAsync($"{workshop}/registration");
        await coordinator.FillAsync("Plätze", "30");
        await coordinator.PressAsync("Speichern", "Gespeichert.");

        var participant = await PortalVisit.BeginAsync(running, browser, $"participant@{tenant}.example", javaScript: javaScript);
        await participant.GoAsync(workshop);
        await participant.ChooseAsync("Ich komme für", "Migrantenorganisation");
        await participant.FillAsync("Organisation", "Interkultureller Verein");
        await participant.PressAsync("Anmelden", "Sie sind angemeldet.");

        await coordinator.GoAsync($"{workshop}/registrations");
        (await coordinator.TextAsync()).ShouldContain("Interkultureller Verein");
    }

    async Task DecideAsync(Browser browser, string tenant, string address, Papers paper, bool javaScript)
    {
        var office = await PortalVisit.BeginAsync(running, browser, $"council-office@{tenant}.example", javaScript: javaScript);
        await office.GoAsync(new Uri(address).AbsolutePath["/portal/".Length..]);
        foreach (var day in new[] { paper.Committee, paper.Council })
        {
            await office.ChooseAsync("Ergebnis", "angenommen");
            await office.FillAsync("Entschieden am", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            await office.PressAsync("Entscheidung eintragen", "Die Entscheidung ist eingetragen.");
        }
        (await office.TextAsync()).ShouldContain("Beschlossen");
    }
}
