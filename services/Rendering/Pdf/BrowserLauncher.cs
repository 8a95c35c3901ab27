using Integrationskonzept.Rendering.Problems;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;

namespace Integrationskonzept.Rendering.Pdf;

/// <summary>Starts Chromium with everything off that a printer doesn't need, above all the network.</summary>
sealed class BrowserLauncher(IOptions<RenderingOptions> options, ILogger<BrowserLauncher> log) : IDisposable
{
    Task<IPlaywright>? driver;

    public async Task<WarmBrowser> LaunchAsync()
    {
        if (!File.Exists(options.Value.ChromiumPath))
            throw RenderingProblem.BrowserMissing();
        try
        {
            var limit = options.Value.LaunchLimit;
            return await LaunchAsync(await (driver ??= Playwright.CreateAsync()).WaitAsync(limit)).WaitAsync(limit);
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            log.LogError(e, "Chromium did not start");
            Renew();
            throw RenderingProblem.BrowserMissing();
        }
    }

    /// <summary>Gives the driver up, with all browsers it started; the next launch gets a new one.</summary>
    public void Renew()
    {
        if (Interlocked.Exchange(ref driver, null) is not { } old)
            return;
        // A driver that doesn't answer may not end either, and nobody should wait for that.
        _ = Task.Run(async () => (await old).Dispose());
    }

    public void Dispose() => Renew();

    async Task<WarmBrowser> LaunchAsync(IPlaywright playwright)
    {
        var browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = options.Value.ChromiumPath,
                // Chromium refuses its sandbox to root; everybody else keeps it.
                ChromiumSandbox = Environment.UserName != "root",
                Args =
                [
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-gpu",
                    "--disable-dev-shm-usage",
                    "--host-resolver-rules=MAP * ~NOTFOUND",
                ],
            }
        );
        return new WarmBrowser(browser, await ProcessIdOf(browser), options.Value.RendersPerBrowser);
    }

    static async Task<int> ProcessIdOf(IBrowser browser)
    {
        var session = await browser.NewBrowserCDPSessionAsync();
        var info = await session.SendAsync("SystemInfo.getProcessInfo");
        await session.DetachAsync();
        return info!
            .Value.GetProperty("processInfo")
            .EnumerateArray()
            .First(p => p.GetProperty("type").GetString() == "browser")
            .GetProperty("id")
            .GetInt32();
    }
}
