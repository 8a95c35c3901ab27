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

/// <summary>Found and paged by its id.</summary>
public interface IIdentified
{
    /// <summary>UUIDv7: sorts by creation.</summary>
    Guid Id { get; }
}

/// <summary>What others are told of: each message about it has a version that no other message has.</summary>
public interface ITold : IIdentified
{
    /// <summary>Slug of the Landkreis; null before it is saved.</summary>
    string? Tenant { get; }

    /// <summary>The version that the change now told will have; raised unless nobody knows of the current one.</summary>
    /// <param name="isNew">It is not stored yet.</param>
    int Tell(bool isNew);
}

/// <summary>The root of an aggregate: found by id, guarded against lost updates by its version.</summary>
public abstract class Aggregate : ITenantOwned, IVersioned, ITold
{
    /// <inheritdoc/>
    public string Tenant { get; private set; } = null!;

    /// <inheritdoc/>
    public Guid Id { get; protected init; } = SequentialId.Next();

    /// <summary>Raised with each saved change; the ETag.</summary>
    public int Version { get; private set; } = 1;

    bool isTold;

    internal void RaiseVersion() => Version++;

    int ITold.Tell(bool isNew)
    {
        if (isTold || !isNew)
            RaiseVersion();
        isTold = true;
        return Version;
    }
}
