using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.TopicAreas;
using Integrationskonzept.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Records;

/// <summary>What the other services learn of a concluded topic area: results and contributions, no person.</summary>
static class Conclusion
{
    public static async Task<IEnumerable<TopicAreaConcluded>> GatherAsync(
        ParticipationDb db,
        TopicArea area,
        Record record,
        CancellationToken ct
    )
    {
        var contributions = await db.Standing(area.Id).AsNoTracking().OrderBy(row => row.Id).ToListAsync(ct);
        var sources = contributions.Select(row => new ContributionSource(
            row.Id,
            row.Kind,
            row.Text,
            row.Organisation,
            row.Group,
            row.Points
        ));
        return Parts
            .Of(record.Needs, record.Goals, record.Measures, sources)
            .Select(part => new TopicAreaConcluded
            {
                MandateId = area.MandateId,
                Key = area.Key,
                Title = area.Title,
                Part = part.Part,
                Situation = part.IsFirst ? record.Situation : "",
                Needs = part.Items<Finding>(0),
                Goals = part.Items<Finding>(1),
                Measures = part.Items<MeasureProposal>(2),
                Contributions = part.Items<ContributionSource>(3),
            });
    }
}
