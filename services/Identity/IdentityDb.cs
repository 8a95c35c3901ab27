using Integrationskonzept.Identity.Accounts;
using Integrationskonzept.Identity.Browsers;
using Integrationskonzept.Identity.Erasure;
using Integrationskonzept.Identity.Members;
using Integrationskonzept.Identity.SecondFactors;
using Integrationskonzept.Identity.Tenants;
using Integrationskonzept.Mailing;
using Integrationskonzept.ServiceDefaults;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Messaging;
using Integrationskonzept.ServiceDefaults.Persons;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Integrationskonzept.Identity;

/// <summary>
/// Tenants, accounts with their memberships, clients and tokens. Accounts belong to no single Landkreis (a person can be a member of
/// several, and signs in before any is known), so these tables have no tenant policy; endpoints check memberships instead. Invitations and
/// the log of grants are a Landkreis' own and have one.
/// </summary>
public sealed class IdentityDb(DbContextOptions<IdentityDb> options, TenantContext tenant, OutboxSignal signal)
    : ServiceDb(options, tenant, signal)
{
    public const string Service = "identity";

    public DbSet<Tenant> Tenants => Set<Tenant>();
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<Membership> Memberships => Set<Membership>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<Grant> Grants => Set<Grant>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<GuessCount> Guesses => Set<GuessCount>();
    public DbSet<CodeSecret> CodeSecrets => Set<CodeSecret>();
    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();
    public DbSet<Passkey> Passkeys => Set<Passkey>();
    public DbSet<ErasureRequest> Erasures => Set<ErasureRequest>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.UseOpenIddict<Guid>();
        model.AddProtectionKeys();
        model.AddMailing();
        model.AddPersonAliases();
        model.ApplyConfigurationsFromAssembly(typeof(IdentityDb).Assembly);
        base.OnModelCreating(model);
    }

    sealed class DesignTime : IDesignTimeDbContextFactory<IdentityDb>
    {
        public IdentityDb CreateDbContext(string[] args) => ServiceHost.Open<IdentityDb>("Host=localhost");
    }
}
