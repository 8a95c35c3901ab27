using Integrationskonzept.Probe.Notes;
using Integrationskonzept.ServiceDefaults;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Messaging;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Integrationskonzept.Probe;

/// <summary>The smallest service that uses all that services share: notes, and an echo for every note that was told of.</summary>
public sealed class ProbeDb(DbContextOptions<ProbeDb> options, TenantContext tenant, OutboxSignal signal)
    : ServiceDb(options, tenant, signal)
{
    public const string Service = "probe";

    public DbSet<Note> Notes => Set<Note>();
    public DbSet<Echo> Echoes => Set<Echo>();
    public DbSet<Obstacle> Obstacles => Set<Obstacle>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Note>();
        model.Entity<Echo>().HasIndex(echo => new { echo.Tenant, echo.NoteId });
        model.Entity<Obstacle>().HasKey(obstacle => obstacle.NoteId);
        base.OnModelCreating(model);
    }

    sealed class DesignTime : IDesignTimeDbContextFactory<ProbeDb>
    {
        public ProbeDb CreateDbContext(string[] args) => ServiceHost.Open<ProbeDb>("Host=localhost");
    }
}
