using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.TopicAreas;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Prioritisation;

/// <summary>
/// Everybody has ten points per topic area and spreads them over contributions. How many a contribution has is shown to nobody, staff
/// included, before the prioritisation is closed.
/// </summary>
static class PrioritisationEndpoints
{
    public const string Tag = "Prioritisation";

    public static void MapPrioritisation(this IEndpointRouteBuilder app)
    {
        var area = app.MapTenantApi("topic-areas/{topicAreaId:guid}", Tag);

        area.MapGet(
                "points",
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
            .RequirePermission(Permissions.ContributionsSubmit)
            .WithName("get-my-points")
            .WithSummary("How the caller has spread the points");

        area.MapPut(
                "points",
                async (Guid topicAreaId, GivePoints give, PointSpread spread, Caller caller, CancellationToken ct) =>
                    TypedResults.Ok(await spread.GiveAsync(topicAreaId, caller.Id, give.Points, ct))
            )
            .RequirePermission(Permissions.ContributionsSubmit)
            .WithName("give-points")
            .WithSummary("Spreads the caller's ten points; replaces the last spread, so that repeating it changes nothing");

        area.MapGet("prioritisation", GetAsync)
            .RequirePermission(Permissions.TopicAreasRead)
            .WithName("get-prioritisation")
            .WithSummary("Whether points are given, and how many people have given some");

        area.MapPost("prioritisation/close", CloseAsync)
            .RequirePermission(Permissions.RecordsWrite)
            .WithName("close-prioritisation")
            .WithSummary("Ends the giving of points and shows the result to all; closed already, nothing changes");

        area.MapPost("prioritisation/reopen", ReopenAsync)
            .RequirePermission(Permissions.RecordsWrite)
            .WithName("reopen-prioritisation")
            .WithSummary("Lets people give points again, and hides the result; before the topic area is concluded");

        app.MapTablets();
    }

    static async Task<Ok<PrioritisationDto>> GetAsync(Guid topicAreaId, ParticipationDb db, CancellationToken ct) =>
        TypedResults.Ok(await db.ToPrioritisationAsync(await db.TopicAreas.AsNoTracking().GetAsync(topicAreaId, ct), ct));

    static Task<Ok<PrioritisationDto>> CloseAsync(Guid topicAreaId, ParticipationDb db, TimeProvider time, CancellationToken ct) =>
        db.InTransactionAsync(
            async () =>
            {
                // Alone: points of the same moment are in the result or refused.
                await db.RequireOpenAloneAsync(topicAreaId, ct);
                var area = await db.TopicAreas.GetAsync(topicAreaId, ct);
                if (area.ClosePrioritisation(time.GetUtcNow()))
                    await db.TellOfPointsAsync(topicAreaId, ct);
                await db.Tablets.Where(row => row.TopicAreaId == topicAreaId).ExecuteUpdateAsync(Tablet.Ending, ct);
                await db.SaveChangesAsync(ct);
                return TypedResults.Ok(await db.ToPrioritisationAsync(area, ct));
            },
            ct
        );

    static Task<Ok<PrioritisationDto>> ReopenAsync(Guid topicAreaId, ParticipationDb db, CancellationToken ct) =>
        db.InTransactionAsync(
            async () =>
            {
                await db.RequireOpenAloneAsync(topicAreaId, ct);
                var area = await db.TopicAreas.GetAsync(topicAreaId, ct);
                area.ReopenPrioritisation();
                await db.SaveChangesAsync(ct);
                return TypedResults.Ok(await db.ToPrioritisationAsync(area, ct));
            },
            ct
        );

    static async Task<PrioritisationDto> ToPrioritisationAsync(this ParticipationDb db, TopicArea area, CancellationToken ct) =>
        new(
            area.State == TopicAreaState.Open && area.PrioritisationClosedAt is null,
            area.PrioritisationClosedAt,
            PointSpread.PerPerson,
            await db.Points.Where(row => row.TopicAreaId == area.Id).Select(row => row.Giver).Distinct().CountAsync(ct)
        );
}

/// <param name="Points">Points by contribution; at most ten together.</param>
public sealed record GivePoints([MaxLength(PointSpread.PerPerson)] IReadOnlyList<PointsFor> Points);

/// <param name="Points">As given.</param>
/// <param name="Left">Points not given yet.</param>
public sealed record MyPoints(IReadOnlyList<PointsFor> Points, int Left)
{
    internal static MyPoints Of(IReadOnlyList<PointsFor> points) => new(points, PointSpread.PerPerson - points.Sum(row => row.Points));
}

/// <summary>How far the prioritisation of a topic area is.</summary>
/// <param name="Open">True while points are given.</param>
/// <param name="ClosedAt">When it was closed; since then points are shown.</param>
/// <param name="PointsPerPerson">How many points each has.</param>
/// <param name="People">How many have given points, those at shared tablets included.</param>
public sealed record PrioritisationDto(bool Open, DateTimeOffset? ClosedAt, int PointsPerPerson, int People);

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
