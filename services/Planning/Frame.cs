using Integrationskonzept.Planning.Holidays;

namespace Integrationskonzept.Planning;

/// <summary>
/// On which days events may be, before anybody looks at venues and moderators: free days, the days that the last kickoff may take, and the
/// window that each topic area has for each of them. Rules that are relaxed say nothing.
/// </summary>
sealed class Frame
{
    readonly PlanRequest request;
    readonly IReadOnlySet<PlanRule> relaxed;
    readonly HashSet<DateOnly> free = [];

    public Frame(
        PlanRequest request,
        IReadOnlyList<Item> items,
        IReadOnlySet<PlanRule> relaxed,
        int? months = null,
        DateOnly? deadline = null
    )
    {
        this.request = request;
        this.relaxed = relaxed;
        Months = months ?? request.MonthsPerTopicArea;
        Limit = relaxed.Contains(PlanRule.Deadline) ? null : deadline ?? request.Deadline;
        if (!relaxed.Contains(PlanRule.Adoption) && request.LastBeforeAdoption < (Limit ?? DateOnly.MaxValue))
            Limit = request.LastBeforeAdoption;
        // Without cadence and deadline there would be no end; a year beyond what the cadence needs is far enough to tell what is in the
        // way.
        var end = After(request.From, 12 + Months * Math.Max(1, items.Count == 0 ? 1 : items[^1].Step)).AddDays(request.PreparationDays);
        Horizon = Earlier(Limit, Earlier(relaxed.Count > 0 && Limit is null ? end : null, request.Holidays.Data.CoversTo));
        First =
            relaxed.Contains(PlanRule.Preparation) || request.Previous.Count > 0
                ? request.From
                : request.From.AddDays(request.PreparationDays);
        Distance = relaxed.Contains(PlanRule.MinimalDistance) ? 1 : request.MinDaysBetween;
        for (var day = request.From; day <= Horizon; day = day.AddDays(1))
            if (IsFree(day))
                free.Add(day);
        Anchor(items.Count(item => item.Kind == Contracts.EventKind.Kickoff && item.Step == 0));
    }

    public int Months { get; }
    public int Distance { get; }
    public DateOnly First { get; }

    /// <summary>Deadline or adoption, whichever is earlier.</summary>
    public DateOnly? Limit { get; }

    /// <summary>Last day that anything can be on.</summary>
    public DateOnly Horizon { get; }

    /// <summary>The earliest day of each kickoff, one after the other.</summary>
    public List<DateOnly> Kickoffs { get; } = [];

    /// <summary>The days that the topic areas' windows may be counted from.</summary>
    public List<DateOnly> Anchors { get; private set; } = [];

    public bool HasWindows => request.Previous.Count == 0 && !relaxed.Contains(PlanRule.Cadence);

    public IEnumerable<DateOnly> Free(DateOnly from, DateOnly to)
    {
        for (var day = from < request.From ? request.From : from; day <= to && day <= Horizon; day = day.AddDays(1))
            if (free.Contains(day))
                yield return day;
    }

    /// <summary>The window of a step, uncut.</summary>
    public (DateOnly From, DateOnly To) Window(DateOnly anchor, int step) =>
        (After(anchor, (step - 1) * Months).AddDays(1), After(anchor, step * Months));

    /// <summary>Half of a window must lie before the limit.</summary>
    public bool LeavesTime(DateOnly anchor, int step)
    {
        var (from, to) = Window(anchor, step);
        return Limit is not { } limit || limit >= from.AddDays((to.DayNumber - from.DayNumber) / 2);
    }

    void Anchor(int kickoffs)
    {
        var first = First;
        for (var number = 0; number < kickoffs; number++)
        {
            if (Free(first, Horizon).Cast<DateOnly?>().FirstOrDefault() is not { } day)
                return;
            Kickoffs.Add(day);
            first = day.AddDays(Distance);
        }
        // A kickoff that finds no venue may come later, but not by more than a topic area takes.
        Anchors = Kickoffs.Count == 0 ? [First.AddDays(-1)] : [.. Free(Kickoffs[^1], After(Kickoffs[^1], Math.Max(1, Months)))];
    }

    bool IsFree(DateOnly day) =>
        (relaxed.Contains(PlanRule.BlockedDates) || !request.Unavailable.Contains(day))
        && (relaxed.Contains(PlanRule.OtherEvents) || !request.Occupied.Contains(day))
        && request
            .Holidays.AllOffOn(day)
            .All(off =>
                relaxed.Contains(
                    off switch
                    {
                        DayOffKind.Weekend => PlanRule.Weekends,
                        DayOffKind.PublicHoliday => PlanRule.PublicHolidays,
                        _ => PlanRule.SchoolHolidays,
                    }
                )
            );

    static DateOnly After(DateOnly day, int months) => months > 1200 ? DateOnly.MaxValue.AddYears(-1) : day.AddMonths(months);

    public static DateOnly Earlier(DateOnly? one, DateOnly other) => one < other ? one.Value : other;
}
