using System.Diagnostics;
using Microsoft.Playwright;

namespace Integrationskonzept.Rendering.Pdf;

/// <summary>One running Chromium. Retired after enough documents; closed when the last one using it is done.</summary>
sealed class WarmBrowser(IBrowser browser, int processId, int rendersLeft)
{
    int users;
    bool retired;

    public bool CanServe => !retired && browser.IsConnected && rendersLeft > 0;

    // Called under the pool's lock.
    public bool TryUse()
    {
        if (!CanServe)
            return false;
        rendersLeft--;
        users++;
        return true;
    }

    // Called under the pool's lock; true when the caller has to close it.
    public bool Release(bool broken)
    {
        users--;
        retired |= broken || rendersLeft == 0 || !browser.IsConnected;
        return retired && users == 0;
    }

    public bool IsConnected => browser.IsConnected;

    public Task<IBrowserContext> NewContextAsync() =>
        browser.NewContextAsync(
            new()
            {
                JavaScriptEnabled = false,
                Offline = true,
                AcceptDownloads = false,
                ServiceWorkers = ServiceWorkerPolicy.Block,
            }
        );

    public async Task CloseAsync()
    {
        try
        {
            await browser.CloseAsync().WaitAsync(TimeSpan.FromSeconds(3));
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            Kill();
        }
    }

    /// <summary>Ends a browser that doesn't answer any more; its documents fail and are tried again elsewhere.</summary>
    public void Kill()
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // Already gone.
        }
    }
}
