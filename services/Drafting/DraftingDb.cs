using Integrationskonzept.Drafting.Concepts;
using Integrationskonzept.Drafting.Conclusions;
using Integrationskonzept.Drafting.Goals;
using Integrationskonzept.Drafting.Measures;
using Integrationskonzept.Drafting.Milestones;
using Integrationskonzept.Drafting.Papers;
using Integrationskonzept.Drafting.Sections;
using Integrationskonzept.Drafting.Translations;
using Integrationskonzept.ServiceDefaults;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Messaging;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Integrationskonzept.Drafting;

/// <summary>Papers with their Beratungsfolge, and the concept with its sections, measures and milestones.</summary>
public sealed class DraftingDb(DbContextOptions<DraftingDb> options, TenantContext tenant, OutboxSignal signal)
    : ServiceDb(options, tenant, signal)
{
    public const string Service = "drafting";

    public DbSet<Paper> Papers => Set<Paper>();
    public DbSet<Concept> Concepts => Set<Concept>();
    public DbSet<Section> Sections => Set<Section>();
    public DbSet<Revision> Revisions => Set<Revision>();
    public DbSet<SectionTranslation> SectionTranslations => Set<SectionTranslation>();
    public DbSet<TranslationRevision> TranslationRevisions => Set<TranslationRevision>();
    public DbSet<ConceptLanguages> ConceptLanguages => Set<ConceptLanguages>();
    public DbSet<Goal> Goals => Set<Goal>();
    public DbSet<Measure> Measures => Set<Measure>();
    public DbSet<Source> Sources => Set<Source>();
    public DbSet<HeldEvent> HeldEvents => Set<HeldEvent>();
    public DbSet<WaitingConclusion> WaitingConclusions => Set<WaitingConclusion>();
    public DbSet<ReceivedPart> ReceivedParts => Set<ReceivedPart>();
    public DbSet<Milestone> Milestones => Set<Milestone>();
    public DbSet<MilestonePart> MilestoneParts => Set<MilestonePart>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.ApplyConfigurationsFromAssembly(typeof(DraftingDb).Assembly);
        model.ApplyConfiguration(new ReceivedPartTable());
        base.OnModelCreating(model);
    }

    sealed class DesignTime : IDesignTimeDbContextFactory<DraftingDb>
    {
        public DraftingDb CreateDbContext(string[] args) => ServiceHost.Open<DraftingDb>("Host=localhost");
    }
}
