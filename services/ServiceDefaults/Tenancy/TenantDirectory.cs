using System.Collections.Concurrent;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integrationskonzept.ServiceDefaults.Tenancy;

/// <summary>Looks tenants up by slug. Hits are kept for a minute, misses never, so that a new Landkreis is known at once.</summary>
public sealed class TenantDirectory(IServiceScopeFactory scopes, TimeProvider time)
{
    static readonly TimeSpan Keep = TimeSpan.FromMinutes(1);
    readonly ConcurrentDictionary<string, (KnownTenant Tenant, DateTimeOffset Until)> cache = new();

    /// <summary>The tenant, or null when this service does not know it (yet).</summary>
    public async ValueTask<KnownTenant?> FindAsync(string slug, CancellationToken ct)
    {
        if (cache.TryGetValue(slug, out var hit) && hit.Until > time.GetUtcNow())
            return hit.Tenant;
        await using var scope = scopes.CreateAsyncScope();
        var tenant = await scope
            .ServiceProvider.GetRequiredService<ServiceDb>()
            .KnownTenants.AsNoTracking()
            .SingleOrDefaultAsync(known => known.Slug == slug, ct);
        if (tenant is not null)
            cache[slug] = (tenant, time.GetUtcNow() + Keep);
        return tenant;
    }

    /// <summary>The tenant of a scope, which must be known.</summary>
    public async ValueTask<KnownTenant> GetAsync(string slug, CancellationToken ct) =>
        await FindAsync(slug, ct) ?? throw new UnknownTenantException(slug);

    internal void Forget(string slug) => cache.TryRemove(slug, out _);
}

/// <summary>A message came before the registration of its tenant; it is tried again later.</summary>
public sealed class UnknownTenantException(string slug) : Exception($"The tenant {slug} is not known to this service yet.");
