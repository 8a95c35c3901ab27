using System.Globalization;
using Integrationskonzept.Testing;
using Microsoft.Playwright;

namespace Integrationskonzept.EndToEnd.Tests.Portal;

/// <summary>Money, polls, mails, organisations and operation, in the browser and without scripts.</summary>
public sealed class When_the_rest_is_done_in_the_portal(RunningPlatform running)
{
    const string Tenant = Walkthrough.Walkthrough.Live;

    Task<PortalVisit> SignInAsync(Browser browser, string userName) =>
        PortalVisit.BeginAsync(
            running,
            browser,
            userName,
            javaScript: false,
            to: userName.StartsWith("operator", StringComparison.Ordinal) ? "operators" : ""
        );

    Task<PortalVisit> CoordinatorAsync(Browser browser) => SignInAsync(browser, $"coordinator@{Tenant}.example");

    [Fact]
    public async Task An_order_is_entered_billed_and_removed_and_who_saves_second_sees_what_stands()
    {
        await using var browser = await Browser.StartAsync();
        var (one, other) = (await CoordinatorAsync(browser), await CoordinatorAsync(browser));
        await one.GoAsync($"{Tenant}/budget");
        await one.Page.Locator("main li a").First.ClickAsync();
        await one.Page.ClickAsync("text=Posten eintragen");
        await one.FillAsync("Was genau", "Plakate");
        await one.FillAsync("Bestellt (€)", "zwölf");
        await one.PressAsync("Eintragen", "Eingabe nicht lesbar");
        (await one.Page.Locator("[aria-invalid=true]").First.GetAttributeAsync("name")).ShouldBe("Form.Committed");
        await one.FillAsync("Bestellt (€)", "12,50");
        await one.PressAsync("Eintragen", "Gespeichert.");
        (await one.TextAsync()).ShouldContain("bestellt 12,50 €");

        await one.Page.ClickAsync("text=Plakate");
        await one.Page.WaitForURLAsync("**/items/*");
        await other.GoAsync(new Uri(one.Page.Url).AbsolutePath["/portal/".Length..]);
        await one.FillAsync("Abgerechnet (€)", "11");
        await one.PressAsync("Speichern", "Gespeichert.");
        await other.FillAsync("Abgerechnet (€)", "99");
        await other.PressAsync("Speichern", "Jetzt steht dort: 11");
        (await other.Page.Locator("[name='Form.Actual']").InputValueAsync()).ShouldBe("99");
        await other.Page.ClickAsync("text=Posten entfernen");
        await other.PressAsync("Endgültig: Posten entfernen", "Entfernt.");

        await one.GoAsync($"{Tenant}/budget");
        await one.Page.Locator("main li a").First.ClickAsync();
        await one.Page.ClickAsync("text=Wer das Geld gibt");
        await one.FillAsync("Name (1)", "Land Hessen, Programm WIR");
        await one.FillAsync("oder Anteil in % (1)", "neunzig");
        await one.PressAsync("Speichern", "Eingabe nicht lesbar");
        await one.FillAsync("oder Anteil in % (1)", "90");
        await one.PressAsync("Speichern", "Land Hessen, Programm WIR");
    }

    [Fact]
    public async Task A_poll_is_opened_asked_changed_and_withdrawn()
    {
        await using var browser = await Browser.StartAsync();
        var coordinator = await CoordinatorAsync(browser);
        await coordinator.GoAsync($"{Tenant}/polls/new");
        await coordinator.FillAsync("Name der Veranstaltung", "Runde der Vereine");
        await coordinator.FillAsync("Antworten bis", Coming.Day(20).At("12:00"));
        foreach (var (line, ahead) in new[] { (1, 50), (2, 51) })
        {
            await coordinator.FillAsync($"Tag {line}", Coming.Day(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            await coordinator.FillAsync($"von ({line})", "18:00");
            await coordinator.FillAsync($"bis ({line})", "20:00");
        }
        await coordinator.Page.GetByRole(AriaRole.Button, new() { Name = "Weitere Termine" }).ClickAsync();
        await coordinator.Page.WaitForSelectorAsync("[name='Form.Dates[4].Day']");
        await coordinator.PressAsync("Umfrage beginnen", "Gespeichert.");

        var address = $"{Guid.CreateVersion7():N}@verein.example";
        await coordinator.FillAsync("Mailadressen", address);
        await coordinator.PressAsync("Fragen", "Die Einladung ist unterwegs.");
        await running.Mails.ToAsync(address);
        await coordinator.FillAsync("Antworten bis", Coming.Day(25).At("12:00"), "form:has([name='Change.Deadline'])");
        await coordinator.PressAsync("Speichern", "Gespeichert.");
        (await coordinator.TextAsync()).ShouldContain(Coming.Day(25).In("de"));
        await coordinator.Page.ClickAsync("text=Umfrage zurückziehen");
        await coordinator.PressAsync("Endgültig zurückziehen", "Die Umfrage ist zurückgezogen.");
    }

    [Fact]
    public async Task Reminders_and_the_sender_are_set_and_a_test_mail_goes_out()
    {
        await using var browser = await Browser.StartAsync();
        var coordinator = await CoordinatorAsync(browser);
        await coordinator.GoAsync($"{Tenant}/mail/reminders");
        await coordinator.FillAsync("Tage (1)", "9");
        await coordinator.PressAsync("Speichern", "Gespeichert.");
        (await coordinator.Page.Locator("[name='Form.Rules[0].Days']").InputValueAsync()).ShouldBe("9");

        await coordinator.GoAsync($"{Tenant}/mail/sender");
        await coordinator.FillAsync("Name, wie ihn alle lesen", "WIR-Vielfaltszentrum");
        await coordinator.FillAsync("Mailadresse, von der Mails kommen", "wir@lahn-dill.example");
        await coordinator.PressAsync("Speichern", "Gespeichert.");
        var address = $"{Guid.CreateVersion7():N}@lahn-dill.example";
        await coordinator.FillAsync("An", address, "form:has([name=To])");
        await coordinator.PressAsync("Probemail senden", "Die Probemail ist angenommen");
        await running.Mails.ToAsync(address);
        await coordinator.Page.ClickAsync("text=Wieder die Plattform schreiben lassen");
        await coordinator.PressAsync("Vergessen", "Im Moment schreibt die Plattform");
    }

    [Fact]
    public async Task An_organisation_gets_those_who_speak_for_it()
    {
        await using var browser = await Browser.StartAsync();
        var coordinator = await CoordinatorAsync(browser);
        await coordinator.GoAsync($"{Tenant}/organisations");
        await coordinator.FillAsync("Name", "Sprachcafé");
        await coordinator.FillAsync("Wer in ihrem Namen beiträgt", "niemand@anderswo.example");
        await coordinator.PressAsync("Aufnehmen", "niemand@anderswo.example ist kein Mitglied");
        await coordinator.FillAsync("Wer in ihrem Namen beiträgt", $"participant@{Tenant}.example");
        await coordinator.PressAsync("Aufnehmen", "Gespeichert.");
        await coordinator.Page.ClickAsync("text=Sprachcafé");
        (await coordinator.Page.Locator("[name='Form.Delegates']").InputValueAsync()).ShouldBe($"participant@{Tenant}.example");
        await coordinator.FillAsync("Name", "Sprachcafé Mitte");
        await coordinator.PressAsync("Speichern", "Sprachcafé Mitte");
    }

    [Fact]
    public async Task Operators_share_a_venue_change_a_Landkreis_and_plan_several_together()
    {
        await using var browser = await Browser.StartAsync();
        var operators = await SignInAsync(browser, "operator@platform.example");
        await operators.GoAsync("operators/shared/venues/new");
        await operators.FillAsync("Name", "Stadthalle");
        await operators.FillAsync("Plätze", "200");
        await operators.FillAsync("Wer buchen darf", $"{Tenant}, {Walkthrough.Walkthrough.Silent}");
        await operators.PressAsync("Speichern", "Stadthalle");
        await operators.Page.ClickAsync("text=Stadthalle");
        await operators.Page.ClickAsync("summary:text('Entfernen')");
        await operators.PressAsync("Endgültig: Entfernen", "Entfernt.");

        await operators.GoAsync($"operators/tenants/{Tenant}");
        var colour = await operators.Page.Locator("[name='Form.Color']").InputValueAsync();
        await operators.FillAsync("Farbe", "#ffffff");
        await operators.PressAsync("Speichern", "4,5:1");
        await operators.FillAsync("Farbe", colour);
        await operators.PressAsync("Speichern", "Gespeichert.");

        await operators.GoAsync("operators/planning");
        await operators.Page.Locator($"[value='{Walkthrough.Walkthrough.Silent}']").CheckAsync();
        await operators.FillAsync("Höchstens so viele Sekunden", "5");
        await operators.PressAsync("Planungslauf starten", "Der Planungslauf ist gestartet.");
        await Eventually.TrueAsync(
            async () =>
            {
                await operators.Page.ReloadAsync();
                return (await operators.TextAsync()).Contains("1 von 1", StringComparison.Ordinal);
            },
            "the run has an answer for the Landkreis"
        );
    }

    [Fact]
    public async Task A_Landkreis_says_itself_what_is_said_of_it_and_lists_are_searched()
    {
        await using var browser = await Browser.StartAsync();
        var coordinator = await CoordinatorAsync(browser);
        await coordinator.GoAsync($"{Tenant}/settings");
        await coordinator.FillAsync("Zentrum", "WIR-Vielfaltszentrum des Kreises");
        await coordinator.FillAsync("Farbe", "#ffff00");
        await coordinator.PressAsync("Speichern", "Kontrast");
        (await coordinator.Page.Locator("[name='Form.Centre']").InputValueAsync()).ShouldBe("WIR-Vielfaltszentrum des Kreises");
        await coordinator.FillAsync("Farbe", "#1f4e79");
        await coordinator.PressAsync("Speichern", "Gespeichert.");
        (await coordinator.TextAsync()).ShouldContain("WIR-Vielfaltszentrum des Kreises");

        await coordinator.GoAsync($"{Tenant}/members");
        await coordinator.FillAsync("Suchen", "EDITOR@");
        await coordinator.PressAsync("Anzeigen", "Redaktion");
        coordinator.Page.Url.ShouldContain("q=EDITOR%40");
        (await coordinator.Page.Locator("main tbody tr").CountAsync()).ShouldBe(1);
        await coordinator.GoAsync($"{Tenant}/papers?q=gibt-es-nicht");
        (await coordinator.TextAsync()).ShouldContain("Keine Vorlage, auf die das passt.");
        await coordinator.GoAsync($"{Tenant}/organisations?q=gibt-es-nicht&group=Politics");
        (await coordinator.TextAsync()).ShouldContain("Keine, auf die das passt.");
    }

    [Fact]
    public async Task A_paper_is_read_from_a_file_and_one_that_cannot_be_says_why()
    {
        await using var browser = await Browser.StartAsync();
        var coordinator = await CoordinatorAsync(browser);
        await coordinator.GoAsync($"{Tenant}/papers/import");
        await ChooseAsync("vorlage.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);
        await coordinator.PressAsync("Einlesen", "Speichern Sie sie ohne Kennwort als DOCX oder PDF.");

        await ChooseAsync(
            "vorlage.html",
            """
            <!doctype html><html lang="de"><body><h1>Vorlage KT-2026-118</h1><h2>Konzept für das Zusammenleben</h2>
            <p><b>Beschlussvorschlag:</b></p><p>Der Kreistag beauftragt die Verwaltung mit einem Konzept.</p></body></html>
            """u8.ToArray()
        );
        await coordinator.PressAsync("Einlesen", "Die Vorlage ist eingelesen");
        var text = await coordinator.TextAsync();
        text.ShouldContain("KT-2026-118");
        text.ShouldContain("Konzept für das Zusammenleben");

        Task ChooseAsync(string name, byte[] file) =>
            coordinator.Page.SetInputFilesAsync(
                "input[type=file]",
                new FilePayload
                {
                    Name = name,
                    MimeType = "application/octet-stream",
                    Buffer = file,
                }
            );
    }

    [Fact]
    public async Task A_table_of_organisations_is_read_checked_and_stored()
    {
        await using var browser = await Browser.StartAsync();
        var coordinator = await CoordinatorAsync(browser);
        await coordinator.GoAsync($"{Tenant}/organisations/import");
        await coordinator.Page.SetInputFilesAsync(
            "input[type=file]",
            new FilePayload
            {
                Name = "vereine.csv",
                MimeType = "text/csv",
                Buffer =
                    """
                Name;Gruppe;Netzwerke;Kontakt;Mail
                Nähstube am Markt;Zivilgesellschaft;Runder Tisch;Leitung;naehstube@verein.example
                Ohne Gruppe;;;;
                """u8.ToArray(),
            }
        );
        await coordinator.PressAsync("Einlesen", "Übernommen ist noch nichts");
        (await coordinator.TextAsync()).ShouldContain("Zeile 3, Gruppe: Möglich sind Politik");
        await coordinator.PressAsync("Übernehmen", "Die Organisationen sind übernommen.");
        await coordinator.GoAsync($"{Tenant}/organisations?q=nähstube");
        (await coordinator.TextAsync()).ShouldContain("Runder Tisch");
        await coordinator.Page.ClickAsync("text=Nähstube am Markt");
        await coordinator.Page.WaitForURLAsync("**/organisations/*");
        (await coordinator.Page.Locator("[name='Form.Contacts[0].Email']").InputValueAsync()).ShouldBe("naehstube@verein.example");
        await coordinator.FillAsync("Eingewilligt am (1)", "2026-11-02");
        await coordinator.PressAsync("Speichern", "Gespeichert.");
    }
}
