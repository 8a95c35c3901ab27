using Integrationskonzept.Planning;
using Integrationskonzept.Planning.Observances;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Programme.Plans;

/// <summary>Where else each event of a proposal could be, everything else left as it is.</summary>
/// <param name="Events">Every event of the plan, by start.</param>
public sealed record PlanAlternatives(IReadOnlyList<EventAlternatives> Events)
{
    internal static async Task<Ok<PlanAlternatives>> GetAsync(
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
        var events = plan.Events.Select(row => row.AsProposed(time, request)).ToList();
        return TypedResults.Ok(
            new PlanAlternatives([
                .. plan.Events.Select(
                    (row, index) =>
                        new EventAlternatives(
                            row.Id,
                            row.Title,
                            [
                                .. Alternatives
                                    .Find(request, events, index)
                                    .Select(other => AlternativeDto.From(other, request.Observances, time)),
                            ]
                        )
                ),
            ])
        );
    }
}

/// <param name="EventId">The event.</param>
/// <param name="Title">Its title.</param>
/// <param name="Alternatives">Up to three, the best first; none if there is no other day for it.</param>
public sealed record EventAlternatives(Guid EventId, string Title, IReadOnlyList<AlternativeDto> Alternatives);

/// <param name="Start">Start, with the offset of the Landkreis.</param>
/// <param name="End">End.</param>
/// <param name="CostDifference">What the plan then costs more, in euros; less, where negative.</param>
/// <param name="Observances">Religious days on that day, in the reader's language.</param>
/// <param name="Points">How much worse the plan is by its preferences: 10 for a day of distance, 14 for each unit of weight of a religious
/// day.</param>
/// <param name="VenueId">The venue that is free then.</param>
/// <param name="Venue">Its name.</param>
/// <param name="ModeratorId">The moderator who is free then.</param>
public sealed record AlternativeDto(
    DateTimeOffset Start,
    DateTimeOffset End,
    decimal CostDifference,
    IReadOnlyList<string> Observances,
    long Points,
    Guid? VenueId = null,
    string? Venue = null,
    Guid? ModeratorId = null
)
{
    internal static AlternativeDto From(Alternative other, ObservanceCalendar observances, CivilTime time)
    {
        var slot = time.On(other.Event.Day, other.Event.Start, other.Event.LengthInDays);
        return new(
            time.Local(slot.Start),
            time.Local(slot.End),
            other.CostDifference,
            observances.Named(slot.Day),
            other.Points,
            other.Event.Venue?.Id,
            other.Event.Venue?.Name,
            other.Event.Moderator?.Id
        );
    }
}

static class ObservanceNames
{
    public static IReadOnlyList<string> Named(this ObservanceCalendar calendar, DateOnly day) =>
        [.. calendar.On(day).OrderByDescending(row => row.Weight).Select(row => new Text(row.De, row.En).ToString()).Distinct()];
}
