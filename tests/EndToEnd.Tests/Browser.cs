using Deque.AxeCore.Commons;
using Integrationskonzept.Testing;
using Microsoft.Playwright;

namespace Integrationskonzept.EndToEnd.Tests;

/// <summary>A real browser, with or without JavaScript: one process for all tests, its contexts apart for each.</summary>
sealed class Browser : IAsyncDisposable
{
    static readonly string[] Flags =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    static readonly Lazy<string> Axe = new(new BundledAxeScriptProvider().GetScript);
    static readonly Lazy<Task<IPlaywright>> Driver = new(Playwright.CreateAsync);
    static readonly Lazy<Task<IBrowser>> Process = new(LaunchAsync);

    readonly IBrowser browser;
    readonly List<IBrowserContext> contexts = [];

    Browser(IBrowser browser) => this.browser = browser;

    public static async Task<Browser> StartAsync() => new(await Process.Value);

    /// <summary>When all tests have ended.</summary>
    public static async Task EndAsync()
    {
        if (!Process.IsValueCreated)
            return;
        await (await Process.Value).DisposeAsync();
        (await Driver.Value).Dispose();
    }

    static async Task<IBrowser> LaunchAsync() =>
        await (await Driver.Value).Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium-headless-shell", Args = Flags });

    /// <summary>Axe needs to run its script, whatever the pages' policy says.</summary>
    public async Task<IPage> OpenAsync(Uri url, string locale = "de-DE", bool javaScript = true, int width = 1100, bool bypassPolicy = true)
    {
        var context = await browser.NewContextAsync(
            new()
            {
                Locale = locale,
                JavaScriptEnabled = javaScript,
                BypassCSP = javaScript && bypassPolicy,
                ViewportSize = new() { Width = width, Height = 900 },
            }
        );
        contexts.Add(context);
        // Only what fails waits that long, also on a busy machine.
        context.SetDefaultTimeout((float)Eventually.Patience.TotalMilliseconds);
        var page = await context.NewPageAsync();
        await page.GotoAsync(url.AbsoluteUri);
        return page;
    }

    /// <summary>As a click in a mail programme: the page is loaded anew, whatever was open.</summary>
    public static async Task FollowAsync(IPage page, Uri link)
    {
        await page.GotoAsync("about:blank");
        await page.GotoAsync(link.AbsoluteUri);
    }

    /// <summary>
    /// What axe finds against WCAG 2.0 to 2.2, A and AA; empty is good. Run in the page itself: with a second page for its report, as its
    /// package does it, it takes five times as long.
    /// </summary>
    public static async Task<string[]> BarriersAsync(IPage page)
    {
        await page.WaitForLoadStateAsync(); // before its style sheets are there, links have other sizes
        await page.EvaluateAsync(Axe.Value);
        return await page.EvaluateAsync<string[]>(
            """
            async () => {
                const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
                const { violations } = await axe.run(document, { runOnly: tags, resultTypes: ['violations'] })
                return violations.map(({ id, nodes }) => `${location.href} ${id}: ${nodes[0].html}`)
            }
            """
        );
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var context in contexts)
            await context.DisposeAsync();
    }
}
