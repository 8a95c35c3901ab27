using Integrationskonzept.Publication.Editions;
using Integrationskonzept.Publication.Processes;
using Integrationskonzept.Publication.Renditions;
using Integrationskonzept.ServiceDefaults;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Messaging;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Integrationskonzept.Publication;

/// <summary>Sealed editions with their renditions, and what the public may know of a process.</summary>
public sealed class PublicationDb(DbContextOptions<PublicationDb> options, TenantContext tenant, OutboxSignal signal)
    : ServiceDb(options, tenant, signal)
{
    public const string Service = "publication";

    public DbSet<Edition> Editions => Set<Edition>();
    public DbSet<Rendition> Renditions => Set<Rendition>();
    public DbSet<RenditionJob> RenditionJobs => Set<RenditionJob>();
    public DbSet<ReceivedPart> ReceivedParts => Set<ReceivedPart>();
    public DbSet<Process> Processes => Set<Process>();
    public DbSet<PublicTopicArea> TopicAreas => Set<PublicTopicArea>();
    public DbSet<PublicEvent> Events => Set<PublicEvent>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.ApplyConfigurationsFromAssembly(typeof(PublicationDb).Assembly);
        model.ApplyConfiguration(new ReceivedPartTable());
        base.OnModelCreating(model);
    }

    sealed class DesignTime : IDesignTimeDbContextFactory<PublicationDb>
    {
        public PublicationDb CreateDbContext(string[] args) => ServiceHost.Open<PublicationDb>("Host=localhost");
    }
}
