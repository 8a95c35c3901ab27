using Integrationskonzept.Rendering.Problems;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;

namespace Integrationskonzept.Rendering.Pdf;

/// <summary>Starts Chromium with everything off that a printer doesn't need, above all the network.</summary>
internal sealed class BrowserLauncher(IOptions<RenderingOptions> options) : IDisposable
{
    private IPlaywright? playwright;

    public async Task<WarmBrowser> LaunchAsync()
    {
        if (!File.Exists(options.Value.ChromiumPath)) throw RenderingProblem.BrowserMissing();
        try
        {
            playwright ??= await Playwright.CreateAsync();
            var browser = await playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = options.Value.ChromiumPath,
                // Chromium refuses its sandbox to root; everybody else keeps it.
                ChromiumSandbox = Environment.UserName != "root",
                Args =
                [
                    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic",
                    "--no-first-run", "--disable-gpu", "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND",
                ],
                Timeout = 20_000,
            });
            return new WarmBrowser(browser, await ProcessIdOf(browser), options.Value.RendersPerBrowser);
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            throw RenderingProblem.BrowserMissing();
        }
    }

    public void Dispose() => playwright?.Dispose();

    private static async Task<int> ProcessIdOf(IBrowser browser)
    {
        var session = await browser.NewBrowserCDPSessionAsync();
        var info = await session.SendAsync("SystemInfo.getProcessInfo");
        await session.DetachAsync();
        return info!.Value.GetProperty("processInfo").EnumerateArray()
            .First(p => p.GetProperty("type").GetString() == "browser").GetProperty("id").GetInt32();
    }
}
