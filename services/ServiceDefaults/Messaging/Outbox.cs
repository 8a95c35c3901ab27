using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.ServiceDefaults.Messaging;

/// <summary>Where a slice puts what others must know: stored with its own change, published after the commit, or not at all.</summary>
public sealed class Outbox(ServiceDb db, TenantContext tenant, TimeProvider time)
{
    /// <summary>
    /// Adds a fact about an aggregate of this service, and raises the aggregate's version to that of the fact, so that no two facts share
    /// one: consumers ignore what is not newer than what they know. <c>SaveChangesAsync</c> makes it real.
    /// </summary>
    public void Add(ITold about, IntegrationEvent fact)
    {
        fact.Version = about.Tell(db.Entry(about).State is EntityState.Added);
        Add(about.Tenant ?? tenant.Required, about.Id, fact);
    }

    /// <summary>Adds a fact about what another service owns; it is told once, as version 1.</summary>
    public void AddOnce(Guid about, IntegrationEvent fact)
    {
        fact.Version = 1;
        Add(tenant.Required, about, fact);
    }

    /// <summary>Adds a fact about what counts its changes by itself: telling writes nothing else.</summary>
    /// <param name="about">What it is about.</param>
    /// <param name="change">Number of the change, from 1; no two facts about it share one.</param>
    /// <param name="fact">The fact.</param>
    public void AddCounted(Guid about, int change, IntegrationEvent fact)
    {
        fact.Version = change;
        Add(tenant.Required, about, fact);
    }

    void Add(string owner, Guid about, IntegrationEvent fact)
    {
        if (tenant.Slug is not null && owner != tenant.Slug)
            throw new InvalidOperationException($"A message of {owner} can't leave from {tenant.Slug}.");
        fact.Tenant = owner;
        fact.AggregateId = about;
        fact.OccurredAt = time.GetUtcNow();
        db.Outbox.Add(OutboxMessage.From(fact, fact.OccurredAt));
    }
}
