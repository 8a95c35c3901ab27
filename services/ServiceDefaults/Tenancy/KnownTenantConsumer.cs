using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Data;
using MassTransit;

namespace Integrationskonzept.ServiceDefaults.Tenancy;

/// <summary>Keeps the service's copy of the tenants; an older message than the one seen changes nothing.</summary>
public sealed class KnownTenantConsumer(ServiceDb db, TenantDirectory directory) : IConsumer<TenantRegistered>, IConsumer<TenantChanged>
{
    public Task Consume(ConsumeContext<TenantRegistered> context) => KeepAsync(context.Message, context.CancellationToken);

    public Task Consume(ConsumeContext<TenantChanged> context) => KeepAsync(context.Message, context.CancellationToken);

    async Task KeepAsync(TenantState state, CancellationToken ct)
    {
        var known = await db.KnownTenants.FindAsync([state.Tenant], ct);
        if (known is null)
            db.KnownTenants.Add(KnownTenant.From(state));
        else if (known.Version < state.Version)
            known.Become(state);
        directory.Forget(state.Tenant);
    }
}
