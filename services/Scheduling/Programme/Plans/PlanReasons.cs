using Integrationskonzept.Planning;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Programme.Plans;

/// <summary>Why each event of a proposal is on its day.</summary>
/// <param name="Events">Every event of the plan, by start.</param>
public sealed record PlanReasons(IReadOnlyList<EventReasons> Events)
{
    internal static async Task<Ok<PlanReasons>> GetAsync(
        Guid id,
        SchedulingDb db,
        PlanInputs inputs,
        TenantClock clock,
        CancellationToken ct
    )
    {
        var plan = await db.Plans.AsNoTracking().GetAsync(id, ct);
        var time = await clock.CivilTimeAsync(ct);
        plan.RequireProposed();
        var request = await inputs.GatherAsync(plan, time, ct);
        var reasons = new Reasons(request, [.. plan.Events.Select(row => row.AsProposed(time, request))]);
        return TypedResults.Ok(
            new PlanReasons([
                .. plan.Events.Select(
                    (row, index) => new EventReasons(row.Id, row.Title, [.. reasons.Of(index).Select(text => text.ToString())])
                ),
            ])
        );
    }
}

/// <param name="EventId">The event.</param>
/// <param name="Title">Its title.</param>
/// <param name="Reasons">Sentences in the reader's language: the time that it has, then what decided for the day.</param>
public sealed record EventReasons(Guid EventId, string Title, IReadOnlyList<string> Reasons);
