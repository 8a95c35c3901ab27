using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.Moderation;
using Integrationskonzept.Participation.Prioritisation;
using Integrationskonzept.Participation.Records;
using Integrationskonzept.Participation.TopicAreas;
using Integrationskonzept.ServiceDefaults.Tasks;

namespace Integrationskonzept.Participation;

/// <summary>What the slices say is to be done.</summary>
static class ParticipationTasks
{
    public static void AddParticipationTasks(this IServiceCollection services) =>
        services
            .AddTasks<TopicAreasToOpen>()
            .AddTasks<RecordsToWrite>()
            .AddTasks<TopicAreasToConclude>()
            .AddTasks<ContributionsToMake>()
            .AddTasks<PointsToGive>()
            .AddTasks<CasesToDecide>();
}
