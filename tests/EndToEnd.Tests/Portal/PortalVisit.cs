using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Integrationskonzept.EndToEnd.Tests.Portal;

/// <summary>Someone at the portal, signed in as people do: with a browser and a password.</summary>
sealed class PortalVisit(RunningPlatform running, IPage page)
{
    public IPage Page => page;

    public static async Task<PortalVisit> BeginAsync(
        RunningPlatform running,
        Browser browser,
        string userName,
        string locale = "de-DE",
        bool javaScript = true,
        int width = 1100,
        string to = ""
    )
    {
        var page = await browser.OpenAsync(AddressOf(running, to), locale, javaScript, width);
        var visit = new PortalVisit(running, page);
        await visit.SignInAsync(userName);
        return visit;
    }

    public async Task SignInAsync(string userName)
    {
        await page.FillAsync("#userName", userName);
        await page.FillAsync("#password", await PasswordAsync(userName));
        await page.ClickAsync("form button[type=submit]");
        await page.WaitForURLAsync("**/portal/**", new() { WaitUntil = WaitUntilState.Commit });
    }

    public async Task<IResponse?> GoAsync(string path) => await page.GotoAsync(AddressOf(running, path).AbsoluteUri);

    /// <summary>Fills a field by its label, whatever is said beside it.</summary>
    public Task FillAsync(string label, string text, string form = "main form") => Field(label, form).FillAsync(text);

    public async Task ChooseAsync(string label, string choice, string form = "main form") =>
        await Field(label, form).SelectOptionAsync(new SelectOptionValue { Label = choice });

    /// <summary>Presses a button, and waits until the page says what came of it.</summary>
    public async Task PressAsync(string button, string says)
    {
        await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();
        await Assertions
            .Expect(page.Locator("main"))
            .ToContainTextAsync(says, new() { Timeout = (float)Testing.Eventually.Patience.TotalMilliseconds });
    }

    public Task<string> TextAsync() => page.Locator("main").InnerTextAsync();

    ILocator Field(string label, string form) => page.Locator(form).GetByLabel(label).First;

    static Uri AddressOf(RunningPlatform running, string path) => new(running.Gateway, $"/portal/{path}");

    async Task<string> PasswordAsync(string userName)
    {
        await using var file = File.OpenRead(Path.Combine(running.StateDirectory, "development-accounts.json"));
        var accounts = (await JsonSerializer.DeserializeAsync<JsonArray>(file))!;
        return (string)accounts.Single(account => (string)account!["userName"]! == userName)!["password"]!;
    }
}
