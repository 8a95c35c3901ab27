using Integrationskonzept.Planning;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.Scheduling.Mandates;
using Integrationskonzept.Scheduling.Programme.Meetings;
using Integrationskonzept.Scheduling.Resources.Desk;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Integrationskonzept.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Programme.Plans;

static class PlanEndpoints
{
    public static void AddPlans(this WebApplicationBuilder builder) =>
        builder.Services.AddScoped<PlanInputs>().AddSingleton<ProposalMetrics>();

    public static void MapPlans(this IEndpointRouteBuilder app)
    {
        var plans = app.MapTenantApi("plans", "Plans");

        plans
            .MapPost("", ProposeAsync)
            .RequirePermission(Permissions.PlansWrite)
            .WithName("propose-plan")
            .WithSummary("Proposes dates for a mandate's programme, or says what does not fit and what would");

        plans
            .MapGet(
                "",
                async (SchedulingDb db, TenantClock clock, [AsParameters] PageRequest page, HttpContext http) =>
                {
                    var time = await clock.CivilTimeAsync(http.RequestAborted);
                    return await db.Plans.AsNoTracking().ToPageAsync(page, http, row => PlanDto.From(row, time));
                }
            )
            .RequirePermission(Permissions.PlansRead)
            .WithName("list-plans")
            .WithSummary("All plans, oldest first");

        plans
            .MapGet(
                "{id:guid}",
                async (Guid id, SchedulingDb db, TenantClock clock, CancellationToken ct) =>
                    TypedResults.Ok(PlanDto.From(await db.Plans.AsNoTracking().GetAsync(id, ct), await clock.CivilTimeAsync(ct)))
            )
            .RequirePermission(Permissions.PlansRead)
            .WithName("get-plan")
            .WithSummary("One plan; once confirmed, as it was confirmed");

        plans
            .MapPut("{id:guid}/events/{eventId:guid}", ChangeEventAsync)
            .RequirePermission(Permissions.PlansWrite)
            .WithName("change-planned-event")
            .WithSummary("Changes an event of a proposal; the rules of the plan hold");

        plans
            .MapPost("{id:guid}/confirm", PlanConfirmation.ConfirmAsync)
            .RequirePermission(Permissions.PlansWrite)
            .WithName("confirm-plan")
            .WithSummary("Makes a plan binding; its events are announced");

        plans
            .MapDelete(
                "{id:guid}",
                async (Guid id, SchedulingDb db, CancellationToken ct) =>
                {
                    var plan = await db.Plans.GetAsync(id, ct);
                    plan.RequireProposed();
                    db.Plans.Remove(plan);
                    await db.SaveChangesAsync(ct);
                    return TypedResults.NoContent();
                }
            )
            .RequirePermission(Permissions.PlansWrite)
            .WithName("delete-plan")
            .WithSummary("Throws a proposal away");

        plans
            .MapPost("{id:guid}/replan", Replanning.ReplanAsync)
            .RequirePermission(Permissions.PlansWrite)
            .WithName("replan")
            .WithSummary(
                "Plans anew after something has changed and moves as little as possible; the answer is a proposal to "
                    + "confirm, with the changes"
            );

        plans
            .MapGet("{id:guid}/alternatives", PlanAlternatives.GetAsync)
            .RequirePermission(Permissions.PlansRead)
            .WithName("list-plan-alternatives")
            .WithSummary(
                "Up to three other days for each event of a proposal, everything else left as it is, with cost and religious days"
            );

        plans
            .MapGet("{id:guid}/reasons", PlanReasons.GetAsync)
            .RequirePermission(Permissions.PlansRead)
            .WithName("list-plan-reasons")
            .WithSummary("Why each event of a proposal is on its day, in words");

        plans
            .MapGet("{id:guid}/budget", PlanBudget.GetAsync)
            .RequirePermission(Permissions.PlansRead)
            .WithName("get-plan-budget")
            .WithSummary("What the events cost, and what remains of the money granted");
    }

    static async Task<Created<PlanDto>> ProposeAsync(
        ProposePlan propose,
        SchedulingDb db,
        PlanInputs inputs,
        ProposalMetrics metrics,
        TenantClock clock,
        CancellationToken ct
    )
    {
        var mandate =
            await db.Mandates.AsNoTracking().SingleOrDefaultAsync(row => row.Id == propose.MandateId, ct) ?? throw new MandateUnknown();
        var adoption = propose.Adoption is null ? null : await db.CountBackAsync(propose.Adoption, clock, ct);
        var time = await clock.CivilTimeAsync(ct);
        var terms = propose.TermsFor(mandate, adoption);
        var request = await inputs.GatherAsync(mandate, terms, time, ct);
        var outcome = metrics.Measure(() => Planner.Propose(request));
        if (outcome is PlanRefusal refusal)
            throw refusal.Why;

        var plan = new Plan
        {
            MandateId = mandate.Id,
            Terms = terms,
            Budget = mandate.Budget,
            CreatedAt = clock.GetUtcNow(),
        };
        plan.Take((PlanProposal)outcome, time);
        db.Plans.Add(plan);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/{clock.Slug}/plans/{plan.Id}", PlanDto.From(plan, time));
    }

    static async Task<Ok<PlanDto>> ChangeEventAsync(
        Guid id,
        Guid eventId,
        ChangePlannedEvent change,
        IfMatch match,
        SchedulingDb db,
        BookingDesk desk,
        TenantClock clock,
        CancellationToken ct
    )
    {
        var plan = await db.Plans.GetAsync(id, ct);
        var time = await clock.CivilTimeAsync(ct);
        plan.RequireProposed();
        match.Require(plan);
        var slot = time.Read(change.Start, change.End);
        var own = plan.Replaces is null ? [] : plan.Events.Select(row => row.Id).ToHashSet();
        var participants = plan.Events.FirstOrDefault(row => row.Id == eventId)?.Participants;
        var (venue, moderator) = await desk.RequireAsync(change.VenueId, change.ModeratorId, participants, slot, time, eventId, ct);
        plan.Change(
            eventId,
            slot,
            change.Title.Trim(),
            Words.OrNull(change.Venue),
            venue,
            moderator,
            time,
            await db.OccupiedDaysAsync(plan.Terms.From, own, ct)
        );
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(PlanDto.From(plan, time));
    }
}
