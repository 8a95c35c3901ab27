using Integrationskonzept.Planning;
using Integrationskonzept.Planning.Observances;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.Scheduling.Mandates;
using Integrationskonzept.Scheduling.Resources.Desk;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Programme.Plans;

/// <summary>Gathers all that a plan depends on, so that the planner needs no database.</summary>
sealed class PlanInputs(SchedulingDb db, BookingDesk desk)
{
    /// <summary>Events that are planned anew (own) are not in their own way.</summary>
    public async Task<PlanRequest> GatherAsync(
        Mandate mandate,
        PlanTerms terms,
        CivilTime time,
        CancellationToken ct,
        IReadOnlyCollection<Guid>? own = null
    )
    {
        var needs = terms.Needs ?? new Dictionary<Contracts.EventKind, Need>();
        var venues = needs.Values.Any(need => need.Participants is not null) || own is not null ? await desk.VenuesAsync(ct) : [];
        var moderators = needs.Values.Any(need => need.Moderated) || own is not null ? await desk.ModeratorsAsync(ct) : [];
        return new()
        {
            TopicAreas = mandate.TopicAreas,
            Programme = mandate.Programme,
            MonthsPerTopicArea = mandate.MonthsPerTopicArea,
            Budget = mandate.Budget,
            Deadline = terms.Deadline,
            LastBeforeAdoption = terms.Adoption?.LastEventOn,
            From = terms.From,
            PreparationDays = terms.PreparationDays,
            MinDaysBetween = terms.MinDaysBetween,
            StartTimes = [terms.StartTime, .. terms.OtherStartTimes ?? []],
            Observances = ObservanceCalendar.Choose(terms.Faiths),
            Holidays = time.Holidays,
            Unavailable = terms.BlockedDates.ToHashSet(),
            Occupied = await db.OccupiedDaysAsync(terms.From, own ?? [], ct),
            Needs = needs,
            Venues = venues,
            Moderators = moderators,
            Taken =
                venues.Count + moderators.Count == 0
                    ? []
                    : await desk.TakenAsync(venues.Concat(moderators).Select(row => row.Id), terms.From, time, own ?? [], ct),
        };
    }

    /// <summary>For a proposal that is there.</summary>
    public async Task<PlanRequest> GatherAsync(Plan plan, CivilTime time, CancellationToken ct) =>
        await GatherAsync(
            await db.Mandates.AsNoTracking().GetAsync(plan.MandateId, ct),
            plan.Terms,
            time,
            ct,
            plan.Replaces is null ? null : [.. plan.Events.Select(row => row.Id)]
        );
}
