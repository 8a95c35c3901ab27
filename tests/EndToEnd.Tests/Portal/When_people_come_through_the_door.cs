using Integrationskonzept.Testing;
using Microsoft.Playwright;

namespace Integrationskonzept.EndToEnd.Tests.Portal;

public sealed class When_people_come_through_the_door(RunningPlatform running)
{
    const string Tenant = GivenDoor.Tenant,
        Helper = $"check-in-helper@{Tenant}.example";

    static float Patience => (float)Eventually.Patience.TotalMilliseconds;

    [Fact]
    public async Task Without_scripts_they_are_checked_in_by_name_and_by_code_and_a_mistake_is_taken_back()
    {
        var door = await GivenDoor.OpenAsync(running);
        var (ayse, joerg) = (door.People[0], door.People[1]);
        await using var browser = await Browser.StartAsync();
        var helper = await PortalVisit.BeginAsync(running, browser, Helper, javaScript: false, width: 320);
        await helper.GoAsync($"{door.Path}&q={Uri.EscapeDataString("mit ş")}");
        (await helper.TextAsync()).ShouldNotContain(joerg.Name);
        await helper.PressAsync("ist da", $"{ayse.Name} ist da.");
        await helper.FillAsync("Code der Eintrittskarte", joerg.Code);
        await helper.PressAsync("Code prüfen", $"{joerg.Name} ist da.");
        await helper.FillAsync("Code der Eintrittskarte", joerg.Code);
        await helper.PressAsync("Code prüfen", $"{joerg.Name} war schon da");
        await helper.FillAsync("Code der Eintrittskarte", "IK1.gefunden");
        await helper.PressAsync("Code prüfen", "Dieses Ticket gilt nicht");
        (await door.CameAsync()).ShouldBe(2);
        (await helper.Page.GetByRole(AriaRole.Button, new() { Name = "zurücknehmen" }).CountAsync()).ShouldBe(0, "a helper may not");

        var coordinator = await PortalVisit.BeginAsync(running, browser, $"coordinator@{Tenant}.example", javaScript: false);
        await coordinator.GoAsync(door.Path);
        await coordinator.PressAsync("zurücknehmen", "Zurückgenommen.");
        (await door.CameAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_helper_sees_the_door_of_the_day_and_little_else()
    {
        await GivenDoor.OpenAsync(running);
        await using var browser = await Browser.StartAsync();
        var helper = await PortalVisit.BeginAsync(running, browser, Helper);
        await Eventually.TrueAsync(
            async () =>
            {
                await helper.GoAsync(Tenant);
                return (await helper.TextAsync()).Contains("Einlass öffnen", StringComparison.Ordinal);
            },
            "the event of the day is announced"
        );
        (await helper.Page.Locator(".portal-nav a").AllInnerTextsAsync()).ShouldBe(["Start"]);
        await helper.Page.ClickAsync("text=Einlass öffnen");
        await helper.Page.WaitForSelectorAsync("h1:has-text('Runder Tisch am Einlass')");
    }

    [Fact]
    public async Task While_the_network_is_away_scans_are_kept_and_then_count_once()
    {
        var door = await GivenDoor.OpenAsync(running);
        await using var browser = await Browser.StartAsync();
        var helper = await OpenAsync(browser, door);
        await helper.Page.Context.SetOfflineAsync(true);
        await ScanAsync(helper, door.People[0].Code, $"{door.People[0].Name} ist vorgemerkt");
        await ScanAsync(helper, door.People[0].Code, $"{door.People[0].Name} war schon da");
        await ScanAsync(helper, "IK1.fremd", "Diese Karte ist nicht bekannt");
        await helper.Page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "ist da", Exact = true }).First.ClickAsync();
        await ExpectAsync(helper, "[data-waiting]", "Vorgemerkt ohne Netz: 4");
        (await door.CameAsync()).ShouldBe(0);

        await helper.Page.Context.SetOfflineAsync(false);
        await ExpectAsync(helper, "[role=status]", "Dieses Ticket gilt nicht");
        await Assertions.Expect(helper.Page.Locator("[data-waiting]")).ToBeHiddenAsync(new() { Timeout = Patience });
        (await door.CameAsync()).ShouldBe(2);
        await ExpectAsync(helper, "[data-turnout=all]", "2 von 3");
    }

    [Fact]
    public async Task A_scan_whose_answer_is_lost_is_sent_again_and_counts_once_also_with_two_helpers()
    {
        var door = await GivenDoor.OpenAsync(running);
        var ayse = door.People[0];
        await using var browser = await Browser.StartAsync();
        var helper = await OpenAsync(browser, door);
        await helper.Page.RouteAsync(
            "**/scans",
            async route =>
            {
                await route.FetchAsync(); // the platform has it, and the device does not know
                await route.AbortAsync();
            },
            new() { Times = 1 }
        );
        await ScanAsync(helper, ayse.Code, $"{ayse.Name} ist vorgemerkt");
        (await door.CameAsync()).ShouldBe(1);
        await helper.Page.ReloadAsync();
        await ExpectAsync(helper, "[role=status]", $"{ayse.Name} ist da.");

        var other = await OpenAsync(browser, door);
        await ScanAsync(other, ayse.Code, $"{ayse.Name} war schon da");
        (await door.CameAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_ticket_is_read_from_the_camera()
    {
        var door = await GivenDoor.OpenAsync(running);
        var (_, picture) = await running.Platform.DownloadAsync($"{Tenant}.coordinator", door.People[2].Picture);
        await using var browser = await Browser.StartAsync();
        var helper = await OpenAsync(browser, door, $"const ticket = 'data:image/png;base64,{Convert.ToBase64String(picture)}';{Camera}");
        await helper.Page.ClickAsync("text=Karten mit der Kamera lesen");
        await ExpectAsync(helper, "[role=status]", $"{door.People[2].Name} ist da.");
        (await door.CameAsync()).ShouldBe(1);
    }

    /// <summary>A camera before which the ticket is held: the machine of the tests has none.</summary>
    const string Camera = """
        navigator.mediaDevices.getUserMedia = async () => {
            const canvas = document.createElement('canvas');
            const picture = new Image();
            picture.src = ticket;
            await picture.decode();
            [canvas.width, canvas.height] = [picture.width, picture.height];
            setInterval(() => canvas.getContext('2d').drawImage(picture, 0, 0), 50);
            return canvas.captureStream(10);
        };
        """;

    async Task<PortalVisit> OpenAsync(Browser browser, GivenDoor door, string? script = null)
    {
        var helper = await PortalVisit.BeginAsync(running, browser, Helper, width: 320);
        if (script is not null)
            await helper.Page.AddInitScriptAsync(script);
        // Who is expected has to be known before the network drops.
        var people = helper.Page.WaitForResponseAsync("**/people");
        await helper.GoAsync(door.Path);
        await (await people).FinishedAsync();
        return helper;
    }

    static async Task ScanAsync(PortalVisit helper, string code, string says)
    {
        await helper.FillAsync("Code der Eintrittskarte", code);
        await helper.Page.Keyboard.PressAsync("Enter");
        await ExpectAsync(helper, "[role=status]", says);
    }

    static Task ExpectAsync(PortalVisit helper, string where, string says) =>
        Assertions.Expect(helper.Page.Locator(where)).ToContainTextAsync(says, new() { Timeout = Patience });
}
