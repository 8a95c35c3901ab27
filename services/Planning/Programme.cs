using Integrationskonzept.Contracts;

namespace Integrationskonzept.Planning;

/// <summary>An event that has no day yet.</summary>
sealed record Item(EventKind Kind, string Title, MandatedTopicArea? TopicArea, int Step, decimal LengthInDays, decimal Cost)
{
    public Need Need { get; init; } = Need.Nothing;

    /// <summary>What it was in the plan that is made anew.</summary>
    public PreviousEvent? Previous { get; init; }

    public int Minutes => (int)(LengthInDays * 480);

    public ProposedEvent At(DateOnly day, TimeOnly start, PlanResource? venue, PlanResource? moderator) =>
        new(Kind, Title, TopicArea, Step, day, LengthInDays, CostOf(venue, moderator), start, venue, moderator) { Previous = Previous?.Id };

    /// <summary>What is booked where something is booked, else the mandate's estimate.</summary>
    public decimal CostOf(PlanResource? venue, PlanResource? moderator) =>
        Need.IsPriced ? (venue?.Price.For(Minutes) ?? 0) + (moderator?.Price.For(Minutes) ?? 0) + Need.OtherCosts : Cost;

    public static IReadOnlyList<Item> ListOf(PlanRequest request) =>
        request.Previous.Count > 0
            ?
            [
                .. request
                    .Previous.OrderBy(row => row.Event.Step)
                    .ThenBy(row => row.Event.Day)
                    .Select(row => new Item(
                        row.Event.Kind,
                        row.Event.Title,
                        row.Event.TopicArea,
                        row.Event.Step,
                        row.Event.LengthInDays,
                        row.Event.Cost
                    )
                    {
                        Need = row.Need,
                        Previous = row,
                    }),
            ]
        : Programme.Divide(request) is var programme ? [.. programme.Kickoffs, .. programme.Steps.SelectMany(step => step)]
        : [];
}

static class Items
{
    /// <summary>What an event of a plan was before it had a day: by what it was, else by title, else by its place.</summary>
    public static Item Matching(this IReadOnlyList<Item> items, ProposedEvent row, int index) =>
        items.FirstOrDefault(item => item.Previous is { } before && before.Id == row.Previous)
        ?? items.FirstOrDefault(item => item.Title == row.Title && item.Step == row.Step)
        ?? items[Math.Min(index, items.Count - 1)];
}

/// <summary>The programme of a mandate, taken apart into single events.</summary>
sealed record Programme(IReadOnlyList<Item> Kickoffs, IReadOnlyList<IReadOnlyList<Item>> Steps)
{
    /// <summary>
    /// Kickoffs first; the workshops evenly over the topic areas, the first ones getting one more where it does not come out even;
    /// everything else (hearings, meetings) with the last topic area.
    /// </summary>
    public static Programme Divide(PlanRequest request)
    {
        var workshops = Single(request, EventKind.Workshop).ToList();
        var areas = request.TopicAreas.Count == 0 ? [null] : request.TopicAreas.Cast<MandatedTopicArea?>().ToList();
        var steps = new List<IReadOnlyList<Item>>();
        for (var (index, taken) = (0, 0); index < areas.Count; taken += steps[index++].Count)
        {
            var area = areas[index];
            var count = workshops.Count / areas.Count + (index < workshops.Count % areas.Count ? 1 : 0);
            steps.Add([
                .. workshops
                    .Skip(taken)
                    .Take(count)
                    .Select(
                        (item, number) =>
                            new Item(
                                item.Kind,
                                Name(area is null ? item.Title : $"Themenworkshop „{area.Title}“", number, count),
                                area,
                                index + 1,
                                item.LengthInDays,
                                item.UnitCost
                            )
                    ),
            ]);
        }
        Item Needing(Item item) => item with { Need = request.Needs.GetValueOrDefault(item.Kind, Need.Nothing) };
        steps[^1] = [.. steps[^1], .. Numbered(request, areas.Count, item => item.Kind is not (EventKind.Kickoff or EventKind.Workshop))];
        return new(
            [.. Numbered(request, 0, item => item.Kind == EventKind.Kickoff).Select(Needing)],
            [.. steps.Where(step => step.Count > 0).Select(step => step.Select(Needing).ToList())]
        );
    }

    static IEnumerable<ProgrammeItem> Single(PlanRequest request, EventKind kind) =>
        request.Programme.Where(item => item.Kind == kind).SelectMany(item => Enumerable.Repeat(item, item.Count));

    static IEnumerable<Item> Numbered(PlanRequest request, int step, Func<ProgrammeItem, bool> which) =>
        request
            .Programme.Where(which)
            .SelectMany(item =>
                Enumerable
                    .Range(0, item.Count)
                    .Select(number => new Item(
                        item.Kind,
                        Name(item.Title, number, item.Count),
                        null,
                        step,
                        item.LengthInDays,
                        item.UnitCost
                    ))
            );

    static string Name(string title, int number, int count) => count == 1 ? title : $"{title} ({number + 1} von {count})";
}
