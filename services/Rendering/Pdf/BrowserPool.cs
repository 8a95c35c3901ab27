namespace Integrationskonzept.Rendering.Pdf;

/// <summary>Keeps one browser warm and replaces it when it is used up, broken or gone.</summary>
sealed class BrowserPool(BrowserLauncher launcher) : IAsyncDisposable
{
    readonly Lock gate = new();
    Task<WarmBrowser>? current;

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
            if (Return(browser, broken))
                await browser.CloseAsync();
        }
    }

    /// <summary>Starts a browser when none runs.</summary>
    public async Task WarmUpAsync(CancellationToken ct) => await CurrentOrNext().WaitAsync(ct);

    public async ValueTask DisposeAsync()
    {
        if (current is { IsCompletedSuccessfully: true } last)
            await (await last).CloseAsync();
    }

    async Task<WarmBrowser> TakeAsync(CancellationToken ct)
    {
        while (true)
        {
            // One start serves everybody who waits for it, and goes on when one of them gives up.
            var browser = await CurrentOrNext().WaitAsync(ct);
            lock (gate)
            {
                if (browser.TryUse())
                    return browser;
            }
        }
    }

    Task<WarmBrowser> CurrentOrNext()
    {
        lock (gate)
        {
            if (current is null or { IsFaulted: true } || (current.IsCompletedSuccessfully && !current.Result.CanServe))
                current = Task.Run(launcher.LaunchAsync);
            return current;
        }
    }

    bool Return(WarmBrowser browser, bool broken)
    {
        lock (gate)
        {
            return browser.Release(broken);
        }
    }
}
