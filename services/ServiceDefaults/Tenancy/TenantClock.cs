namespace Integrationskonzept.ServiceDefaults.Tenancy;

/// <summary>The Landkreis of the current scope: what is known of it, and what time and day it is there.</summary>
public sealed class TenantClock(TenantDirectory tenants, TenantContext tenant, TimeProvider time)
{
    /// <summary>Its slug.</summary>
    public string Slug => tenant.Required;

    /// <summary>Now; the same everywhere.</summary>
    public DateTimeOffset GetUtcNow() => time.GetUtcNow();

    /// <summary>What this service knows of it: name, state, zone, organizations.</summary>
    public ValueTask<KnownTenant> LandkreisAsync(CancellationToken ct) => tenants.GetAsync(tenant.Required, ct);

    /// <summary>The day there.</summary>
    public async ValueTask<DateOnly> TodayAsync(CancellationToken ct) => (await LandkreisAsync(ct)).DayOf(time.GetUtcNow());
}
