using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Programme.Plans;

/// <summary>Money of a plan, in euros.</summary>
/// <param name="Granted">Granted by the mandate.</param>
/// <param name="Planned">Sum of the events that are not cancelled.</param>
/// <param name="Remaining">What is left.</param>
/// <param name="Events">Planned cost of each event.</param>
public sealed record PlanBudget(decimal Granted, decimal Planned, decimal Remaining, IReadOnlyList<EventCost> Events)
{
    internal static async Task<Ok<PlanBudget>> GetAsync(Guid id, SchedulingDb db, CancellationToken ct)
    {
        var plan = await db.Plans.AsNoTracking().GetAsync(id, ct);
        var cancelled = await db
            .Events.Where(row => row.PlanId == id && row.State == EventState.Cancelled)
            .Select(row => row.Id)
            .ToListAsync(ct);
        var costs = plan.Events.Select(row => new EventCost(row.Id, row.Title, row.Cost, cancelled.Contains(row.Id))).ToList();
        var planned = costs.Where(row => !row.Cancelled).Sum(row => row.Cost);
        return TypedResults.Ok(new PlanBudget(plan.Budget, planned, plan.Budget - planned, costs));
    }
}

/// <param name="EventId">The event.</param>
/// <param name="Title">Its title.</param>
/// <param name="Cost">Planned cost in euros.</param>
/// <param name="Cancelled">True if it does not take place; it counts no more.</param>
public sealed record EventCost(Guid EventId, string Title, decimal Cost, bool Cancelled);
