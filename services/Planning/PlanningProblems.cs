using Integrationskonzept.Planning.Holidays;
using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Planning;

/// <summary>There is nothing to plan, or far too much.</summary>
public sealed class ProgrammeNotPlannable()
    : UnprocessableProblem(
        "programme-not-plannable",
        new(
            "Der Auftrag nennt keine Veranstaltung oder mehr als 500. Berichtigen Sie das Programm in der Vorlage.",
            "The mandate names no event, or more than 500. Correct the programme in the paper."
        )
    );

/// <summary>Events last at most a day.</summary>
public sealed class EventTooLong(string title, decimal days)
    : UnprocessableProblem(
        "event-too-long",
        new(
            $"„{title}“ dauert laut Auftrag {days} Tage; geplant werden Veranstaltungen bis zu einem Tag. Teilen Sie sie in mehrere.",
            $"\"{title}\" takes {days} days by the mandate; events of up to one day can be planned. Divide it into several."
        )
    );

/// <summary>There is no holiday data for that day, or none for the state.</summary>
public sealed class HolidaysUnknown(DateOnly? day, HolidayData? data)
    : UnprocessableProblem(
        "holidays-unknown",
        new(
            data is null
                ? "Für das Bundesland dieses Landkreises sind keine Feiertage und Ferien hinterlegt."
                : $"Feiertage und Ferien sind vom {data.CoversFrom:dd.MM.yyyy} bis zum {data.CoversTo:dd.MM.yyyy} bekannt, "
                    + $"nicht aber für den {day:dd.MM.yyyy}.",
            data is null
                ? "There are no holidays on file for the state of this Landkreis."
                : $"Holidays are known from {data.CoversFrom:yyyy-MM-dd} to {data.CoversTo:yyyy-MM-dd}, but not for {day:yyyy-MM-dd}."
        )
    )
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, object?> Extensions { get; } =
        new Dictionary<string, object?>
        {
            ["day"] = day,
            ["knownFrom"] = data?.CoversFrom,
            ["knownUntil"] = data?.CoversTo,
        };
}

/// <summary>
/// Some rules can't be kept together; names the smallest set of such rules (or says that it may not be the smallest), and what helps.
/// </summary>
public sealed class PlanDoesNotFit : UnprocessableProblem
{
    readonly Dictionary<string, object?> extensions;

    internal PlanDoesNotFit(Conflict conflict, PlanRequest request, IReadOnlyList<ProposedEvent> late, DateOnly? needed, int? months)
        : base("plan-does-not-fit", Words(conflict, request, late, needed, months)) =>
        extensions = new()
        {
            ["conflict"] = conflict
                .Rules.Select(rule => new
                {
                    Rule = rule.Code(),
                    Says = rule.Words(request).ToString(),
                    Helps = rule.Helps().ToString(),
                })
                .ToList(),
            ["smallest"] = conflict.IsSmallest,
            ["remedies"] = conflict.Remedies.Select(rule => rule.Code()).ToList(),
            ["deadline"] = request.Deadline,
            ["monthsPerTopicArea"] = request.MonthsPerTopicArea,
            ["eventsAfterDeadline"] = late.Select(row => new { row.Title, row.Day }).ToList(),
            ["fittingDeadline"] = needed,
            ["fittingMonthsPerTopicArea"] = months,
        };

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, object?> Extensions => extensions;

    static Text Words(Conflict conflict, PlanRequest request, IReadOnlyList<ProposedEvent> late, DateOnly? needed, int? months)
    {
        var says = conflict.Rules.Select(rule => rule.Words(request)).ToList();
        var why = new Text(
            $"Das lässt sich nicht zusammen einhalten: {string.Join(" ", says.Select(text => text.De))}",
            $"These can't be kept together: {string.Join(" ", says.Select(text => text.En))}"
        );
        if (!conflict.IsSmallest)
            why = new(
                $"{why.De} Vielleicht liegt es schon an einem Teil davon.",
                $"{why.En} A part of these may be enough to be in the way."
            );
        if (late.Count > 0)
            why = new(
                $"{why.De} Nach der Frist lägen {late.Count} Veranstaltungen, die letzte am {late[^1].Day:dd.MM.yyyy}.",
                $"{why.En} {late.Count} events would lie after the deadline, the last on {late[^1].Day:yyyy-MM-dd}."
            );
        var (de, en) = (new List<string>(), new List<string>());
        if (needed is { } date)
        {
            de.Add($"eine Frist ab dem {date:dd.MM.yyyy}");
            en.Add($"a deadline from {date:yyyy-MM-dd} on");
        }
        if (months is { } number)
        {
            de.Add($"{number} Monat(e) je Themenfeld");
            en.Add($"{number} month(s) per topic area");
        }
        if (de.Count > 0)
            return new($"{why.De} Es passte: {string.Join(" oder ", de)}.", $"{why.En} This would fit: {string.Join(" or ", en)}.");
        var each = conflict.Remedies.Count > 0;
        var any = (conflict.Remedies.Count > 0 ? conflict.Remedies : conflict.Rules).Select(rule => rule.Helps()).ToList();
        return new(
            $"{why.De} {(each ? "Es hülfe" : "Es hülfe vielleicht")}: {string.Join("; oder ", any.Select(text => text.De))}.",
            $"{why.En} {(each ? "This would help" : "This may help")}: {string.Join("; or ", any.Select(text => text.En))}."
        );
    }
}

/// <summary>Neither a plan nor a proof that there is none, in the time that a request has.</summary>
public sealed class PlanNotFound()
    : UnprocessableProblem(
        "plan-not-found",
        new(
            "In der Zeit, die eine Anfrage hat, fand sich weder ein Plan noch ein Grund, warum es keinen gibt. Verlangen "
                + "Sie weniger auf einmal, etwa weniger Anfangszeiten, Orte oder Moderationen.",
            "In the time that a request has, neither a plan was found nor a reason why there is none. Ask for less at "
                + "once, such as fewer start times, venues or moderators."
        )
    );
