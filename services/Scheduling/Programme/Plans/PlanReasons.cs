using Integrationskonzept.Planning;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Programme.Plans;

/// <summary>Why each event of a proposal is on its day.</summary>
/// <param name="Events">Every event of the plan, by start.</param>
public sealed record PlanReasons(IReadOnlyList<EventReasons> Events)
{
    static readonly Text Replanned = new(
        "Dieser Vorschlag löst den geltenden Plan ab und verschiebt so wenig wie möglich; was sich ändert, steht darüber.",
        "This proposal replaces the plan in force and moves as little as possible; what changes stands above."
    );

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
        Func<int, IReadOnlyList<Text>> explain = _ => [Replanned];
        if (plan.Replaces is null)
        {
            var request = await inputs.GatherAsync(plan, time, ct);
            explain = new Reasons(request, [.. plan.Events.Select(row => row.AsProposed(time, request))]).Of;
        }
        return TypedResults.Ok(
            new PlanReasons([
                .. plan.Events.Select(
                    (row, index) => new EventReasons(row.Id, row.Title, [.. explain(index).Select(text => text.ToString())])
                ),
            ])
        );
    }
}

/// <param name="EventId">The event.</param>
/// <param name="Title">Its title.</param>
/// <param name="Reasons">Sentences in the reader's language: the time that it has, then what decided for the day.</param>
public sealed record EventReasons(Guid EventId, string Title, IReadOnlyList<string> Reasons);
