using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Integrationskonzept.EndToEnd.Tests.Portal;

/// <summary>From the notes of the moderation to a record that those who were there have corrected.</summary>
public sealed class When_a_workshop_is_recorded(RunningPlatform running)
{
    const string Tenant = Walkthrough.Walkthrough.Live,
        Coordinator = $"{Tenant}.coordinator";

    [Fact]
    public async Task Somebody_who_was_there_corrects_it_gets_an_answer_and_reads_it_locked()
    {
        await using var browser = await Browser.StartAsync();
        var workshop = await AWorkshopTomorrowAsync();
        var guest = await PortalVisit.BeginAsync(
            running,
            browser,
            $"participant@{Tenant}.example",
            width: 320,
            to: $"{Tenant}/events/{workshop["id"]}"
        );
        await guest.ChooseAsync("Ich komme für", "Zivilgesellschaft");
        await guest.PressAsync("Anmelden", "Sie sind angemeldet.");
        await HoldItAlreadyAsync(workshop);

        var desk = await PortalVisit.BeginAsync(running, browser, $"moderator@{Tenant}.example", to: $"{Tenant}/event-records");
        await desk.Page.ClickAsync($"main a:has-text('{workshop["title"]}')");
        await desk.Page.WaitForURLAsync("**/event-records/*", new() { WaitUntil = WaitUntilState.Commit });
        var address = new Uri(desk.Page.Url).AbsolutePath["/portal/".Length..];
        await desk.FillAsync("Zusammenfassung", "Zwei Tische haben gesammelt.");
        await desk.FillAsync("Text 1", "Kurse am Abend");
        await desk.FillAsync("Offene Fragen", "Wer zahlt?");
        await desk.PressAsync("Speichern", "Gespeichert.");
        await PhotoAsync(desk);
        await desk.PressAsync("Mitschreiben beenden und bearbeiten", "wird bearbeitet");
        await UntilSomebodyIsKnownAsync(workshop);
        await desk.GoAsync(address);
        await desk.PressAsync("Zur Berichtigung öffnen", "offen für Berichtigungen");
        (await Browser.BarriersAsync(desk.Page)).ShouldBeEmpty();

        await guest.GoAsync($"{Tenant}/events/{workshop["id"]}");
        await guest.Page.ClickAsync("main a:text-is('Protokoll')");
        await Assertions.Expect(guest.Page.Locator("main")).ToContainTextAsync("Sie waren dabei");
        await guest.ChooseAsync("Worum geht es?", "Kurse am Abend");
        await guest.FillAsync("Was ist zu berichtigen?", "Auch am Wochenende.");
        await guest.PressAsync("Berichtigung senden", "Danke. Ihre Berichtigung steht unten");
        (await Browser.BarriersAsync(guest.Page)).ShouldBeEmpty();
        (await guest.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > window.innerWidth")).ShouldBeFalse();

        await desk.GoAsync(address);
        await desk.FillAsync("Text 1", "Kurse am Abend und am Wochenende");
        await desk.PressAsync("Speichern", "Gespeichert.");
        await desk.FillAsync("Antwort", "Danke, steht jetzt so da.");
        await desk.PressAsync("Ist berichtigt", "übernommen");
        await desk.Page.ClickAsync("summary:text-is('Protokoll abschließen')");
        await desk.PressAsync("Endgültig abschließen", "abgeschlossen");

        await guest.GoAsync(address);
        var read = await guest.TextAsync();
        read.ShouldContain("Kurse am Abend und am Wochenende");
        read.ShouldContain("Danke, steht jetzt so da.");
        var picture = guest.Page.Locator("main figure img");
        (
            await picture.EvaluateAsync<bool>(
                "async image => { image.loading = 'eager'; await image.decode(); return image.naturalWidth > 0 }"
            )
        ).ShouldBeTrue();
        foreach (var (format, begin) in new[] { ("pdf", "%PDF"u8.ToArray()), ("docx", "PK"u8.ToArray()) })
        {
            var (_, file) = await running.Platform.DownloadAsync(
                Coordinator,
                $"/api/v1/{Tenant}/event-records/{workshop["id"]}/document?format={format}"
            );
            file[..begin.Length].ShouldBe(begin);
        }
    }

    [Fact]
    public async Task At_a_shared_tablet_one_person_after_the_other_gives_points()
    {
        await using var browser = await Browser.StartAsync();
        var areas = (await running.Platform.GetAsync(Coordinator, $"/api/v1/{Tenant}/topic-areas"))["items"]!.AsArray();
        var open = areas.First(area => $"{area!["state"]}" == "open")!;
        var desk = await PortalVisit.BeginAsync(
            running,
            browser,
            $"moderator@{Tenant}.example",
            to: $"{Tenant}/topic-areas/{open["id"]}/prioritisation"
        );
        var where = $"Tisch {Guid.CreateVersion7():N}";
        await desk.FillAsync("Wo steht es?", where);
        await desk.PressAsync("Link für ein Tablet machen", "nur dieses eine Mal gezeigt");
        (await Browser.BarriersAsync(desk.Page)).ShouldBeEmpty();
        var link = new Uri((await desk.Page.Locator("main a[href*='/tablets/']").GetAttributeAsync("href"))!);

        var tablet = await browser.OpenAsync(new Uri(running.Gateway, link.PathAndQuery), "en-GB", width: 320);
        for (var person = 0; person < 2; person++)
        {
            await tablet.GetByLabel("Points for no. 1").First.FillAsync("7");
            (await Browser.BarriersAsync(tablet)).ShouldBeEmpty();
            await tablet.ClickAsync("button:has-text('Give the points')");
            await tablet.ClickAsync("text=The next person begins");
            (await tablet.GetByLabel("Points for no. 1").First.InputValueAsync()).ShouldBeEmpty();
        }
        await desk.GoAsync($"{Tenant}/topic-areas/{open["id"]}/prioritisation");
        (await desk.TextAsync()).ShouldContain($"{where} – 2 Personen");
        await desk.PressAsync($"Abmelden und Punkte verwerfen: {where}", "Gespeichert.");
        await tablet.ReloadAsync();
        await Assertions.Expect(tablet.Locator("h1")).ToContainTextAsync("not valid any more");
    }

    async Task<JsonNode> AWorkshopTomorrowAsync()
    {
        var platform = running.Platform;
        var mandate = (await platform.GetAsync(Coordinator, $"/api/v1/{Tenant}/mandates"))["items"]![0]!;
        var title = $"Werkstatt {Guid.CreateVersion7():N}";
        var added = await OnAFreeDayAsync(
            Enumerable.Range(1, 30),
            (start, end) =>
                platform.TryAsync(
                    Coordinator,
                    HttpMethod.Post,
                    $"/api/v1/{Tenant}/events",
                    new
                    {
                        kind = "meeting",
                        mandateId = mandate["id"],
                        title,
                        start,
                        end,
                    }
                )
        );
        var url = $"/api/v1/{Tenant}/events/{added["id"]}";
        await platform.PutAsync(
            Coordinator,
            $"{url}/registration",
            new
            {
                opensAt = TimeProvider.System.GetUtcNow().AddDays(-1),
                closesAt = added["start"],
                capacity = 20,
            },
            version: 0
        );
        await platform.PostAsync(Coordinator, $"{url}/confirm", null);
        return added;
    }

    /// <summary>It is moved to a time that is over, so that nobody has to wait for it.</summary>
    async Task HoldItAlreadyAsync(JsonNode workshop)
    {
        var url = $"/api/v1/{Tenant}/events/{workshop["id"]}";
        var version = (await running.Platform.GetAsync(Coordinator, url))["version"]!.GetValue<int>();
        await OnAFreeDayAsync(
            Enumerable.Range(1, 30).Select(day => -day),
            (start, end) =>
                running.Platform.TryAsync(
                    Coordinator,
                    HttpMethod.Post,
                    $"{url}/reschedule",
                    new
                    {
                        start,
                        end,
                        reason = "Der Raum war früher frei.",
                    },
                    version
                )
        );
        await running.Platform.PostAsync($"{Tenant}.moderator", $"{url}/held", new { attendance = new { civilSociety = 9 } });
    }

    /// <summary>A Landkreis has one event a day at most; other tests and the example's plan have theirs.</summary>
    static async Task<JsonNode> OnAFreeDayAsync(IEnumerable<int> days, Func<string, string, Task<(int Status, JsonNode? Body)>> bookAsync)
    {
        foreach (var day in days)
        {
            var start = TimeProvider.System.GetUtcNow().Date.AddDays(day).AddHours(10);
            string At(DateTime moment) => moment.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
            var (status, body) = await bookAsync(At(start), At(start.AddHours(2)));
            if (status != 409)
            {
                status.ShouldBeInRange(200, 201, $"{body}");
                return body!;
            }
        }
        throw new InvalidOperationException("Every day has an event already.");
    }

    Task<JsonNode> UntilSomebodyIsKnownAsync(JsonNode workshop) =>
        running.Platform.UntilAsync(
            $"{Tenant}.moderator",
            $"/api/v1/{Tenant}/event-records/{workshop["id"]}",
            record => record["isHeld"]!.GetValue<bool>() && record["correctors"]!.GetValue<int>() == 1,
            "it is known who was there"
        );

    static async Task PhotoAsync(PortalVisit desk)
    {
        await desk.Page.SetInputFilesAsync(
            "input[type=file]",
            new FilePayload
            {
                Name = "wand.png",
                MimeType = "image/png",
                Buffer = Convert.FromBase64String(
                    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
                ),
            }
        );
        await desk.FillAsync("Was es zeigt", "Die Wand mit Karten");
        await desk.PressAsync("Hinzufügen", "Bild entfernen: Die Wand mit Karten");
    }
}
