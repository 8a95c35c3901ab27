using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Scheduling.Resources.Shared;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Programme.PlanningRuns;

static class PlanningRunEndpoints
{
    const string Address = $"/api/v1/operations/{SchedulingDb.Service}/planning-runs";

    public static void AddPlanningRuns(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PlanningRunMetrics>().AddSingleton<RunPlans>().AddHostedService<PlanningRunWorker>();
        builder.Services.AddHealthChecks().AddCheck<PlanningRunHealth>("planning-runs");
    }

    public static void MapPlanningRuns(this IEndpointRouteBuilder app)
    {
        var runs = app.MapGroup(Address).WithTags("Planning runs").WithETags().RequirePermission(Permissions.PlatformOperate);

        runs.MapPost(
                "",
                async (StartPlanningRun wish, SchedulingDb db, TenantDirectory tenants, TimeProvider clock, CancellationToken ct) =>
                {
                    foreach (var slug in wish.Tenants)
                        if (await tenants.FindAsync(slug, ct) is null)
                            throw new SharedWithUnknown(slug);
                    var run = db.Add(
                        new PlanningRun
                        {
                            Parts = [.. wish.Tenants.Distinct().Select(tenant => new PlanningRunPart(tenant, PlanningRunOutcome.Waiting))],
                            LimitSeconds = wish.LimitSeconds,
                            CreatedAt = clock.GetUtcNow(),
                        }
                    ).Entity;
                    await db.SaveChangesAsync(ct);
                    return TypedResults.Created($"{Address}/{run.Id}", PlanningRunDto.From(run));
                }
            )
            .WithName("start-planning-run")
            .WithSummary(
                "Plans several Landkreise together over what they share, in the background; each gets a proposal made "
                    + "from the terms of its newest one"
            );

        runs.MapGet(
                "",
                async (SchedulingDb db, CancellationToken ct) =>
                    TypedResults.Ok(
                        (await db.PlanningRuns.AsNoTracking().OrderByDescending(row => row.Id).Take(50).ToListAsync(ct)).ConvertAll(
                            PlanningRunDto.From
                        )
                    )
            )
            .WithName("list-planning-runs")
            .WithSummary("The last 50 runs, newest first");

        runs.MapGet(
                "{id:guid}",
                async (Guid id, SchedulingDb db, CancellationToken ct) =>
                    TypedResults.Ok(
                        PlanningRunDto.From(
                            await db.PlanningRuns.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct)
                                ?? throw new NotFoundProblem()
                        )
                    )
            )
            .WithName("get-planning-run")
            .WithSummary("How far a run is: plans done, points and gap, what became of each Landkreis");

        runs.MapPost(
                "{id:guid}/cancel",
                async (Guid id, SchedulingDb db, TimeProvider clock, CancellationToken ct) =>
                    TypedResults.Ok(PlanningRunDto.From(await db.ChangeAsync(id, run => run.Cancel(clock.GetUtcNow()), ct)))
            )
            .WithName("cancel-planning-run")
            .WithSummary("Stops a run within seconds; nothing is proposed then");
    }
}

/// <param name="Tenants">Slugs of the Landkreise.</param>
/// <param name="LimitSeconds">How long better plans are looked for, 5 to 600; 60 if not said.</param>
public sealed record StartPlanningRun(
    [Required, MinLength(1), MaxLength(60)] IReadOnlyList<string> Tenants,
    [Range(5, 600)] int LimitSeconds = 60
);

/// <summary>A run that plans several Landkreise together.</summary>
public sealed record PlanningRunDto : IVersioned
{
    /// <summary>Id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required int Version { get; init; }

    /// <summary>How far it is.</summary>
    public required PlanningRunState State { get; init; }

    /// <summary>Landkreise that have an answer.</summary>
    public required int PlansDone { get; init; }

    /// <summary>All Landkreise of the run.</summary>
    public required int PlansTotal { get; init; }

    /// <summary>Plans found so far, better ones included.</summary>
    public required int Solutions { get; init; }

    /// <summary>Points of the best plans together; fewer are better.</summary>
    public long? Points { get; init; }

    /// <summary>What they can't fall below.</summary>
    public long? Bound { get; init; }

    /// <summary>Part of the points that better plans could save at most: 0 is proven best.</summary>
    public double? Gap { get; init; }

    /// <summary>What became of each Landkreis.</summary>
    public required IReadOnlyList<PlanningRunPart> Parts { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When work on it began, the last time.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>How often it was begun; more than once after a process died.</summary>
    public required int Attempts { get; init; }

    /// <summary>True if somebody wants it to stop.</summary>
    public required bool CancelRequested { get; init; }

    /// <summary>Why it failed.</summary>
    public string? Failure { get; init; }

    internal static PlanningRunDto From(PlanningRun row) =>
        new()
        {
            Id = row.Id,
            Version = row.Version,
            State = row.State,
            PlansDone = row.Parts.Count(part => part.Outcome != PlanningRunOutcome.Waiting),
            PlansTotal = row.Parts.Count,
            Solutions = row.Solutions,
            Points = row.Points,
            Bound = row.Bound,
            Gap =
                row.Points is > 0 and var points ? (points - row.Bound) / (double)points
                : row.Points is null ? null
                : 0,
            Parts = row.Parts,
            CreatedAt = row.CreatedAt,
            StartedAt = row.StartedAt,
            EndedAt = row.EndedAt,
            Attempts = row.Attempts,
            CancelRequested = row.CancelRequested,
            Failure = row.Failure,
        };
}
