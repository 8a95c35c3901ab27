using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Integrationskonzept.ServiceDefaults.Http;

/// <summary>Forgets idempotency keys after 24 hours, once an hour, tenant by tenant: no connection sees the rows of two.</summary>
sealed class IdempotencyHousekeeping(IServiceScopeFactory scopes, TimeProvider time, ILogger<IdempotencyHousekeeping> log) : BackgroundService
{
    internal static readonly TimeSpan Keep = TimeSpan.FromHours(24);

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), time);
        while (await timer.WaitForNextTickAsync(ct))
        {
            try { await ForgetAsync(ct); }
            catch (Exception failure) when (!ct.IsCancellationRequested) { log.LogWarning(failure, "Old idempotency keys could not be deleted"); }
        }
    }

    async Task ForgetAsync(CancellationToken ct)
    {
        await using var all = scopes.CreateAsyncScope();
        foreach (var slug in await all.ServiceProvider.GetRequiredService<ServiceDb>().KnownTenants.Select(tenant => tenant.Slug).ToListAsync(ct))
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<TenantContext>().Enter(slug);
            var before = time.GetUtcNow() - Keep;
            await scope.ServiceProvider.GetRequiredService<ServiceDb>().IdempotencyKeys.Where(key => key.CreatedAt < before).ExecuteDeleteAsync(ct);
        }
    }
}
