using System.Globalization;

namespace Integrationskonzept.PaperReading;

/// <summary>Looks for contradictions within what was read.</summary>
static class PaperChecks
{
    static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    public static IEnumerable<Finding> Contradictions(Reading reading, IReadOnlyList<Found<string>> references) =>
        Dates(reading)
            .Concat(Sums(reading.Programme))
            .Concat(Totals(reading.Programme))
            .Concat(Topics(reading))
            .Concat(References(references));

    static IEnumerable<Finding> Dates(Reading reading)
    {
        var dated = reading.Consultations.Where(c => c.Value.Date is not null).ToList();
        var decision = dated.LastOrDefault(c => c.Value.Action == ConsultationAction.Decision) ?? dated.LastOrDefault();
        if (reading.Deadline is { } deadline && decision?.Value.Date is { } decided && deadline.Value.Date < decided)
            yield return new(
                "deadline-before-decision",
                Severity.Error,
                "deadline",
                $"Die Frist {Day(deadline.Value.Date)} liegt vor der Entscheidung am {Day(decided)}.",
                $"The deadline {deadline.Value.Date:yyyy-MM-dd} is before the decision on {decided:yyyy-MM-dd}.",
                deadline.At
            );
        if (reading.Date is { } date && dated.FirstOrDefault()?.Value.Date is { } first && date.Value > first)
            yield return new(
                "dated-after-consultation",
                Severity.Warning,
                "date",
                $"Die Vorlage ist vom {Day(date.Value)}, wird aber schon am {Day(first)} beraten.",
                $"The paper is dated {date.Value:yyyy-MM-dd}, but is dealt with on {first:yyyy-MM-dd} already.",
                date.At
            );
        for (var i = 1; i < dated.Count; i++)
        {
            if (dated[i].Value.Date < dated[i - 1].Value.Date)
                yield return new(
                    "consultations-out-of-order",
                    Severity.Warning,
                    "consultations",
                    $"{dated[i].Value.Organization} ({Day(dated[i].Value.Date!.Value)}) steht nach {dated[i - 1].Value.Organization} "
                        + $"({Day(dated[i - 1].Value.Date!.Value)}), tagt aber früher.",
                    $"{dated[i].Value.Organization} is listed after {dated[i - 1].Value.Organization}, but meets earlier.",
                    dated[i].At
                );
        }
    }

    static IEnumerable<Finding> Sums(Programme programme)
    {
        foreach (var planned in programme.Events)
        {
            var e = planned.Value;
            if (e is { Count: { } count, UnitCost: { } unit, StatedTotal: { } total } && count * unit.Euros != total.Euros)
                yield return new(
                    "line-total-differs",
                    Severity.Error,
                    "programme",
                    $"{e.Title}: {count} × {Euros(unit.Euros)} ergibt {Euros(count * unit.Euros)}, genannt sind {Euros(total.Euros)}.",
                    $"{e.Title}: {count} × {Plain(unit.Euros)} makes {Plain(count * unit.Euros)}, but {Plain(total.Euros)} is stated.",
                    planned.At
                );
        }

        if (programme is { StatedTotal: { } stated, ComputedTotal: { } computed } && stated.Value.Euros != computed)
            yield return new(
                "total-differs",
                Severity.Error,
                "programme",
                $"Die Posten ergeben {Euros(computed)}, als Gesamtkosten sind {Euros(stated.Value.Euros)} genannt.",
                $"The entries make {Plain(computed)}, but {Plain(stated.Value.Euros)} is stated as the total.",
                stated.At
            );
    }

    static IEnumerable<Finding> Totals(Programme programme)
    {
        foreach (var other in programme.OtherTotals.Take(5))
            yield return new(
                "totals-at-odds",
                Severity.Error,
                "programme",
                $"Als Gesamtkosten stehen {Euros(programme.StatedTotal!.Value.Euros)} da, an anderer Stelle {Euros(other.Value.Euros)}.",
                $"The total is {Plain(programme.StatedTotal!.Value.Euros)}, but {Plain(other.Value.Euros)} in another place.",
                other.At
            );
    }

    static IEnumerable<Finding> Topics(Reading reading)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var topic in reading.TopicAreas)
        {
            if (!seen.Add(string.Concat(topic.Value.Where(char.IsLetterOrDigit))))
                yield return new(
                    "duplicate-topic-area",
                    Severity.Warning,
                    "topicAreas",
                    $"Das Themenfeld „{topic.Value}“ steht zweimal da.",
                    $"The topic area \"{topic.Value}\" is listed twice.",
                    topic.At
                );
        }

        var workshops = reading.Programme.Events.Where(e => e.Value is { Kind: EventKind.Workshop, Count: not null }).ToList();
        long count = workshops.Sum(w => (long)w.Value.Count!.Value);
        if (reading.TopicAreas.Count > 0 && count % reading.TopicAreas.Count != 0)
            yield return new(
                "workshops-not-divisible",
                Severity.Warning,
                "programme",
                $"{count} Workshops lassen sich nicht gleichmäßig auf {reading.TopicAreas.Count} Themenfelder verteilen.",
                $"{count} workshops can't be spread evenly over {reading.TopicAreas.Count} topic areas.",
                workshops[0].At
            );
    }

    static IEnumerable<Finding> References(IReadOnlyList<Found<string>> references)
    {
        foreach (var other in references.Skip(1).Take(10))
            yield return new(
                "references-differ",
                Severity.Warning,
                "reference",
                $"Im Kopf steht neben „{references[0].Value}“ auch „{other.Value}“.",
                $"Besides \"{references[0].Value}\" the head also says \"{other.Value}\".",
                other.At
            );
    }

    static string Plain(decimal amount) => amount.ToString("N2", CultureInfo.InvariantCulture) + " EUR";

    static string Day(DateOnly date) => date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    static string Euros(decimal amount) => amount.ToString(amount == decimal.Truncate(amount) ? "N0" : "N2", German) + " €";
}
