using Google.OrTools.Sat;
using Google.OrTools.Util;

namespace Integrationskonzept.Planning;

/// <summary>
/// The rules of one plan in CP-SAT's words. Several of them can live in one model, with shared venues and moderators between them.
/// </summary>
sealed class PlanModel
{
    /// <summary>Days are counted from here, so that numbers stay small.</summary>
    public static readonly int Zero = new DateOnly(2020, 1, 1).DayNumber;

    /// <summary>Beyond this many, days are numbers only.</summary>
    const int MostSlots = 20_000;

    readonly CpModel model;
    readonly PlanRequest request;
    readonly IReadOnlySet<PlanRule> relaxed;
    readonly ILookup<(Guid, DateOnly), Taken> taken;
    readonly Dictionary<(Guid, TimeOnly, int, List<DateOnly>), (int Count, Domain Days)> opens = [];

    public PlanModel(
        CpModel model,
        PlanRequest request,
        Frame frame,
        IReadOnlyList<Item> items,
        IReadOnlySet<PlanRule> relaxed,
        int? anchor = null
    )
    {
        this.model = model;
        this.request = request;
        this.relaxed = relaxed;
        Frame = frame;
        taken = request.Taken.ToLookup(row => (row.Resource, row.Day));
        var domains = Domains(items, anchor);
        if (!IsPossible)
            return;
        IsBySlot = anchor is not null && items.Index().Sum(row => domains[row.Index].Count * Starts(row.Item).Count()) <= MostSlots;
        Events = [.. items.Select((item, index) => Add(item, domains[index]))];
        foreach (var (one, next) in Events.Zip(Events.Skip(1)))
            model.Add(next.Day >= one.Day + frame.Distance);
        if (frame.HasWindows)
            AddWindows(items, anchor);
        if (!relaxed.Contains(PlanRule.Budget))
            model.Add(LinearExpr.Sum(Events.Select(row => row.Cents)) <= (long)(request.Budget * 100));
    }

    public Frame Frame { get; }
    public IReadOnlyList<EventModel> Events { get; } = [];

    /// <summary>False if some event has no day at all.</summary>
    public bool IsPossible { get; private set; } = true;

    /// <summary>True if the anchor is given: then events have few days, and a literal for each of them.</summary>
    public bool IsBySlot { get; }

    /// <summary>Which of the frame's anchors is taken, if there is a choice.</summary>
    public IntVar? Anchor { get; private set; }

    List<List<DateOnly>> Domains(IReadOnlyList<Item> items, int? anchor)
    {
        var domains = new List<List<DateOnly>>();
        var kickoffs = items.Count(item => item.Kind == Contracts.EventKind.Kickoff && item.Step == 0);
        var counted = request.Previous.Count == 0;
        if (counted && (Frame.Kickoffs.Count < kickoffs || Frame.Anchors.Count == 0))
            IsPossible = false;
        var (first, last) =
            !counted || !IsPossible ? default
            : anchor is { } at ? (Frame.Anchors[at], Frame.Anchors[at])
            : (Frame.Anchors[0], Frame.Anchors[^1]);
        var ofStep = new Dictionary<int, List<DateOnly>>();
        foreach (var (index, item) in items.Index().TakeWhile(_ => IsPossible))
        {
            // Events of a step share their days, and so what is open on them is looked up once.
            if (item.Previous is null && index >= kickoffs && ofStep.TryGetValue(item.Step, out var shared))
            {
                domains.Add(shared);
                continue;
            }
            domains.Add(
                ofStep[item.Step] = [
                    .. item.Previous is { Pinned: true } pinned && !relaxed.Contains(PlanRule.Pinned) ? [pinned.Event.Day]
                    : counted && index < kickoffs ? Frame.Free(Frame.Kickoffs[index], last)
                    : Frame.HasWindows ? Frame.Free(Frame.Window(first, item.Step).From, Frame.Window(last, item.Step).To)
                    : Frame.Free(Frame.First, Frame.Horizon),
                ]
            );
            if (domains[^1].Count == 0)
                IsPossible = false;
        }
        return domains;
    }

    void AddWindows(IReadOnlyList<Item> items, int? fixedAnchor)
    {
        var steps = items.Where(item => item.Step > 0).Select(item => item.Step).Distinct().ToList();
        var fitting = Enumerable
            .Range(0, Frame.Anchors.Count)
            .Where(index => steps.All(step => Frame.LeavesTime(Frame.Anchors[index], step)))
            .Where(index => fixedAnchor is null || index == fixedAnchor)
            .Select(index => (long)index)
            .ToArray();
        if (fitting.Length == 0)
        {
            IsPossible = false;
            return;
        }
        var chosen = Anchor = model.NewIntVarFromDomain(Domain.FromValues(fitting), "anchor");
        LinearExpr Chosen(Func<DateOnly, DateOnly> day)
        {
            if (fitting.Length == 1)
                return LinearExpr.Constant(Number(day(Frame.Anchors[(int)fitting[0]])));
            var number = model.NewIntVar(0, 1_000_000, "");
            model.AddElement(chosen, Frame.Anchors.Select(one => (long)Number(day(one))), number);
            return number;
        }
        if (Frame.Kickoffs.Count > 0)
            model.Add(Events[Frame.Kickoffs.Count - 1].Day == Chosen(day => day));
        foreach (var step in steps)
        {
            var (from, to) = (Chosen(day => Frame.Window(day, step).From), Chosen(day => Frame.Window(day, step).To));
            foreach (var row in Events.Where(row => row.Item.Step == step))
                model.Add(row.Day >= from);
            foreach (var row in Events.Where(row => row.Item.Step == step))
                model.Add(row.Day <= to);
        }
    }

    EventModel Add(Item item, List<DateOnly> days)
    {
        var day = model.NewIntVarFromDomain(Numbers(days), item.Title);
        var starts = Starts(item).Select(start => (start, model.NewBoolVar(""))).ToList();
        model.AddExactlyOne(starts.Select(start => start.Item2));
        var slots = IsBySlot ? Slots(day, days, starts) : [];
        var venues = Choose(
            item.Need.Participants is not null,
            relaxed.Contains(PlanRule.VenueCapacity),
            request.Venues,
            venue =>
                (relaxed.Contains(PlanRule.VenueCapacity) || venue.Capacity >= item.Need.Participants)
                && (relaxed.Contains(PlanRule.VenueEquipment) || venue.Offers.IsSupersetOf(item.Need.Equipment))
        );
        var moderators = Choose(
            item.Need.Moderated,
            relaxed.Contains(PlanRule.Moderation),
            request.Moderators,
            moderator =>
                (relaxed.Contains(PlanRule.ModeratorSkills) || moderator.Offers.IsSupersetOf(item.Need.Skills))
                && (relaxed.Contains(PlanRule.ModeratorLanguages) || moderator.Languages.IsSupersetOf(item.Need.Languages))
        );
        foreach (
            var (choices, hours, booked) in new[]
            {
                (venues, PlanRule.VenueHours, PlanRule.VenueBooked),
                (moderators, PlanRule.ModeratorHours, PlanRule.ModeratorBooked),
            }
        )
            if (IsBySlot)
                OpenBySlot(item, slots, choices, hours, booked);
            else
                Open(item, day, days, starts, choices, hours, booked);
        if (item.Previous is { Pinned: true, Event: { } before } && !relaxed.Contains(PlanRule.Pinned))
            Keep(before, starts, venues, moderators);

        var cents = item.Need.IsPriced
            ? LinearExpr.WeightedSum(
                [.. venues.Concat(moderators).Select(choice => choice.Literal)],
                [.. venues.Concat(moderators).Select(choice => PriceOf(item, choice.Resource))]
            ) + (long)(item.Need.OtherCosts * 100)
            : LinearExpr.Constant((long)(item.Cost * 100));
        return new(item, day, days, starts, slots, venues, moderators, cents);
    }

    List<Choice> Choose(bool needed, bool mayBeNone, IReadOnlyList<PlanResource> from, Func<PlanResource, bool> fits)
    {
        if (!needed)
            return [];
        var choices = from.Where(fits).Select(one => new Choice(one, model.NewBoolVar(""))).ToList();
        if (mayBeNone)
            choices.Add(new(null, model.NewBoolVar("")));
        if (choices.Count == 0)
            IsPossible = false;
        else
            model.AddExactlyOne(choices.Select(choice => choice.Literal));
        return choices;
    }

    /// <summary>Whoever is chosen for a start must be there on the day.</summary>
    void Open(
        Item item,
        IntVar day,
        List<DateOnly> days,
        List<(TimeOnly Start, BoolVar Literal)> starts,
        List<Choice> choices,
        PlanRule hours,
        PlanRule booked
    )
    {
        foreach (var (resource, literal) in choices)
        foreach (var (start, when) in starts)
        {
            if (resource is null)
                continue;
            if (!opens.TryGetValue((resource.Id, start, item.Minutes, days), out var open))
            {
                var there = days.Where(on => IsThere(resource, item, on, start, hours, booked)).ToList();
                opens[(resource.Id, start, item.Minutes, days)] = open = (there.Count, Numbers(there));
            }
            if (open.Count == 0)
                model.AddBoolOr([literal.Not(), when.Not()]);
            else if (open.Count < days.Count)
                model.AddLinearExpressionInDomain(day, open.Days).OnlyEnforceIf([literal, when]);
        }
    }

    bool IsThere(PlanResource resource, Item item, DateOnly on, TimeOnly start, PlanRule hours, PlanRule booked) =>
        (relaxed.Contains(hours) || resource.IsOpen(on, start, start.AddMinutes(item.Minutes)))
        && (relaxed.Contains(booked) || !IsTaken(resource, on, start, start.AddMinutes(item.Minutes)));

    /// <summary>
    /// A literal for each day and start: many more of them, but then what a day costs is known to the relaxation, and a proof is near.
    /// </summary>
    List<PossibleStart> Slots(IntVar day, List<DateOnly> days, List<(TimeOnly Start, BoolVar Literal)> starts)
    {
        var slots = days.SelectMany(on => starts.Select(start => new PossibleStart(on, start.Start, model.NewBoolVar("")))).ToList();
        model.AddExactlyOne(slots.Select(slot => slot.Literal));
        model.Add(
            day == LinearExpr.WeightedSum([.. slots.Select(slot => slot.Literal)], [.. slots.Select(slot => (long)Number(slot.Day))])
        );
        foreach (var start in starts)
            model.Add(start.Literal == LinearExpr.Sum(slots.Where(slot => slot.Start == start.Start).Select(slot => slot.Literal)));
        return slots;
    }

    /// <summary>As above, by slot; and no slot costs less than the cheapest who is there then.</summary>
    void OpenBySlot(Item item, List<PossibleStart> slots, List<Choice> choices, PlanRule hours, PlanRule booked)
    {
        if (choices.Count == 0)
            return;
        var cheapest = new long[slots.Count];
        Array.Fill(cheapest, long.MaxValue);
        foreach (var (resource, literal) in choices)
        {
            var there = slots.Select(slot => resource is null || IsThere(resource, item, slot.Day, slot.Start, hours, booked)).ToList();
            if (!there.TrueForAll(open => open))
                model.AddBoolOr([literal.Not(), .. slots.Where((_, index) => there[index]).Select(slot => slot.Literal)]);
            for (var index = 0; index < slots.Count; index++)
                if (there[index])
                    cheapest[index] = Math.Min(cheapest[index], PriceOf(item, resource));
        }
        foreach (var (index, slot) in slots.Index().Where(row => cheapest[row.Index] == long.MaxValue))
            model.Add(slot.Literal == 0);
        model.Add(
            LinearExpr.WeightedSum(
                [.. choices.Select(choice => choice.Literal)],
                [.. choices.Select(choice => PriceOf(item, choice.Resource))]
            )
                >= LinearExpr.WeightedSum(
                    [.. slots.Select(slot => slot.Literal)],
                    [.. cheapest.Select(price => price == long.MaxValue ? 0 : price)]
                )
        );
    }

    static long PriceOf(Item item, PlanResource? resource) => (long)((resource?.Price.For(item.Minutes) ?? 0) * 100);

    void Keep(ProposedEvent before, List<(TimeOnly Start, BoolVar Literal)> starts, List<Choice> venues, List<Choice> moderators)
    {
        foreach (var start in starts)
            model.Add(start.Literal == (start.Start == before.Start ? 1 : 0));
        foreach (var choice in venues.Where(choice => before.Venue is not null))
            model.Add(choice.Literal == (choice.Resource?.Id == before.Venue!.Id ? 1 : 0));
        foreach (var choice in moderators.Where(choice => before.Moderator is not null))
            model.Add(choice.Literal == (choice.Resource?.Id == before.Moderator!.Id ? 1 : 0));
    }

    IEnumerable<TimeOnly> Starts(Item item)
    {
        var starts = request
            .StartTimes.Where(start => start.ToTimeSpan() + TimeSpan.FromMinutes(item.Minutes) <= TimeSpan.FromHours(22))
            .ToList();
        if (item.Previous is { Event.Start: var before } && !starts.Contains(before))
            starts.Add(before);
        return starts.Count > 0 ? starts : request.StartTimes.Take(1);
    }

    public bool IsTaken(PlanResource resource, DateOnly day, TimeOnly from, TimeOnly to) =>
        taken[(resource.Id, day)].Any(row => row.From < to && from < row.To);

    public static int Number(DateOnly day) => day.DayNumber - Zero;

    public static Domain Numbers(IEnumerable<DateOnly> days) => Domain.FromValues([.. days.Select(day => (long)Number(day))]);
}

/// <summary>A venue or moderator that may be taken; null stands for none.</summary>
readonly record struct Choice(PlanResource? Resource, BoolVar Literal);

/// <summary>A day and a start that an event may take.</summary>
readonly record struct PossibleStart(DateOnly Day, TimeOnly Start, BoolVar Literal);

/// <summary>The variables of one event.</summary>
sealed record EventModel(
    Item Item,
    IntVar Day,
    IReadOnlyList<DateOnly> Days,
    IReadOnlyList<(TimeOnly Start, BoolVar Literal)> Starts,
    IReadOnlyList<PossibleStart> Slots,
    IReadOnlyList<Choice> Venues,
    IReadOnlyList<Choice> Moderators,
    LinearExpr Cents
)
{
    /// <summary>Tells the solver of a plan that is there.</summary>
    public void Hint(CpModel model, ProposedEvent known)
    {
        model.AddHint(Day, PlanModel.Number(known.Day));
        foreach (var start in Starts)
            model.AddHint(start.Literal, start.Start == known.Start);
        foreach (var slot in Slots)
            model.AddHint(slot.Literal, slot.Day == known.Day && slot.Start == known.Start);
        foreach (var choice in Venues)
            model.AddHint(choice.Literal, choice.Resource?.Id == known.Venue?.Id);
        foreach (var choice in Moderators)
            model.AddHint(choice.Literal, choice.Resource?.Id == known.Moderator?.Id);
    }

    /// <summary>As solved.</summary>
    public ProposedEvent Read(CpSolver solver) =>
        Item.At(
            DateOnly.FromDayNumber((int)solver.Value(Day) + PlanModel.Zero),
            Starts.First(start => solver.BooleanValue(start.Literal)).Start,
            Venues.FirstOrDefault(choice => solver.BooleanValue(choice.Literal)).Resource,
            Moderators.FirstOrDefault(choice => solver.BooleanValue(choice.Literal)).Resource
        );
}
