using Integrationskonzept.Scheduling.Mandates;
using Integrationskonzept.Scheduling.Observances;
using Integrationskonzept.Scheduling.Planning;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Plans;

/// <summary>Gathers all that a plan depends on, so that the planner needs no database.</summary>
sealed class PlanInputs(SchedulingDb db)
{
    public async Task<PlanRequest> OfAsync(Mandate mandate, PlanTerms terms, CivilTime time, CancellationToken ct) => new()
    {
        TopicAreas = mandate.TopicAreas, Programme = mandate.Programme, MonthsPerTopicArea = mandate.MonthsPerTopicArea, Budget = mandate.Budget,
        Deadline = terms.Deadline, From = terms.From, PreparationDays = terms.PreparationDays, MinDaysBetween = terms.MinDaysBetween,
        StartTimes = [terms.StartTime, .. terms.OtherStartTimes ?? []], Observances = ObservanceCalendar.Of(terms.Faiths),
        Holidays = time.Holidays, Unavailable = terms.BlockedDates.ToHashSet(), Occupied = await db.OccupiedDaysAsync(terms.From, null, ct),
    };

    /// <summary>For a proposal that is there.</summary>
    public async Task<PlanRequest> OfAsync(Plan plan, CivilTime time, CancellationToken ct) =>
        await OfAsync(await db.Mandates.AsNoTracking().GetAsync(plan.MandateId, ct), plan.Terms, time, ct);
}
