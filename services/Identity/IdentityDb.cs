using Integrationskonzept.Identity.Accounts;
using Integrationskonzept.Identity.Tenants;
using Integrationskonzept.ServiceDefaults;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Messaging;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Integrationskonzept.Identity;

/// <summary>
/// Tenants, accounts with their memberships, clients and tokens. Accounts belong to no single Landkreis (a person can be a member of
/// several, and signs in before any is known), so these tables have no tenant policy; endpoints check memberships instead.
/// </summary>
public sealed class IdentityDb(DbContextOptions<IdentityDb> options, TenantContext tenant, OutboxSignal signal)
    : ServiceDb(options, tenant, signal)
{
    public const string Service = "identity";

    public DbSet<Tenant> Tenants => Set<Tenant>();
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<Membership> Memberships => Set<Membership>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.UseOpenIddict<Guid>();
        model.AddProtectionKeys();
        model.ApplyConfigurationsFromAssembly(typeof(IdentityDb).Assembly);
        base.OnModelCreating(model);
    }

    sealed class DesignTime : IDesignTimeDbContextFactory<IdentityDb>
    {
        public IdentityDb CreateDbContext(string[] args) => ServiceHost.Open<IdentityDb>("Host=localhost");
    }
}
