namespace Integrationskonzept.Scheduling.Planning;

/// <summary>
/// One attempt to find a day for every event. The kickoff takes the first free day after the preparation; each topic area has a window that
/// begins a fixed number of months after the one before. Only the last window may be cut by the deadline, and at least half of it must remain.
/// </summary>
abstract record Timetable
{
    public sealed record Placed(IReadOnlyList<ProposedEvent> Events) : Timetable;

    /// <summary>No day was left for an event.</summary>
    public sealed record NoDay(string Event, DateOnly From, DateOnly To) : Timetable;

    /// <summary>Less than half of the last topic area's window lies before the deadline.</summary>
    public sealed record NoTime(DateOnly From, DateOnly NeededUntil) : Timetable;

    /// <summary>It would need days that the holiday file does not cover.</summary>
    public sealed record Unknown(DateOnly Day) : Timetable;

    sealed record Slot(Item Item, DateOnly From, DateOnly To, DateOnly Target);

    public static Timetable Make(PlanRequest request, int months, DateOnly? deadline)
    {
        if (!request.Holidays.Covers(request.From)) return new Unknown(request.From);
        var (programme, first) = (Programme.Of(request), request.From.AddDays(request.PreparationDays));

        var events = new List<ProposedEvent>();
        foreach (var kickoff in programme.Kickoffs)
        {
            var last = Earlier(deadline, request.Holidays.Data.CoversTo);
            if (Free(request, first, last).Cast<DateOnly?>().FirstOrDefault() is not { } day)
                return last == deadline ? new NoDay(kickoff.Title, first, last) : new Unknown(last.AddDays(1));
            events.Add(kickoff.On(day));
            first = day.AddDays(request.MinDaysBetween);
        }
        var start = events.Count == 0 ? first.AddDays(-1) : events[^1].Day;

        var slots = new List<Slot>();
        foreach (var step in programme.Steps)
        {
            var begins = (step[0].Step - 1) * months;
            var (from, end) = (After(start, begins).AddDays(1), After(start, begins + months));
            var to = Earlier(deadline, end);
            var half = from.AddDays((end.DayNumber - from.DayNumber) / 2);
            if (deadline < half) return new NoTime(from, half);
            if (!request.Holidays.Covers(to)) return new Unknown(to);
            var days = Free(request, from, to).ToList();
            if (days.Count == 0) return new NoDay(step[0].Title, from, to);
            slots.AddRange(step.Select((item, index) => new Slot(item, from, to, days[(2 * index + 1) * days.Count / (2 * step.Count)])));
        }
        return Place(request, slots, events, first);
    }

    /// <summary>Backwards to learn how late each event may be at most, then forwards, as near to its target as the others allow.</summary>
    static Timetable Place(PlanRequest request, List<Slot> slots, List<ProposedEvent> events, DateOnly earliest)
    {
        var latest = new DateOnly[slots.Count];
        for (var (index, limit) = (slots.Count - 1, DateOnly.MaxValue); index >= 0; limit = latest[index--].AddDays(-request.MinDaysBetween))
        {
            var slot = slots[index];
            var from = slot.From < earliest ? earliest : slot.From;
            if (Free(request, from, Earlier(slot.To, limit)).Cast<DateOnly?>().LastOrDefault() is not { } day)
                return new NoDay(slot.Item.Title, slot.From, slot.To);
            latest[index] = day;
        }
        foreach (var (index, slot) in slots.Index())
        {
            var day = Free(request, slot.Target < earliest ? earliest : slot.Target, latest[index]).FirstOrDefault(latest[index]);
            events.Add(slot.Item.On(day));
            earliest = day.AddDays(request.MinDaysBetween);
        }
        return new Placed(events);
    }

    static IEnumerable<DateOnly> Free(PlanRequest request, DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(1))
            if (request.Holidays.OffOn(day) is null && !request.Unavailable.Contains(day)) yield return day;
    }

    static DateOnly After(DateOnly day, int months) => months > 1200 ? DateOnly.MaxValue.AddYears(-1) : day.AddMonths(months);

    static DateOnly Earlier(DateOnly? one, DateOnly other) => one < other ? one.Value : other;
}
