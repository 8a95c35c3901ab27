using System.Text.Json.Nodes;

namespace Integrationskonzept.EndToEnd.Tests.Portal;

/// <summary>The pictures of the tutorials in docs/, taken anew by scripts/screenshots; no part of the tests' run.</summary>
public sealed class Screenshots(RunningPlatform running)
{
    const string Whole = Walkthrough.Walkthrough.Whole,
        Live = Walkthrough.Walkthrough.Live;

    [Fact(Explicit = true)]
    public async Task Of_the_portal_for_the_tutorials()
    {
        await using var browser = await Browser.StartAsync();
        var whole = await PortalVisit.BeginAsync(running, browser, $"coordinator@{Whole}.example", to: Whole);
        var live = await PortalVisit.BeginAsync(running, browser, $"coordinator@{Live}.example", to: Live);
        await TakeAsync(live, "coordinators/images/start.png", Live);
        await TakeAsync(live, "coordinators/images/vorlage.png", $"{Live}/papers/{await FirstAsync(Live, "papers")}");
        await TakeAsync(live, "coordinators/images/plan.png", $"{Live}/plans/{await FirstAsync(Live, "plans")}");
        await TakeAsync(live, "coordinators/images/kalender.png", $"{Live}/events?view=calendar");
        var open = await OpenEventAsync();
        await TakeAsync(live, "coordinators/images/anmeldungen.png", $"{Live}/events/{open}/registrations");
        await TakeAsync(live, "coordinators/images/mittel.png", $"{Live}/budget/{await FirstAsync(Live, "mandates")}");
        await TakeAsync(whole, "coordinators/images/konzept.png", $"{Whole}/concepts/{await FirstAsync(Whole, "concepts")}");
        await live.Page.SetViewportSizeAsync(360, 740);
        await TakeAsync(live, "coordinators/images/einlass.png", (await GivenDoor.OpenAsync(running)).Path);

        foreach (var (locale, language) in new[] { ("de-DE", "de"), ("en-GB", "en") })
        {
            var user = $"participant@{Live}.example";
            var participant = await PortalVisit.BeginAsync(running, browser, user, locale, width: 700, to: $"{Live}/topic-areas");
            var area = await participant.Page.Locator("main a[href*='/topic-areas/']").First.GetAttributeAsync("href");
            await TakeAsync(participant, $"participants/images/beitragen-{language}.png", area!);
            await TakeAsync(participant, $"participants/images/mein-bereich-{language}.png", $"{Live}/mine");
        }
    }

    static async Task TakeAsync(PortalVisit visit, string file, string path)
    {
        (await visit.GoAsync(path))!.Ok.ShouldBeTrue(path);
        var target = Path.Combine(Environment.GetEnvironmentVariable("DOCS")!, file);
        await visit.Page.ScreenshotAsync(new() { Path = target });
    }

    async Task<string> FirstAsync(string tenant, string things) => $"{(await ItemsAsync(tenant, things))[0]!["id"]}";

    async Task<string> OpenEventAsync() => $"{(await ItemsAsync(Live, "events")).First(row => $"{row!["kind"]}" == "workshop")!["id"]}";

    async Task<JsonArray> ItemsAsync(string tenant, string things) =>
        (await running.Platform.GetAsync($"{tenant}.coordinator", $"/api/v1/{tenant}/{things}"))["items"]!.AsArray();
}
