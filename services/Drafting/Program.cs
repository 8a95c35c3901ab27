using Integrationskonzept.Drafting;
using Integrationskonzept.Drafting.Adoption;
using Integrationskonzept.Drafting.Concepts;
using Integrationskonzept.Drafting.Conclusions;
using Integrationskonzept.Drafting.Decisions;
using Integrationskonzept.Drafting.Erasure;
using Integrationskonzept.Drafting.Goals;
using Integrationskonzept.Drafting.Measures;
using Integrationskonzept.Drafting.Milestones;
using Integrationskonzept.Drafting.Papers;
using Integrationskonzept.Drafting.Papers.Fetching;
using Integrationskonzept.Drafting.Readiness;
using Integrationskonzept.Drafting.Sections;
using Integrationskonzept.Drafting.Tracing;
using Integrationskonzept.Drafting.Translations;
using Integrationskonzept.Drafting.Translations.Xliff;
using Integrationskonzept.ServiceDefaults;
using Integrationskonzept.ServiceDefaults.Messaging;
using Integrationskonzept.ServiceDefaults.Persons;
using Integrationskonzept.ServiceDefaults.Rendering;
using Integrationskonzept.ServiceDefaults.Tasks;

if (await ServiceHost.MigratesAsync<DraftingDb>(DraftingDb.Service, args))
    return;

var builder = WebApplication.CreateBuilder(args);
builder.AddTenantService<DraftingDb>(DraftingDb.Service);
builder.AddMessaging(
    DraftingDb.Service,
    bus =>
    {
        bus.AddConceptConsumers();
        bus.AddConclusionConsumers();
    }
);
builder.AddRenderingClient();
builder.Services.AddDecisions();
builder.Services.AddConclusions();
builder.Services.AddDraftingTasks();
builder.Services.AddScoped<PaperStoring>();
builder.AddPaperFetching();
builder.Services.AddScoped<IMeasureReferences, MeasureReferences>();
builder.Services.AddPersonalData<RevisionData>();
builder.Services.AddPersonalData<TranslationData>();

var app = builder.Build();
app.UseTenantService(DraftingDb.Service);
app.MapPapers();
app.MapPaperFetching();
app.MapDecisions();
app.MapConcepts();
app.MapSections();
app.MapLanguages();
app.MapSectionTranslations();
app.MapXliff();
app.MapGoals();
app.MapSectionTree();
app.MapRevisions();
app.MapSectionSearch();
app.MapMeasures();
app.MapMilestones();
app.MapReadiness();
app.MapTraces();
app.MapConceptTraces();
app.MapAdoptionPapers();
app.MapTasks(DraftingDb.Service);
await app.RunAsync();

namespace Integrationskonzept.Drafting
{
    /// <summary>Entry point, public for tests.</summary>
    public partial class Program;
}
