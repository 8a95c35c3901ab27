using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Prioritisation;
using Integrationskonzept.Participation.TopicAreas;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Records;

/// <summary>What the other services learn of a concluded topic area: results and contributions, no person.</summary>
static class Conclusion
{
    public static async Task<TopicAreaConcluded> OfAsync(ParticipationDb db, TopicArea area, Record record, CancellationToken ct)
    {
        var contributions = await db.Contributions.AsNoTracking().Where(row => row.TopicAreaId == area.Id).OrderBy(row => row.Id).ToListAsync(ct);
        var points = await db.SumPointsAsync([.. contributions.Select(row => row.Id)], ct);
        return new()
        {
            MandateId = area.MandateId, Key = area.Key, Title = area.Title, Situation = record.Situation, Needs = record.Needs, Goals = record.Goals, Measures = record.Measures,
            Contributions = [.. contributions.Select(row =>
                new ContributionSource(row.Id, row.Kind, row.Text, row.Organisation, row.Group, points.GetValueOrDefault(row.Id)))],
        };
    }
}
