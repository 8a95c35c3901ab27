using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Messaging;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Benchmarks;

/// <summary>The sender's change and the consumer's effect: one row each, as the least that a slice does.</summary>
sealed class BenchDb(DbContextOptions<BenchDb> options, TenantContext tenant, OutboxSignal signal) : ServiceDb(options, tenant, signal)
{
    public const string Service = "bench";

    public DbSet<Sent> Sent => Set<Sent>();
    public DbSet<Received> Received => Set<Received>();
}

sealed class Sent : Aggregate
{
    public required Guid Message { get; init; }
}

sealed class Received : Aggregate
{
    public required Guid Message { get; init; }
}
