using Integrationskonzept.Scheduling.Holidays;
using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Scheduling.Planning;

/// <summary>There is nothing to plan, or far too much.</summary>
public sealed class ProgrammeNotPlannable() : UnprocessableProblem("programme-not-plannable", new(
    "Der Auftrag nennt keine Veranstaltung oder mehr als 500. Berichtigen Sie das Programm in der Vorlage.",
    "The mandate names no event, or more than 500. Correct the programme in the paper."));

/// <summary>Events last at most a day.</summary>
public sealed class EventTooLong(string title, decimal days) : UnprocessableProblem("event-too-long", new(
    $"„{title}“ dauert laut Auftrag {days} Tage; geplant werden Veranstaltungen bis zu einem Tag. Teilen Sie sie in mehrere.",
    $"\"{title}\" takes {days} days by the mandate; events of up to one day can be planned. Divide it into several."));

/// <summary>The programme costs more than was granted.</summary>
public sealed class BudgetExceeded(decimal cost, decimal budget) : UnprocessableProblem("budget-exceeded", new(
    $"Die Veranstaltungen kosten zusammen {Money.De(cost)}, bewilligt sind {Money.De(budget)}: es fehlen {Money.De(cost - budget)}.",
    $"The events cost {Money.En(cost)} together, {Money.En(budget)} are granted: {Money.En(cost - budget)} are missing."))
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, object?> Extensions { get; } =
        new Dictionary<string, object?> { ["planned"] = cost, ["granted"] = budget, ["missing"] = cost - budget };
}

/// <summary>There is no holiday data for that day, or none for the state.</summary>
public sealed class HolidaysUnknown(DateOnly? day, HolidayData? data) : UnprocessableProblem("holidays-unknown", new(
    data is null ? "Für das Bundesland dieses Landkreises sind keine Feiertage und Ferien hinterlegt."
        : $"Feiertage und Ferien sind vom {data.CoversFrom:dd.MM.yyyy} bis zum {data.CoversTo:dd.MM.yyyy} bekannt, nicht aber für den {day:dd.MM.yyyy}.",
    data is null ? "There are no holidays on file for the state of this Landkreis."
        : $"Holidays are known from {data.CoversFrom:yyyy-MM-dd} to {data.CoversTo:yyyy-MM-dd}, but not for {day:yyyy-MM-dd}."))
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, object?> Extensions { get; } =
        new Dictionary<string, object?> { ["day"] = day, ["knownFrom"] = data?.CoversFrom, ["knownUntil"] = data?.CoversTo };
}

/// <summary>The cadence does not fit before the deadline, or a topic area has no free day.</summary>
public sealed class PlanDoesNotFit : UnprocessableProblem
{
    readonly Dictionary<string, object?> extensions;

    internal PlanDoesNotFit(Timetable failed, PlanRequest request, IReadOnlyList<ProposedEvent> late, DateOnly? needed, int? months)
        : base("plan-does-not-fit", Words(failed, request, late, needed, months)) => extensions = new()
        {
            ["deadline"] = request.Deadline, ["monthsPerTopicArea"] = request.MonthsPerTopicArea,
            ["eventsAfterDeadline"] = late.Select(row => new { row.Title, row.Day }).ToList(),
            ["fittingDeadline"] = needed, ["fittingMonthsPerTopicArea"] = months,
        };

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, object?> Extensions => extensions;

    static Text Words(Timetable failed, PlanRequest request, IReadOnlyList<ProposedEvent> late, DateOnly? needed, int? months)
    {
        var why = failed switch
        {
            Timetable.NoTime none => new Text(
                $"Das letzte Themenfeld beginnt am {none.From:dd.MM.yyyy} und hat bis zur Frist am {request.Deadline:dd.MM.yyyy} nicht genug Zeit.",
                $"The last topic area begins on {none.From:yyyy-MM-dd} and has not enough time before the deadline on {request.Deadline:yyyy-MM-dd}."),
            Timetable.NoDay none => new(
                $"Für „{none.Event}“ ist vom {none.From:dd.MM.yyyy} bis zum {none.To:dd.MM.yyyy} kein Tag frei.",
                $"There is no free day for \"{none.Event}\" from {none.From:yyyy-MM-dd} to {none.To:yyyy-MM-dd}."),
            _ => throw new InvalidOperationException($"{failed} is no failure."),
        };
        if (late.Count > 0) why = new(
            $"{why.De} Nach der Frist lägen {late.Count} Veranstaltungen, die letzte am {late[^1].Day:dd.MM.yyyy}.",
            $"{why.En} {late.Count} events would lie after the deadline, the last on {late[^1].Day:yyyy-MM-dd}.");
        var (de, en) = (new List<string>(), new List<string>());
        if (needed is { } date) { de.Add($"eine Frist ab dem {date:dd.MM.yyyy}"); en.Add($"a deadline from {date:yyyy-MM-dd} on"); }
        if (months is { } number) { de.Add($"{number} Monat(e) je Themenfeld"); en.Add($"{number} month(s) per topic area"); }
        return de.Count == 0
            ? new($"{why.De} Geben Sie gesperrte Tage frei, oder beginnen Sie früher.", $"{why.En} Release blocked days, or begin earlier.")
            : new($"{why.De} Es passte: {string.Join(" oder ", de)}.", $"{why.En} This would fit: {string.Join(" or ", en)}.");
    }
}

static class Money
{
    static readonly System.Globalization.CultureInfo German = new("de-DE");

    public static string De(decimal euros) => euros.ToString("#,##0.00", German) + " Euro";

    public static string En(decimal euros) => euros.ToString("#,##0.00", System.Globalization.CultureInfo.InvariantCulture) + " euros";
}
