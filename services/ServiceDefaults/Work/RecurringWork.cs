using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Integrationskonzept.ServiceDefaults.Work;

/// <summary>What recurring work needs.</summary>
public sealed record WorkTools(IServiceScopeFactory Scopes, TimeProvider Time, WorkReport Report, ILoggerFactory Logs);

/// <summary>Work that comes again and again, from the start of the process to its end. A turn that fails is reported, and the next one tries again.</summary>
public abstract class RecurringWork(WorkTools tools, TimeSpan every) : BackgroundService
{
    /// <summary>Something of this turn, or of one before that was not tried again yet.</summary>
    protected bool HasFailed { get; set; }

    protected ILogger Log => field ??= tools.Logs.CreateLogger(GetType());

    protected DateTimeOffset Now => tools.Time.GetUtcNow();

    protected AsyncServiceScope NewScope() => tools.Scopes.CreateAsyncScope();

    /// <summary>A scope that sees the rows of that tenant only.</summary>
    protected AsyncServiceScope NewScope(string tenant)
    {
        var scope = NewScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Enter(tenant);
        return scope;
    }

    protected sealed override async Task ExecuteAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(every, tools.Time);
        do
        {
            HasFailed = false;
            await TryAsync(null, () => RunAsync(ct), ct);
            if (!HasFailed) tools.Report.Succeeded(GetType().Name);
        }
        while (await timer.WaitForNextTickAsync(ct));
    }

    protected abstract Task RunAsync(CancellationToken ct);

    /// <summary>False if it failed, which is reported: what comes after it goes on.</summary>
    protected async Task<bool> TryAsync(string? tenant, Func<Task> part, CancellationToken ct)
    {
        try
        {
            await part();
            return true;
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            HasFailed = true;
            tools.Report.Failed(Log, GetType().Name, tenant, failure);
            return false;
        }
    }

    /// <summary>Tenant by tenant: no connection sees the rows of two, and none waits for what fails with another.</summary>
    protected async Task ForEachTenantAsync(Func<IServiceProvider, Task> part, CancellationToken ct)
    {
        await using var all = NewScope();
        foreach (var slug in await all.ServiceProvider.GetRequiredService<ServiceDb>().KnownTenants.Select(tenant => tenant.Slug).ToListAsync(ct))
            await TryAsync(slug, async () =>
            {
                await using var scope = NewScope(slug);
                await part(scope.ServiceProvider);
            }, ct);
    }
}
