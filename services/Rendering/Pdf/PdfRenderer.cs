using Integrationskonzept.Rendering.Problems;
using Microsoft.Playwright;

namespace Integrationskonzept.Rendering.Pdf;

/// <summary>Prints the page by Chromium and adds what PDF/UA-1 asks for beyond that.</summary>
sealed class PdfRenderer(BrowserPool browsers, BrowserLauncher launcher)
{
    // A name that can't exist (RFC 2606): the page gets an address of its own, with nothing behind it.
    const string Address = "http://document.invalid/";

    // The second net besides the aborted requests: the page may show inline styles and inline images, and nothing else.
    const string Policy = "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; sandbox";

    public async Task<byte[]> RenderAsync(Document document, CancellationToken ct)
    {
        var html = HtmlPage.Prepare(document);
        byte[] printed;
        try
        {
            printed = await PrintOnceAsync(html, ct);
        }
        catch (PlaywrightException)
        {
            // The browser died under this document, perhaps because of another one. Twice is no accident.
            ct.ThrowIfCancellationRequested();
            printed = await PrintAgainAsync(html, ct);
        }

        return AccessiblePdf.Complete(printed, document);
    }

    async Task<byte[]> PrintAgainAsync(string html, CancellationToken ct)
    {
        try
        {
            return await PrintOnceAsync(html, ct);
        }
        catch (PlaywrightException)
        {
            ct.ThrowIfCancellationRequested();
            throw RenderingProblem.Failed();
        }
    }

    Task<byte[]> PrintOnceAsync(string html, CancellationToken ct) =>
        browsers.UseAsync(
            async browser =>
            {
                var printing = PrintAsync(browser, html);
                try
                {
                    return await printing.WaitAsync(ct);
                }
                catch (OperationCanceledException)
                {
                    browser.Kill();
                    // The driver notices the death and fails the call. Where it doesn't, it is stuck itself.
                    if (await Task.WhenAny(printing, Task.Delay(TimeSpan.FromSeconds(5), CancellationToken.None)) != printing)
                        launcher.Renew();
                    _ = printing.ContinueWith(
                        static t => t.Exception,
                        CancellationToken.None,
                        TaskContinuationOptions.OnlyOnFaulted,
                        TaskScheduler.Default
                    );
                    throw;
                }
            },
            ct
        );

    static async Task<byte[]> PrintAsync(WarmBrowser browser, string html)
    {
        var context = await browser.NewContextAsync();
        try
        {
            await context.RouteAsync(
                "**/*",
                route =>
                    route.Request is { Url: Address, IsNavigationRequest: true }
                        ? route.FulfillAsync(
                            new()
                            {
                                Body = html,
                                ContentType = "text/html; charset=utf-8",
                                Headers = new Dictionary<string, string>
                                {
                                    ["Content-Security-Policy"] = Policy,
                                    ["Content-Type"] = "text/html; charset=utf-8",
                                },
                            }
                        )
                        : route.AbortAsync("aborted")
            );
            var page = await context.NewPageAsync();
            // The service's own time limit counts, not the driver's.
            await page.GotoAsync(Address, new() { WaitUntil = WaitUntilState.Load, Timeout = 0 });
            return await page.PdfAsync(
                new()
                {
                    Format = "A4",
                    PreferCSSPageSize = true,
                    PrintBackground = true,
                    Tagged = true,
                    Outline = true,
                }
            );
        }
        finally
        {
            if (browser.IsConnected)
                await context.CloseAsync();
        }
    }
}
