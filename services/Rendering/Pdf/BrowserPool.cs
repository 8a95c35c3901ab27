namespace Integrationskonzept.Rendering.Pdf;

/// <summary>Keeps one browser warm and replaces it when it is used up, broken or gone.</summary>
internal sealed class BrowserPool(BrowserLauncher launcher) : IAsyncDisposable
{
    private readonly SemaphoreSlim gate = new(1);
    private WarmBrowser? current;

    public async Task<T> UseAsync<T>(Func<WarmBrowser, Task<T>> use, CancellationToken ct)
    {
        var browser = await TakeAsync(ct);
        var broken = true;
        try
        {
            var result = await use(browser);
            broken = false;
            return result;
        }
        finally
        {
            await ReturnAsync(browser, broken);
        }
    }

    /// <summary>Starts a browser when none runs.</summary>
    public async Task WarmUpAsync(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            if (current is not { IsConnected: true }) current = await launcher.LaunchAsync();
        }
        finally
        {
            gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (current is { } last) await last.CloseAsync();
        gate.Dispose();
    }

    private async Task<WarmBrowser> TakeAsync(CancellationToken ct)
    {
        await gate.WaitAsync(ct);
        try
        {
            if (current is { } warm && warm.TryUse()) return warm;
            current = await launcher.LaunchAsync();
            current.TryUse();
            return current;
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task ReturnAsync(WarmBrowser browser, bool broken)
    {
        bool close;
        await gate.WaitAsync(CancellationToken.None);
        try
        {
            close = browser.Release(broken);
        }
        finally
        {
            gate.Release();
        }

        if (close) await browser.CloseAsync();
    }
}
