using System.Diagnostics;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Telemetry;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Integrationskonzept.ServiceDefaults.Work;

/// <summary>What recurring work needs.</summary>
public sealed record WorkTools(IServiceScopeFactory Scopes, TimeProvider Time, WorkReport Report, ILoggerFactory Logs);

/// <summary>
/// Work that comes again and again, from the start of the process to its end. A turn that fails is reported and tried again: soon, then
/// later each time, at the latest when its next turn is due.
/// </summary>
public abstract class RecurringWork(WorkTools tools, TimeSpan every) : BackgroundService
{
    static readonly ActivitySource Spans = new("Integrationskonzept.Work");

    readonly BackOff again = new(TimeSpan.FromSeconds(5), every);
    readonly SemaphoreSlim turn = new(1);

    /// <summary>Something of this turn, or of one before that was not tried again yet.</summary>
    protected bool HasFailed { get; set; }

    protected ILogger Log => field ??= tools.Logs.CreateLogger(GetType());

    protected DateTimeOffset Now => tools.Time.GetUtcNow();

    internal string Name => GetType().Name;

    protected AsyncServiceScope NewScope() => tools.Scopes.CreateAsyncScope();

    /// <summary>A scope that sees the rows of that tenant only.</summary>
    protected AsyncServiceScope NewScope(string tenant) => tools.Scopes.CreateScopeOf(tenant);

    /// <summary>For work that was found. Looking for it has no span, so that it leaves no trace where there is none.</summary>
    /// <param name="tenant">Whose work it is; null if nobody's.</param>
    /// <param name="since">When it began, if not now.</param>
    /// <param name="cause">W3C trace context of what led to it; a trace of its own if there is none.</param>
    protected Activity? StartSpan(string? tenant, DateTimeOffset since = default, string? cause = null)
    {
        ActivityContext.TryParse(cause, null, out var parent);
        var span = Spans.StartActivity(Name, ActivityKind.Internal, parent, startTime: since);
        return tenant is null ? span : span.SetTenant(tenant);
    }

    protected sealed override async Task ExecuteAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(every, tools.Time);
        for (var failures = 0; !ct.IsCancellationRequested; )
        {
            failures = await TakeTurnAsync(ct) is null ? 0 : failures + 1;
            if (failures > 0 && again.After(failures) is var pause && pause < every)
                await Task.Delay(pause, tools.Time, ct);
            else
                await WaitAsync(timer, ct);
        }
    }

    /// <summary>Until the next turn; what is woken by something else need not wait for its time.</summary>
    protected virtual async Task WaitAsync(PeriodicTimer timer, CancellationToken ct) => await timer.WaitForNextTickAsync(ct);

    /// <summary>Returns the type of the failure, or null. One turn at a time in a process.</summary>
    internal async Task<string?> TakeTurnAsync(CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            HasFailed = false;
            await TryAsync(null, () => RunAsync(ct), ct);
            if (!HasFailed)
                tools.Report.Succeeded(Name);
            return tools.Report.FailureOf(Name);
        }
        finally
        {
            turn.Release();
        }
    }

    protected abstract Task RunAsync(CancellationToken ct);

    /// <summary>False if it failed, which is reported: what comes after it goes on.</summary>
    protected async Task<bool> TryAsync(string? tenant, Func<Task> part, CancellationToken ct)
    {
        using var logged = tenant is null ? null : Log.BeginTenant(tenant);
        try
        {
            await part();
            return true;
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            HasFailed = true;
            Activity.Current?.SetStatus(ActivityStatusCode.Error, failure.GetType().Name);
            tools.Report.Failed(Log, Name, tenant, failure);
            return false;
        }
    }

    /// <summary>Tenant by tenant: no connection sees the rows of two, and none waits for what fails with another.</summary>
    protected async Task ForEachTenantAsync(Func<string, IServiceProvider, Task> part, CancellationToken ct)
    {
        await using var all = NewScope();
        foreach (
            var slug in await all.ServiceProvider.GetRequiredService<ServiceDb>().KnownTenants.Select(tenant => tenant.Slug).ToListAsync(ct)
        )
            await TryAsync(
                slug,
                async () =>
                {
                    await using var scope = NewScope(slug);
                    await part(slug, scope.ServiceProvider);
                },
                ct
            );
    }
}
