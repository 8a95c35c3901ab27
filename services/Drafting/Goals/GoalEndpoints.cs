using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Drafting.Concepts;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Integrationskonzept.Drafting.Goals;

static class GoalEndpoints
{
    public static void MapGoals(this IEndpointRouteBuilder app)
    {
        var goals = app.MapTenantApi("concepts/{conceptId:guid}/goals", "Goals");

        goals
            .MapGet(
                "",
                async (Guid conceptId, DraftingDb db, CancellationToken ct) =>
                {
                    await db.Concepts.AsNoTracking().GetAsync(conceptId, ct);
                    var rows = await db.Goals.InReadingOrder(conceptId).ToListAsync(ct);
                    return TypedResults.Ok(rows.Select(GoalDto.From).ToList());
                }
            )
            .RequirePermission(Permissions.ConceptRead)
            .WithName("list-goals")
            .WithSummary("All goals in reading order");

        goals
            .MapGet(
                "{id:guid}",
                async (Guid conceptId, Guid id, DraftingDb db, CancellationToken ct) =>
                    TypedResults.Ok(GoalDto.From(await db.Goals.AsNoTracking().Where(row => row.ConceptId == conceptId).GetAsync(id, ct)))
            )
            .RequirePermission(Permissions.ConceptRead)
            .WithName("get-goal")
            .WithSummary("One goal");

        goals
            .MapPost("", AddAsync)
            .RequirePermission(Permissions.ConceptWrite)
            .WithName("add-goal")
            .WithSummary("Adds a goal as the last of its topic area");

        goals
            .MapPut("{id:guid}", EditAsync)
            .RequirePermission(Permissions.ConceptWrite)
            .WithName("edit-goal")
            .WithSummary("Edits a goal; where it came from stays");

        goals
            .MapPut("{id:guid}/position", MoveAsync)
            .RequirePermission(Permissions.ConceptWrite)
            .WithName("move-goal")
            .WithSummary("Puts a goal at another place of its topic area; the numbers follow, the ids stay");

        goals
            .MapDelete("{id:guid}", RemoveAsync)
            .RequirePermission(Permissions.ConceptWrite)
            .WithName("remove-goal")
            .WithSummary("Removes a goal that no measure has; milestones keep what they froze");
    }

    static Task<Created<GoalDto>> AddAsync(Guid conceptId, AddGoal add, DraftingDb db, TenantContext tenant, CancellationToken ct) =>
        db.WhileDraftingAsync(
            conceptId,
            async concept =>
            {
                var area = concept.RequireTopicArea(add.TopicAreaKey);
                var goal = new Goal
                {
                    ConceptId = conceptId,
                    SectionKey = add.TopicAreaKey,
                    TopicArea = area,
                    Position = 1 + await db.Goals.In(conceptId, area).LastPlaceAsync(ct),
                    Title = add.Goal.Title,
                    Description = add.Goal.Description,
                };
                db.Goals.Add(goal);
                await db.SaveChangesAsync(ct);
                return TypedResults.Created($"/api/v1/{tenant.Required}/concepts/{conceptId}/goals/{goal.Id}", GoalDto.From(goal));
            },
            ct
        );

    static Task<Ok<GoalDto>> EditAsync(Guid conceptId, Guid id, EditGoal edit, IfMatch match, DraftingDb db, CancellationToken ct) =>
        db.WhileDraftingAsync(
            conceptId,
            async _ =>
            {
                var goal = await db.Goals.Where(row => row.ConceptId == conceptId).GetAsync(id, ct);
                match.Require(goal);
                goal.Title = edit.Title;
                goal.Description = edit.Description;
                await db.SaveChangesAsync(ct);
                return TypedResults.Ok(GoalDto.From(goal));
            },
            ct
        );

    static Task<Ok<GoalDto>> MoveAsync(Guid conceptId, Guid id, MoveTo move, IfMatch match, DraftingDb db, CancellationToken ct) =>
        db.WhileDraftingAsync(
            conceptId,
            async _ =>
            {
                var goals = db.Goals.AsNoTracking().Where(row => row.ConceptId == conceptId);
                var goal = await goals.GetAsync(id, ct);
                match.Require(goal);
                await db.Goals.In(conceptId, goal.TopicArea).MoveAsync(goal.Position, move.Position, ct);
                return TypedResults.Ok(GoalDto.From(await goals.GetAsync(id, ct)));
            },
            ct
        );

    static Task<NoContent> RemoveAsync(Guid conceptId, Guid id, IfMatch match, DraftingDb db, CancellationToken ct) =>
        db.WhileDraftingAsync(
            conceptId,
            async _ =>
            {
                var goal = await db.Goals.Where(row => row.ConceptId == conceptId).GetAsync(id, ct);
                match.Require(goal);
                db.Goals.Remove(goal);
                try
                {
                    await db.SaveChangesAsync(ct);
                }
                catch (DbUpdateException failure)
                    when (failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation })
                {
                    throw new GoalHasMeasures();
                }
                await db.Goals.In(conceptId, goal.TopicArea).CloseAsync(goal.Position, ct);
                return TypedResults.NoContent();
            },
            ct
        );
}

/// <summary>A Handlungsziel of the concept.</summary>
public sealed record GoalDto : IVersioned
{
    /// <summary>Stable id, from the record to the edition.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required int Version { get; init; }

    /// <summary>Number as printed, such as <c>Z1.2</c>: topic area, goal.</summary>
    public required string Number { get; init; }

    /// <summary>Place in its topic area, from 1.</summary>
    public required int Position { get; init; }

    /// <summary>The chapter that it stands in, which is its topic area's.</summary>
    public required string SectionKey { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>What it means, CommonMark.</summary>
    public required string Description { get; init; }

    /// <summary>The contributions behind it; none for one that editors added.</summary>
    public required IReadOnlyList<Guid> ContributionIds { get; init; }

    internal static GoalDto From(Goal goal) =>
        new()
        {
            Id = goal.Id,
            Version = goal.Version,
            Number = goal.Number,
            Position = goal.Position,
            SectionKey = goal.SectionKey,
            Title = goal.Title,
            Description = goal.Description,
            ContributionIds = goal.ContributionIds,
        };
}

/// <param name="TopicAreaKey">Key of the topic area within the concept.</param>
/// <param name="Goal">What it says.</param>
public sealed record AddGoal([Required, MaxLength(200)] string TopicAreaKey, EditGoal Goal);

/// <param name="Title">Title, up to 300 characters.</param>
/// <param name="Description">What it means, CommonMark.</param>
public sealed record EditGoal([Required, MaxLength(Goal.MostOfTitle)] string Title, [MaxLength(20_000)] string Description = "");

/// <summary>Measures still serve the goal.</summary>
public sealed class GoalHasMeasures()
    : ConflictProblem(
        "goal-has-measures",
        new(
            "Zu diesem Ziel gehören noch Maßnahmen. Ordnen Sie sie zuerst einem anderen Ziel zu oder keinem.",
            "Measures still belong to this goal. First give them another goal, or none."
        )
    );
