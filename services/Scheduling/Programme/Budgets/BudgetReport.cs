using Integrationskonzept.Contracts;
using Integrationskonzept.Planning;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.Scheduling.Mandates;

namespace Integrationskonzept.Scheduling.Programme.Budgets;

/// <summary>Adds up what a mandate's events cost. Pure.</summary>
static class BudgetReport
{
    public static BudgetDto Make(
        Mandate mandate,
        IReadOnlyList<Event> events,
        IReadOnlyList<BudgetItem> items,
        IReadOnlyList<FundingSource> sources
    )
    {
        var byEvent = items.ToLookup(item => item.EventId);
        var rows = events.Select(row => Add(row.Id, row.Title, row.Day, Planned(row), byEvent[row.Id])).ToList();
        if (byEvent[null].Any())
            rows.Add(Add(null, "Übergreifend", null, 0, byEvent[null]));
        var total = Amounts.Sum(rows.Select(row => row.Total));
        var shares = Shares(mandate.Budget, total.Actual, sources);
        return new(
            mandate.Id,
            mandate.Budget,
            rows,
            total,
            mandate.Budget - total.Expected,
            shares,
            mandate.Budget - shares.Sum(share => share.Granted),
            Text(mandate, events, rows, total, shares)
        );
    }

    /// <summary>What an event costs by its plan; one that was called off costs only what was ordered or billed.</summary>
    public static decimal Planned(Event row) => row.State == EventState.Cancelled ? 0 : row.Cost;

    public static IReadOnlyList<FundingShare> Shares(decimal granted, decimal spent, IReadOnlyList<FundingSource> sources)
    {
        var rest = granted - sources.Sum(source => source.Amount ?? 0);
        var percent = 0m;
        var given = 0m;
        var all = 0m;
        var paid = 0m;
        return
        [
            .. sources.Select(source =>
            {
                // Each share ends where all up to it end together, so that no cent is lost by rounding.
                percent += source.Percent ?? 0;
                var share = source.Amount ?? Cents(rest * percent / 100) - given;
                if (source.Percent is not null)
                    given += share;
                all += share;
                var part = granted == 0 ? 0 : Cents(spent * all / granted) - paid;
                paid += part;
                return new FundingShare(source.Name, share, part);
            }),
        ];

        static decimal Cents(decimal euros) => Math.Round(euros, 2, MidpointRounding.AwayFromZero);
    }

    static EventBudget Add(Guid? id, string title, DateOnly? day, decimal planned, IEnumerable<BudgetItem> items)
    {
        var positions = items.GroupBy(item => item.Position).ToDictionary(group => group.Key, group => group.ToList());
        if (planned > 0)
            positions.TryAdd(Position.Moderation, []);
        var amounts = positions
            .OrderBy(pair => pair.Key)
            .ToDictionary(pair => pair.Key, pair => Add(pair.Key == Position.Moderation ? planned : 0, pair.Value));
        return new(id, title, day, amounts, Amounts.Sum(amounts.Values));
    }

    static Amounts Add(decimal plan, List<BudgetItem> items)
    {
        var planned = plan + items.Sum(item => item.Planned);
        var committed = items.Sum(item => item.Committed);
        var actual = items.Sum(item => item.Actual);
        var expected =
            items.Count > 0 && items.All(item => item.IsSettled) ? actual
            : committed + actual > 0 ? Math.Max(committed, actual)
            : planned;
        return new(planned, committed, actual, expected);
    }

    static string Text(
        Mandate mandate,
        IReadOnlyList<Event> events,
        List<EventBudget> rows,
        Amounts total,
        IReadOnlyList<FundingShare> shares
    )
    {
        var groups = events
            .Where(row => Planned(row) > 0)
            .GroupBy(row => (row.Kind, row.Cost))
            .OrderBy(group => group.Key.Kind)
            .Select(group =>
                $"{group.Count()} × {Name(group.Key.Kind, group.Count())} zu {Money.De(group.Key.Cost)} = "
                + $"{Money.De(group.Count() * group.Key.Cost)}"
            )
            .ToList();
        var other = total.Planned - events.Sum(Planned);
        if (other > 0)
            groups.Add($"weitere Sachkosten {Money.De(other)}");
        List<string> sentences =
        [
            $"Für die Erarbeitung des Integrationskonzeptes ({mandate.Reference}) sind {Money.De(mandate.Budget)} bewilligt.",
            groups.Count == 0
                ? "Veranstaltungen sind noch nicht geplant."
                : $"Geplant sind {Money.De(total.Planned)}: {string.Join("; ", groups)}.",
            $"Davon sind {Money.De(total.Committed)} durch Aufträge gebunden und {Money.De(total.Actual)} abgerechnet.",
        ];
        if (shares.Count > 0)
            sentences.Add($"Finanzierung: {string.Join("; ", shares.Select(share => $"{share.Name} {Money.De(share.Granted)}"))}.");
        var remaining = mandate.Budget - rows.Sum(row => row.Total.Expected);
        sentences.Add(
            remaining >= 0 ? $"Voraussichtlich verbleiben {Money.De(remaining)}." : $"Voraussichtlich fehlen {Money.De(-remaining)}."
        );
        return string.Join(" ", sentences);
    }

    static string Name(EventKind kind, int count) =>
        (kind, count) switch
        {
            (EventKind.Kickoff, 1) => "Auftaktveranstaltung",
            (EventKind.Kickoff, _) => "Auftaktveranstaltungen",
            (EventKind.Workshop, 1) => "Workshop",
            (EventKind.Workshop, _) => "Workshops",
            (EventKind.Hearing, 1) => "Anhörung",
            (EventKind.Hearing, _) => "Anhörungen",
            (EventKind.Meeting, 1) => "Sitzung",
            (EventKind.Meeting, _) => "Sitzungen",
            (_, 1) => "Veranstaltung",
            _ => "Veranstaltungen",
        };
}
