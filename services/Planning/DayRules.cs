using Integrationskonzept.Contracts;
using Integrationskonzept.Planning.Holidays;
using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Planning;

/// <summary>The rules of a plan that hold for every change of a day, in a proposal and after it was confirmed.</summary>
public static class DayRules
{
    /// <summary>Throws what forbids the day.</summary>
    /// <param name="terms">Terms of the plan.</param>
    /// <param name="holidays">Holidays of the state.</param>
    /// <param name="moved">The new day and the event's step.</param>
    /// <param name="others">The plan's other events.</param>
    /// <param name="occupied">Days of events outside of the plan.</param>
    public static void Require(
        PlanTerms terms,
        HolidayCalendar holidays,
        DayOfStep moved,
        IReadOnlyCollection<DayOfStep> others,
        IReadOnlySet<DateOnly> occupied
    )
    {
        var day = moved.Day;
        if (day < terms.From)
            throw new BeforeStart(terms.From);
        if (terms.LastDay < day)
            throw new AfterDeadline(terms.LastDay.Value);
        if (!holidays.Covers(day))
            throw new HolidaysUnknown(day, holidays.Data);
        if (holidays.OffOn(day) is { } off)
            throw new DayIsOff(day, off);
        if (terms.BlockedDates.Contains(day))
            throw new DayBlocked(day);
        if (occupied.Contains(day) || others.Any(other => other.Day == day))
            throw new DayOccupied(day);
        if (others.Any(other => Math.Abs(other.Day.DayNumber - day.DayNumber) < terms.MinDaysBetween))
            throw new TooClose(terms.MinDaysBetween);
        if (others.Any(other => (other.Step < moved.Step && other.Day > day) || (other.Step > moved.Step && other.Day < day)))
            throw new OrderBroken();
    }
}

/// <summary>The day of an event, and its step in the process.</summary>
public readonly record struct DayOfStep(DateOnly Day, int Step);

/// <summary>Terms under which a plan was proposed.</summary>
/// <param name="From">First day of the work.</param>
/// <param name="PreparationDays">Days between it and the first event.</param>
/// <param name="StartTime">When events begin, civil time.</param>
/// <param name="MinDaysBetween">Days between two events at least.</param>
/// <param name="BlockedDates">Days without events.</param>
/// <param name="Deadline">Last day, if there is one.</param>
/// <param name="OtherStartTimes">When events may begin too, if that helps.</param>
/// <param name="Faiths">Faiths whose religious days are avoided where possible; all on file if absent.</param>
/// <param name="Needs">What events of a kind need: venue, moderator.</param>
/// <param name="Adoption">The way from the last event to the meeting that adopts.</param>
public sealed record PlanTerms(
    DateOnly From,
    int PreparationDays,
    TimeOnly StartTime,
    int MinDaysBetween,
    IReadOnlyList<DateOnly> BlockedDates,
    DateOnly? Deadline,
    IReadOnlyList<TimeOnly>? OtherStartTimes = null,
    IReadOnlyList<string>? Faiths = null,
    IReadOnlyDictionary<EventKind, Need>? Needs = null,
    AdoptionPath? Adoption = null
)
{
    internal Need NeedOf(EventKind kind) => Needs?.GetValueOrDefault(kind) ?? Need.Nothing;

    /// <summary>Deadline or the last day that the adoption leaves, whichever is earlier.</summary>
    internal DateOnly? LastDay => Adoption?.LastEventOn < (Deadline ?? DateOnly.MaxValue) ? Adoption.LastEventOn : Deadline;
}

/// <summary>A weekend, public holiday or school holiday: <c>weekend</c>, <c>public-holiday</c>, <c>school-holiday</c>.</summary>
public sealed class DayIsOff(DateOnly day, DayOff off)
    : UnprocessableProblem(
        off.Kind switch
        {
            DayOffKind.Weekend => "weekend",
            DayOffKind.PublicHoliday => "public-holiday",
            _ => "school-holiday",
        },
        new(
            $"Am {day:dd.MM.yyyy} ist {off.Name}. Wählen Sie einen Werktag von Montag bis Freitag außerhalb von Feiertagen "
                + "und Schulferien.",
            $"{day:yyyy-MM-dd} is off ({off.Name}). Choose a day from Monday to Friday outside of public and school holidays."
        )
    );

/// <summary>Before the work begins.</summary>
public sealed class BeforeStart(DateOnly from)
    : UnprocessableProblem("before-start", new($"Der Plan beginnt am {from:dd.MM.yyyy}.", $"The plan begins on {from:yyyy-MM-dd}."));

/// <summary>After the last day of the work.</summary>
public sealed class AfterDeadline(DateOnly deadline)
    : UnprocessableProblem("after-deadline", new($"Die Frist endet am {deadline:dd.MM.yyyy}.", $"The deadline is {deadline:yyyy-MM-dd}."));

/// <summary>Blocked by the terms of the plan.</summary>
public sealed class DayBlocked(DateOnly day)
    : UnprocessableProblem("day-blocked", new($"Der {day:dd.MM.yyyy} ist im Plan gesperrt.", $"{day:yyyy-MM-dd} is blocked in the plan."));

/// <summary>Another event has the day.</summary>
public sealed class DayOccupied(DateOnly? day)
    : ConflictProblem(
        "day-occupied",
        new(
            $"{(day is { } date ? $"Am {date:dd.MM.yyyy}" : "An einem dieser Tage")} ist schon eine Veranstaltung. Es "
                + "findet höchstens eine am Tag statt.",
            $"There is an event {(day is { } on ? $"on {on:yyyy-MM-dd}" : "on one of these days")} already. There is at most one a day."
        )
    );

/// <summary>Nearer to another event than the plan allows.</summary>
public sealed class TooClose(int days)
    : UnprocessableProblem(
        "too-close",
        new(
            $"Zwischen zwei Veranstaltungen dieses Plans liegen mindestens {days} Tage.",
            $"Two events of this plan are at least {days} days apart."
        )
    );

/// <summary>The kickoff is first, and topic areas follow each other as in the mandate.</summary>
public sealed class OrderBroken()
    : UnprocessableProblem(
        "order-broken",
        new(
            "Damit geriete die Reihenfolge durcheinander: zuerst der Auftakt, dann die Themenfelder in der Reihenfolge des Auftrags.",
            "This would break the order: the kickoff first, then the topic areas in the order of the mandate."
        )
    );
