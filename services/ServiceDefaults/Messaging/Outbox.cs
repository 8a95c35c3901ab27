using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Tenancy;

namespace Integrationskonzept.ServiceDefaults.Messaging;

/// <summary>Where a slice puts what others must know: stored with its own change, published after the commit, or not at all.</summary>
public sealed class Outbox(ServiceDb db, TenantContext tenant, TimeProvider time)
{
    /// <summary>Adds a message of the current tenant; <c>SaveChangesAsync</c> makes it real.</summary>
    public void Add(IntegrationEvent message)
    {
        if (tenant.Slug is not null && message.Tenant != tenant.Slug)
            throw new InvalidOperationException($"A message of {message.Tenant} can't leave from {tenant.Slug}.");
        db.Outbox.Add(OutboxMessage.From(message, time.GetUtcNow()));
    }
}
