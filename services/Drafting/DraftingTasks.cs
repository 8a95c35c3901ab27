using Integrationskonzept.Drafting.Decisions;
using Integrationskonzept.Drafting.Measures;
using Integrationskonzept.Drafting.Milestones;
using Integrationskonzept.Drafting.Papers;
using Integrationskonzept.Drafting.Sections;
using Integrationskonzept.ServiceDefaults.Tasks;

namespace Integrationskonzept.Drafting;

/// <summary>What the slices say is to be done.</summary>
static class DraftingTasks
{
    public static void AddDraftingTasks(this IServiceCollection services) =>
        services
            .AddTasks<FindingsToSettle>()
            .AddTasks<DecisionsToRecord>()
            .AddTasks<ChaptersToWrite>()
            .AddTasks<OwnersToName>()
            .AddTasks<ConceptsToSubmit>();
}
