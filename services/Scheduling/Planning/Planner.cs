namespace Integrationskonzept.Scheduling.Planning;

/// <summary>Makes a plan that keeps every rule, or says what does not fit and what would. Pure: no clock, no database.</summary>
public static class Planner
{
    /// <summary>Proposes a plan.</summary>
    public static PlanOutcome Propose(PlanRequest request)
    {
        if (request.Programme.Sum(item => item.Count) is < 1 or > 500) return new PlanRefusal(new ProgrammeNotPlannable());
        if (request.Programme.FirstOrDefault(item => item.LengthInDays is <= 0 or > 1) is { } odd) return new PlanRefusal(new EventTooLong(odd.Title, odd.LengthInDays));
        if (request.Programme.Sum(item => item.Count * item.UnitCost) is var cost && cost > request.Budget) return new PlanRefusal(new BudgetExceeded(cost, request.Budget));

        return Timetable.Make(request, request.MonthsPerTopicArea, request.Deadline) switch
        {
            Timetable.Placed placed => new PlanProposal(placed.Events),
            Timetable.Unknown unknown => new PlanRefusal(new HolidaysUnknown(unknown.Day, request.Holidays.Data)),
            var failed => new PlanRefusal(Explain(request, failed)),
        };
    }

    static PlanDoesNotFit Explain(PlanRequest request, Timetable failed)
    {
        var months = request.MonthsPerTopicArea;
        var fits = Enumerable.Range(1, months - 1).Reverse().Cast<int?>()
            .FirstOrDefault(fewer => Timetable.Make(request, fewer!.Value, request.Deadline) is Timetable.Placed);
        if (request.Deadline is not { } deadline) return new(failed, request, [], null, fits);

        var free = Timetable.Make(request, months, null) as Timetable.Placed;
        var first = deadline < request.From ? request.From : deadline.AddDays(1);
        var needed = free is null ? null : Enumerable.Range(0, Math.Max(1, free.Events[^1].Day.DayNumber - first.DayNumber + 31 * months))
            .Select(days => (DateOnly?)first.AddDays(days)).FirstOrDefault(later => Timetable.Make(request, months, later) is Timetable.Placed);
        return new(failed, request, [.. free?.Events.Where(row => row.Day > deadline) ?? []], needed, fits);
    }
}
