using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.TopicAreas;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Prioritisation;

/// <summary>Everybody has ten points per topic area and spreads them over contributions; what counts is the last spread.</summary>
static class PrioritisationEndpoints
{
    const int PointsPerPerson = 10;

    public static void MapPrioritisation(this IEndpointRouteBuilder app)
    {
        var points = app.MapTenantApi("topic-areas/{topicAreaId:guid}/points", "Prioritisation")
            .RequirePermission(Permissions.ContributionsSubmit);

        points
            .MapGet(
                "",
                async (Guid topicAreaId, ParticipationDb db, Caller caller, CancellationToken ct) =>
                {
                    await db.TopicAreas.AsNoTracking().GetAsync(topicAreaId, ct);
                    var rows = await db
                        .Points.AsNoTracking()
                        .Where(row => row.TopicAreaId == topicAreaId && row.Giver == caller.Id)
                        // What went to a hidden one is free again; it is gone for good with the next spread.
                        .Where(row => db.Standing(topicAreaId).Any(one => one.Id == row.ContributionId))
                        .ToListAsync(ct);
                    return TypedResults.Ok(MyPoints.Of([.. rows.Select(row => new PointsFor(row.ContributionId, row.Points))]));
                }
            )
            .WithName("get-my-points")
            .WithSummary("How the caller has spread the points");

        points
            .MapPut("", GiveAsync)
            .WithName("give-points")
            .WithSummary("Spreads the caller's ten points; replaces the last spread, so that repeating it changes nothing");
    }

    static Task<Ok<MyPoints>> GiveAsync(
        Guid topicAreaId,
        GivePoints give,
        ParticipationDb db,
        TenantContext tenant,
        Caller caller,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                await db.RequireOpenAsync(topicAreaId, ct);
                if (give.Points.Sum(row => row.Points) > PointsPerPerson)
                    throw new TooManyPoints(PointsPerPerson);
                var ids = give.Points.Select(row => row.ContributionId).Distinct().ToList();
                if (
                    ids.Count != give.Points.Count
                    || await db.Standing(topicAreaId).CountAsync(row => ids.Contains(row.Id), ct) != ids.Count
                )
                    throw new PointsMisplaced();

                // One spread of a person at a time: two at once would add up to more than ten.
                await db.Database.ExecuteSqlAsync(
                    $"select pg_advisory_xact_lock(hashtextextended({$"{tenant.Required}/{topicAreaId}/{caller.Id}"}, 0))",
                    ct
                );
                var before = db.Points.Where(row => row.TopicAreaId == topicAreaId && row.Giver == caller.Id);
                Guid[] touched = [.. ids.Union(await before.Select(row => row.ContributionId).ToListAsync(ct))];
                await db.HoldContributionsAsync(touched, ct);
                await before.ExecuteDeleteAsync(ct);
                db.Points.AddRange(
                    give.Points.Select(row => new GivenPoints
                    {
                        TopicAreaId = topicAreaId,
                        Giver = caller.Id,
                        ContributionId = row.ContributionId,
                        Points = row.Points,
                    })
                );
                await db.SaveChangesAsync(ct);
                await db.CountPointsAsync(touched, ct);
                return TypedResults.Ok(MyPoints.Of(give.Points));
            },
            ct
        );

    /// <param name="Points">Points by contribution; at most ten together.</param>
    public sealed record GivePoints([MaxLength(PointsPerPerson)] IReadOnlyList<PointsFor> Points);

    /// <param name="Points">As given.</param>
    /// <param name="Left">Points not given yet.</param>
    public sealed record MyPoints(IReadOnlyList<PointsFor> Points, int Left)
    {
        internal static MyPoints Of(IReadOnlyList<PointsFor> points) => new(points, PointsPerPerson - points.Sum(row => row.Points));
    }
}

/// <param name="ContributionId">The contribution.</param>
/// <param name="Points">1 to 10.</param>
public sealed record PointsFor(Guid ContributionId, [Range(1, 10)] int Points);

/// <summary>More points than one has.</summary>
public sealed class TooManyPoints(int most)
    : UnprocessableProblem(
        "too-many-points",
        new(
            $"Sie haben {most} Punkte je Themenfeld. Nehmen Sie anderswo welche weg.",
            $"You have {most} points per topic area. Take some away elsewhere."
        )
    );

/// <summary>Points for something that is not there, or twice for the same.</summary>
public sealed class PointsMisplaced()
    : UnprocessableProblem(
        "points-misplaced",
        new(
            "Jeder Beitrag kann nur einmal vorkommen und muss zu diesem Themenfeld gehören.",
            "Each contribution can be named once only and must belong to this topic area."
        )
    );
