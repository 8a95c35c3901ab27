using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Messaging;
using Integrationskonzept.ServiceDefaults.Persons;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.ValueGeneration;

namespace Integrationskonzept.ServiceDefaults.Data;

/// <summary>What every service's database has: the known tenants, outbox, inbox, idempotency keys, and tenant-owned rows.</summary>
public abstract class ServiceDb(DbContextOptions options, TenantContext tenant, OutboxSignal signal) : DbContext(options)
{
    public DbSet<KnownTenant> KnownTenants => Set<KnownTenant>();
    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();
    public DbSet<InboxEntry> Inbox => Set<InboxEntry>();
    public DbSet<IdempotencyKey> IdempotencyKeys => Set<IdempotencyKey>();

    string? CurrentTenant => tenant.Slug;

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<KnownTenant>(known =>
        {
            known.HasKey(row => row.Slug);
            known.Property(row => row.Organizations).HasJson();
        });
        model.Entity<OutboxMessage>(outbox =>
        {
            outbox.ToTable("outbox").HasKey(row => row.Position);
            outbox.HasIndex(row => row.MessageId).IsUnique();
            outbox.HasIndex(row => new { row.DueAt, row.Position }).HasFilter("not parked");
            outbox.Property(row => row.Body).HasColumnType("jsonb");
        });
        model.Entity<InboxEntry>(inbox =>
        {
            inbox.ToTable("inbox").HasKey(row => new { row.MessageId, row.Consumer });
            inbox.HasIndex(row => row.ConsumedAt);
        });
        model.Entity<IdempotencyKey>(keys =>
        {
            keys.HasKey(row => new
            {
                row.Tenant,
                row.Caller,
                row.Key,
            });
            keys.HasIndex(row => row.CreatedAt);
        });
        model.AddErasedPersons();

        foreach (var owned in model.Model.GetEntityTypes().Where(type => typeof(ITenantOwned).IsAssignableFrom(type.ClrType)).ToList())
        {
            GetType()
                .BaseType!.GetMethod(nameof(Guard), System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!
                .MakeGenericMethod(owned.ClrType)
                .Invoke(this, [model]);
        }
    }

    private protected void Guard<T>(ModelBuilder model)
        where T : class, ITenantOwned
    {
        var entity = model.Entity<T>();
        entity.HasQueryFilter(row => row.Tenant == CurrentTenant);
        entity.Property(row => row.Tenant).HasMaxLength(63).HasValueGenerator<TenantOfContext>();
        if (!typeof(Aggregate).IsAssignableFrom(typeof(T)))
            return;
        entity.HasKey(nameof(Aggregate.Tenant), nameof(Aggregate.Id));
        entity.Property(nameof(Aggregate.Id)).ValueGeneratedNever();
        entity.Property(nameof(Aggregate.Version)).IsConcurrencyToken();
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken ct = default)
    {
        // What others were told of was raised by that.
        foreach (var changed in ChangeTracker.Entries<Aggregate>().Where(entry => entry.State == EntityState.Modified))
            if (!changed.Property(row => row.Version).IsModified)
                changed.Entity.RaiseVersion();
        if (CurrentTenant is { } slug)
            await this.UseAliasesAsync(slug, ct);
        var published = ChangeTracker.Entries<OutboxMessage>().Any(entry => entry.State == EntityState.Added);
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, ct);
        if (published && Database.CurrentTransaction is null)
            signal.Wake();
        return saved;
    }

    /// <summary>After a commit that was not <see cref="SaveChangesAsync(bool, CancellationToken)"/>'s own.</summary>
    internal void WakeRelay() => signal.Wake();

    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException($"Use {nameof(SaveChangesAsync)}.");

    sealed class TenantOfContext : ValueGenerator<string>
    {
        public override bool GeneratesTemporaryValues => false;

        public override string Next(EntityEntry entry) =>
            ((ServiceDb)entry.Context).CurrentTenant
            ?? throw new InvalidOperationException($"{entry.Metadata.DisplayName()} can't be stored outside of a tenant.");
    }
}
