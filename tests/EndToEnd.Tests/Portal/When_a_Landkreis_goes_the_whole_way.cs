using System.Globalization;
using Integrationskonzept.Testing;
using Integrationskonzept.Walkthrough;
using Integrationskonzept.Walkthrough.Steps;
using Microsoft.Playwright;

namespace Integrationskonzept.EndToEnd.Tests.Portal;

/// <summary>From an empty Landkreis to a published edition, by hand: each role in a browser of its own, in the portal alone.</summary>
public sealed class When_a_Landkreis_goes_the_whole_way(RunningPlatform running)
{
    const string Tenant = "portal-ganzer-weg",
        Need = "Abends fehlen Sprachkurse mit Kinderbetreuung.",
        Measure = "Sprachkurse am Abend";

    /// <summary>As the example, with two topic areas and two workshops.</summary>
    static readonly Papers Paper = Papers.OfLimburgWeilburg() with
    {
        Text = Papers
            .OfLimburgWeilburg()
            .Text.Replace("12 x 0,5-Tages-Workshops à ca. 500 € = 6.000 €", "2 x 0,5-Tages-Workshops à ca. 500 € = 1.000 €")
            .Replace("Gesamtkosten von ca. 7.000 €", "Gesamtkosten von ca. 2.000 €")
            .Replace("- Wohnen & Zusammenleben\n- Gesundheit & Pflege\n- Gesellschaftliche Teilhabe & Partizipation\n", "")
            .Replace("- Interkulturelle/vielfaltsorientierte Öffnung & Integrationsförderungen\n", ""),
    };

    static readonly DateOnly Committee = new(2023, 11, 16),
        Council = new(2023, 12, 15);

    [Fact]
    public async Task An_empty_Landkreis_gets_to_its_edition()
    {
        await Tenants.RegisterAsync(running.Platform, Tenant, "06534", $"Landkreis {Tenant}", "#5c1d3f");
        await using var browser = await Browser.StartAsync();
        var coordinator = await AsAsync(browser, "coordinator");
        var office = await AsAsync(browser, "council-office");
        var moderator = await AsAsync(browser, "moderator");
        var participant = await AsAsync(browser, "participant");
        var editor = await AsAsync(browser, "editor");

        await coordinator.GoAsync($"{Tenant}/papers/import");
        await coordinator.FillAsync("Text der Vorlage", Paper.Text);
        await coordinator.PressAsync("Einlesen", "Die Vorlage ist eingelesen");
        await DecideAsync(office, coordinator.Page.Url, (Paper.Committee, "angenommen"), (Paper.Council, "angenommen"));

        await UntilAsync(coordinator, $"{Tenant}/plan", Paper.Reference);
        await coordinator.PressAsync("Plan vorschlagen", "Ein Plan ist vorgeschlagen");
        (await coordinator.TextAsync()).ShouldContain("3 Veranstaltungen");
        await coordinator.PressAsync("Plan bestätigen", "Der Plan gilt");
        await HoldAsync(moderator);

        await UntilAsync(coordinator, $"{Tenant}/topic-areas", "Arbeit & Wirtschaft");
        foreach (var area in await LinksAsync(coordinator, $"{Tenant}/topic-areas", "main a[href*='/topic-areas/']"))
        {
            await UntilAsync(coordinator, area, "offen für Beiträge"); // by itself, as its workshop is near
            await ContributeAsync(participant, area);
            await RecordAsync(moderator, area);
            await moderator.GoAsync(area);
            await moderator.Page.GetByText("Themenfeld abschließen").ClickAsync();
            await moderator.PressAsync("Abschließen", "Das Themenfeld ist abgeschlossen");
        }

        await UntilAsync(editor, $"{Tenant}/concepts", Paper.Reference);
        var concept = (await LinksAsync(editor, $"{Tenant}/concepts", "main a[href*='/concepts/']")).ShouldHaveSingleItem();
        await UntilAsync(editor, concept, Measure);
        await WriteAsync(editor, concept);
        await SubmitAsync(coordinator, concept);
        await DecideAsync(office, coordinator.Page.Url, (Committee, "zur Kenntnis genommen"), (Council, "angenommen"));

        await UntilAsync(coordinator, $"{Tenant}/concepts", "Ausgabe 1");
        await coordinator.Page.GetByRole(AriaRole.Link, new() { Name = "Ausgabe 1" }).ClickAsync();
        await coordinator.Page.WaitForURLAsync($"**/{Tenant}/konzept/1");
        var edition = await coordinator.TextAsync();
        edition.ShouldContain(Measure);
        edition.ShouldContain(Need, Case.Sensitive, "the measure says what it came from");
        edition.ShouldContain("Integration ist eine Aufgabe der ganzen Gesellschaft.");
    }

    Task<PortalVisit> AsAsync(Browser browser, string role) => PortalVisit.BeginAsync(running, browser, $"{role}@{Tenant}.example");

    static async Task DecideAsync(PortalVisit office, string paper, params (DateOnly Day, string Outcome)[] decisions)
    {
        await office.GoAsync(PathOf(paper));
        foreach (var (day, outcome) in decisions)
        {
            await office.ChooseAsync("Ergebnis", outcome);
            await office.FillAsync("Entschieden am", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            await office.PressAsync("Entscheidung eintragen", "Die Entscheidung ist eingetragen.");
        }
        (await office.TextAsync()).ShouldContain("Beschlossen");
    }

    static async Task HoldAsync(PortalVisit moderator)
    {
        var events = await LinksAsync(moderator, $"{Tenant}/events", "main a[href*='/events/']");
        events.Count.ShouldBe(3);
        foreach (var address in events)
        {
            await moderator.GoAsync(address);
            await moderator.Page.GetByRole(AriaRole.Link, new() { Name = "Hat stattgefunden" }).ClickAsync();
            await moderator.FillAsync("Zivilgesellschaft", "17");
            await moderator.FillAsync("Politik", "4");
            await moderator.PressAsync("Eintragen", "Die Veranstaltung hat stattgefunden.");
        }
    }

    static async Task ContributeAsync(PortalVisit participant, string area)
    {
        await participant.GoAsync(area);
        await participant.ChooseAsync("Was ist es?", "Bedarf");
        await participant.FillAsync("Ihr Beitrag", Need);
        await participant.ChooseAsync("Gruppe", "Zivilgesellschaft");
        await participant.PressAsync("Beitrag senden", "Danke");
        await participant.Page.GetByLabel($"Punkte für „{Need}“").FillAsync("3");
        await participant.PressAsync("Punkte vergeben", "Punkte");
    }

    static async Task RecordAsync(PortalVisit moderator, string area)
    {
        await moderator.GoAsync($"{area}/record");
        await moderator.FillAsync("Ausgangslage", "Es gibt Kurse, aber nur am Vormittag.");
        await moderator.Page.Locator("[name='Form.Needs[0].Text']").FillAsync("Kurse, die Berufstätige besuchen können");
        await moderator.Page.Locator("[name='Form.Goals[0].Text']").FillAsync("Niemand wartet länger als einen Monat");
        await moderator.Page.Locator("[name='Form.Measures[0].Title']").FillAsync(Measure);
        await moderator.Page.Locator("[name='Form.Measures[0].Description']").FillAsync("Die Volkshochschule bietet sie an.");
        await moderator.Page.Locator("[name='Form.Measures[0].Owner']").FillAsync("Volkshochschule");
        // What each came from stands folded away below it.
        foreach (var source in await moderator.Page.Locator("input[type=checkbox][name*='Sources']").AllAsync())
            await source.EvaluateAsync("box => box.checked = true");
        await moderator.PressAsync("Speichern", "Gespeichert.");
    }

    static async Task WriteAsync(PortalVisit editor, string concept)
    {
        var chapter = (await LinksAsync(editor, concept, "main a[href*='/sections/']"))[0];
        await editor.GoAsync(chapter);
        await editor.FillAsync("Text (Markdown)", "Integration ist eine Aufgabe der **ganzen** Gesellschaft.");
        await editor.PressAsync("Vorschau", "noch nicht gespeichert");
        (await editor.Page.InnerTextAsync(".sheet strong")).ShouldBe("ganzen");
        await editor.PressAsync("Speichern", "Gespeichert.");
    }

    static async Task SubmitAsync(PortalVisit coordinator, string concept)
    {
        await coordinator.GoAsync(concept);
        await coordinator.FillAsync("Name des Standes", "Fassung für den Kreistag");
        await coordinator.PressAsync("Stand festhalten", "1. Fassung für den Kreistag");
        await coordinator.Page.GetByText("Vorlage zum Beschluss anlegen").ClickAsync();
        const string form = "form:has([name='Form.Reference'])";
        await coordinator.ChooseAsync("Stand", "1. Fassung für den Kreistag", form);
        await coordinator.FillAsync("Nummer der Vorlage", "VL-412/2023", form);
        await coordinator.FillAsync("Amt", "Sozialamt", form);
        await coordinator.FillAsync("Datum", "2023-10-20", form);
        foreach (
            var (number, organization, day, role) in new[]
            {
                (0, "Kreisausschuss", Committee, "Preparation"),
                (1, "Kreistag", Council, "Decision"),
            }
        )
        {
            await coordinator.Page.Locator($"[name='Form.Steps[{number}].Organization']").SelectOptionAsync(organization);
            await coordinator.Page.Locator($"[name='Form.Steps[{number}].Date']").FillAsync($"{day:yyyy-MM-dd}");
            await coordinator.Page.Locator($"[name='Form.Steps[{number}].Role']").SelectOptionAsync(role);
        }
        await coordinator.PressAsync("Vorlage anlegen", "VL-412/2023");
    }

    /// <summary>Looks again until the page says so: what one service did reaches the others by messages.</summary>
    static Task UntilAsync(PortalVisit visit, string path, string says) =>
        Eventually.TrueAsync(
            async () =>
            {
                await visit.GoAsync(path);
                return (await visit.TextAsync()).Contains(says, StringComparison.Ordinal);
            },
            $"{path} says “{says}”"
        );

    /// <summary>Where links lead, each once.</summary>
    static async Task<IReadOnlyList<string>> LinksAsync(PortalVisit visit, string path, string links)
    {
        await visit.GoAsync(path);
        var found = await visit.Page.Locator(links).EvaluateAllAsync<string[]>("all => all.map(link => link.href)");
        return [.. found.Select(PathOf).Distinct()];
    }

    static string PathOf(string address) => new Uri(address).AbsolutePath["/portal/".Length..];
}
