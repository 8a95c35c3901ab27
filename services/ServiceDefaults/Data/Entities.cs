using Integrationskonzept.ServiceDefaults.Http;

namespace Integrationskonzept.ServiceDefaults.Data;

/// <summary>
/// A row that belongs to a Landkreis: its key is (tenant, id), a query filter and row-level security hide it from others,
/// its tenant is filled in from the <see cref="Tenancy.TenantContext"/>.
/// </summary>
public interface ITenantOwned
{
    /// <summary>Slug of the owner.</summary>
    string Tenant { get; }
}

/// <summary>The root of an aggregate: found by id, guarded against lost updates by its version.</summary>
public abstract class Aggregate : ITenantOwned, IVersioned
{
    /// <inheritdoc/>
    public string Tenant { get; private set; } = null!;

    /// <summary>UUIDv7: sorts by creation.</summary>
    public Guid Id { get; protected init; } = SequentialId.Next();

    /// <summary>Raised with each saved change; the ETag.</summary>
    public int Version { get; private set; } = 1;

    internal void RaiseVersion() => Version++;
}
