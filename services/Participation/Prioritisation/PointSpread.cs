using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.TopicAreas;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Prioritisation;

/// <summary>One person's points of a topic area; what counts is the last spread.</summary>
sealed class PointSpread(ParticipationDb db, TenantContext tenant)
{
    public const int PerPerson = 10;

    public Task<MyPoints> GiveAsync(Guid topicAreaId, string giver, IReadOnlyList<PointsFor> give, CancellationToken ct) =>
        db.InTransactionAsync(
            async () =>
            {
                await db.RequirePointsOpenAsync(topicAreaId, ct);
                if (give.Sum(row => row.Points) > PerPerson)
                    throw new TooManyPoints(PerPerson);
                var ids = give.Select(row => row.ContributionId).Distinct().ToList();
                if (ids.Count != give.Count || await db.Standing(topicAreaId).CountAsync(row => ids.Contains(row.Id), ct) != ids.Count)
                    throw new PointsMisplaced();

                // One spread of a person at a time: two at once would add up to more than ten.
                await db.Database.ExecuteSqlAsync(
                    $"select pg_advisory_xact_lock(hashtextextended({$"{tenant.Required}/{topicAreaId}/{giver}"}, 0))",
                    ct
                );
                var before = db.Points.Where(row => row.TopicAreaId == topicAreaId && row.Giver == giver);
                Guid[] touched = [.. ids.Union(await before.Select(row => row.ContributionId).ToListAsync(ct))];
                await db.HoldContributionsAsync(touched, ct);
                await before.ExecuteDeleteAsync(ct);
                db.Points.AddRange(
                    give.Select(row => new GivenPoints
                    {
                        TopicAreaId = topicAreaId,
                        Giver = giver,
                        ContributionId = row.ContributionId,
                        Points = row.Points,
                    })
                );
                await db.SaveChangesAsync(ct);
                await db.CountPointsAsync(touched, ct);
                return MyPoints.Of(give);
            },
            ct
        );
}
