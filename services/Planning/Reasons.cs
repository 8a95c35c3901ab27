using Integrationskonzept.Planning.Holidays;
using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Planning;

/// <summary>
/// Why an event of a proposal is on its day, in words: the time that its step has, the day that would spread events evenly, and what keeps
/// it from there. Nothing is remembered from solving; the same rules are asked again, so that the words hold after changes by hand, too.
/// </summary>
public sealed class Reasons
{
    static readonly IReadOnlySet<PlanRule> Nothing = new HashSet<PlanRule>();

    readonly PlanRequest request;
    readonly IReadOnlyList<ProposedEvent> plan;
    readonly IReadOnlyList<Item> items;
    readonly Frame frame;
    readonly DateOnly? anchor;
    readonly Dictionary<Item, DateOnly> targets;

    /// <summary>Reads the plan.</summary>
    /// <param name="request">What it was proposed for.</param>
    /// <param name="plan">Its events, in order of time.</param>
    public Reasons(PlanRequest request, IReadOnlyList<ProposedEvent> plan)
    {
        this.request = request;
        this.plan = plan;
        items = Item.ListOf(request);
        frame = new Frame(request, items, Nothing);
        anchor = Alternatives.Anchor(plan, frame);
        targets = anchor is { } from ? Preferences.Targets(frame, items, from) : new(ReferenceEqualityComparer.Instance);
    }

    /// <summary>The reasons of the event at an index of the plan, the most general first.</summary>
    public IReadOnlyList<Text> Of(int index)
    {
        var row = plan[index];
        var item = items.Matching(row, index);
        var reasons = new List<Text> { Span(row) };
        if (!targets.TryGetValue(item, out var wished))
            return reasons;
        if (row.Step > 0)
            reasons.Add(
                wished == row.Day
                    ? new(
                        "An diesem Tag sind die Termine gleichmäßig über die freien Tage verteilt.",
                        "On this day the events are spread evenly over the free days."
                    )
                    : new($"Gleichmäßig verteilt läge der Termin am {De(wished)}.", $"Spread evenly, the event would be on {En(wished)}.")
            );
        if (wished != row.Day)
            reasons.Add(Against(item, index, wished));
        return reasons;
    }

    /// <summary>The days that an event may take.</summary>
    Text Span(ProposedEvent row)
    {
        if (row.Step == 0 && request.PreparationDays == 0)
            return new($"Der erste freie Tag ist der {De(FirstFree)}.", $"The first free day is {En(FirstFree)}.");
        if (row.Step == 0)
            return new(
                $"Die Vorbereitung dauert bis {De(frame.First.AddDays(-1))}; der erste freie Tag danach ist der {De(FirstFree)}.",
                $"The preparation takes until {En(frame.First.AddDays(-1))}; the first free day after it is {En(FirstFree)}."
            );
        if (!frame.HasWindows || anchor is not { } begin)
            return new("Der Termin folgt der Reihenfolge des Auftrags.", "The event follows the order of the mandate.");
        var (from, to) = frame.Window(begin, row.Step);
        to = Frame.Earlier(frame.Limit, to);
        if (to < from)
            return new(
                "Frist oder Beschluss lassen dafür keine eigene Zeit mehr.",
                "Deadline or adoption leave no time of its own for it."
            );
        var off = OffBetween(from, to);
        return new(
            $"Dafür ist vom {De(from)} bis zum {De(to)} Zeit{(off.De.Length == 0 ? "" : $", ohne {off.De}")}.",
            $"There is time for it from {En(from)} to {En(to)}{(off.En.Length == 0 ? "" : $", without {off.En}")}."
        );
    }

    DateOnly FirstFree => frame.Kickoffs.Count > 0 ? frame.Kickoffs[0] : frame.First;

    /// <summary>School holidays, public holidays on working days, and how many days are blocked or have other events.</summary>
    (string De, string En) OffBetween(DateOnly from, DateOnly to)
    {
        var days = Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays).ToList();
        var names = days.Select(request.Holidays.OffOn)
            .OfType<DayOff>()
            .Where(off => off.Kind != DayOffKind.Weekend)
            .Select(off => off.Name)
            .Distinct()
            .ToList();
        var (blocked, other) = (days.Count(request.Unavailable.Contains), days.Count(request.Occupied.Contains));
        return (
            string.Join(
                ", ",
                names.Concat(Counted(blocked, "gesperrten Tag", "gesperrte Tage", other, "anderen Termin", "andere Termine"))
            ),
            string.Join(", ", names.Concat(Counted(blocked, "blocked day", "blocked days", other, "other event", "other events")))
        );
    }

    static IEnumerable<string> Counted(int blocked, string day, string days, int other, string one, string more)
    {
        if (blocked > 0)
            yield return $"{blocked} {(blocked == 1 ? day : days)}";
        if (other > 0)
            yield return $"{other} {(other == 1 ? one : more)}";
    }

    /// <summary>What speaks against the day that would be best.</summary>
    Text Against(Item item, int index, DateOnly wished)
    {
        var (de, en) = (De(wished), En(wished));
        if (request.Observances.On(wished).OrderByDescending(row => row.Weight).FirstOrDefault() is { } observed)
            return new($"Am {de} ist {observed.De}.", $"{en} is {observed.En}.");
        if (plan.Where((_, other) => other != index).FirstOrDefault(row => Distance(row.Day, wished) < frame.Distance) is { } near)
            return new(
                $"Am {de} läge er zu nah an „{near.Title}“ ({De(near.Day)}).",
                $"On {en} it would be too near to \"{near.Title}\" ({En(near.Day)})."
            );
        var taken = request.Taken.ToLookup(row => (row.Resource, row.Day));
        var left = request.Budget - plan.Sum(row => row.Cost) + plan[index].Cost;
        return Alternatives.Best(request, item, wished, taken, decimal.MaxValue) is not { } there
                ? new($"Am {de} ist kein passender Raum oder keine Moderation frei.", $"On {en} no suitable room or moderator is free.")
            : there.Cost > left ? new($"Am {de} wäre er teurer, als Mittel da sind.", $"On {en} it would cost more than is left.")
            : new(
                $"Am {de} wäre der Plan im Ganzen schlechter (Verteilung, religiöse Tage, Kosten), oder der Termin wurde von Hand gesetzt.",
                $"On {en} the plan as a whole would be worse (spread, religious days, cost), or the event was set by hand."
            );
    }

    static int Distance(DateOnly one, DateOnly other) => Math.Abs(one.DayNumber - other.DayNumber);

    static string De(DateOnly day) => day.ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture);

    static string En(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
