using Integrationskonzept.Planning;
using Integrationskonzept.Scheduling.Programme.Plans;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Programme.PlanningRuns;

/// <summary>What a Landkreis brings into a run.</summary>
/// <param name="Part">What is known of it before the planning.</param>
/// <param name="Terms">The proposal that says under which terms it wants to be planned.</param>
/// <param name="Request">What is to be planned; null if nothing is.</param>
sealed record RunInput(PlanningRunPart Part, Plan? Terms = null, PlanRequest? Request = null);

/// <summary>The plans of a run's Landkreise, each read and made within its tenant.</summary>
sealed class RunPlans(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>Its newest proposal says under which terms it wants to be planned.</summary>
    public async Task<RunInput> ReadAsync(string tenant, CancellationToken ct)
    {
        await using var scope = scopes.CreateScopeOf(tenant);
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<SchedulingDb>();
        var plan = await db
            .Plans.AsNoTracking()
            .Where(row => row.State == PlanState.Proposed && row.Replaces == null)
            .Where(row => !db.Plans.Any(other => other.MandateId == row.MandateId && other.State == PlanState.Confirmed))
            .OrderByDescending(row => row.Id)
            .FirstOrDefaultAsync(ct);
        if (plan is null)
            return new(new(tenant, PlanningRunOutcome.NothingToPlan));
        try
        {
            var time = await services.GetRequiredService<TenantClock>().CivilTimeAsync(ct);
            var mandate = await db.Mandates.AsNoTracking().GetAsync(plan.MandateId, ct);
            var request = await services.GetRequiredService<PlanInputs>().GatherAsync(mandate, plan.Terms, time, ct);
            return new(new(tenant, PlanningRunOutcome.Waiting), plan, request);
        }
        catch (Problem problem)
        {
            return new(new(tenant, PlanningRunOutcome.Refused, null, problem.Code));
        }
    }

    /// <summary>What is to be proposed, as it is kept until all are proposed.</summary>
    public async Task<RunProposal> DraftAsync(RunInput input, PlanProposal proposal, CancellationToken ct)
    {
        var (tenant, terms) = (input.Part.Tenant, input.Terms!);
        await using var scope = scopes.CreateScopeOf(tenant);
        var plan = new Plan
        {
            MandateId = terms.MandateId,
            Terms = terms.Terms,
            Budget = terms.Budget,
            CreatedAt = clock.GetUtcNow(),
        };
        plan.Take(proposal, await scope.ServiceProvider.GetRequiredService<TenantClock>().CivilTimeAsync(ct));
        return new(tenant, plan.Id, plan.MandateId, plan.Terms, plan.Budget, plan.Events);
    }

    /// <summary>Nothing if it is there already.</summary>
    public async Task ProposeAsync(RunProposal proposal, CancellationToken ct)
    {
        await using var scope = scopes.CreateScopeOf(proposal.Tenant);
        var db = scope.ServiceProvider.GetRequiredService<SchedulingDb>();
        if (await db.Plans.AnyAsync(row => row.Id == proposal.PlanId, ct))
            return;
        db.Plans.Add(proposal.Propose(clock.GetUtcNow()));
        await db.SaveChangesAsync(ct);
    }
}
