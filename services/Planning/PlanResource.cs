namespace Integrationskonzept.Planning;

/// <summary>A venue or a moderator, as far as planning needs them.</summary>
public sealed record PlanResource
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }

    /// <summary>People that it holds; of no meaning for moderators.</summary>
    public int Capacity { get; init; }

    /// <summary>Equipment of a venue, skills of a moderator; lower case.</summary>
    public IReadOnlySet<string> Offers { get; init; } = new HashSet<string>();

    /// <summary>Languages of a moderator (BCP 47), lower case.</summary>
    public IReadOnlySet<string> Languages { get; init; } = new HashSet<string>();

    /// <summary>When it can be had; always, if none is said.</summary>
    public IReadOnlyList<WeeklyHours> Hours { get; init; } = [];

    /// <summary>When it can't be had.</summary>
    public IReadOnlyList<DayRange> Away { get; init; } = [];
    public Price Price { get; init; } = Price.None;

    /// <summary>Other tenants may book it too.</summary>
    public bool Shared { get; init; }

    /// <summary>Open, and not away, for all of that time.</summary>
    public bool IsOpen(DateOnly day, TimeOnly from, TimeOnly to) =>
        !Away.Any(range => range.Has(day))
        && (Hours.Count == 0 || Hours.Any(hours => hours.Day == day.DayOfWeek && hours.From <= from && to <= hours.To));
}

/// <summary>Open once a week.</summary>
/// <param name="Day">Day of the week.</param>
/// <param name="From">From, civil time.</param>
/// <param name="To">Until.</param>
public sealed record WeeklyHours(DayOfWeek Day, TimeOnly From, TimeOnly To);

/// <summary>First and last day included.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public sealed record DayRange(DateOnly From, DateOnly To)
{
    internal bool Has(DateOnly day) => From <= day && day <= To;
}

/// <summary>What an event costs there, in euros.</summary>
/// <param name="HalfDay">Up to five hours.</param>
/// <param name="Day">Longer.</param>
public sealed record Price(decimal HalfDay, decimal Day)
{
    internal static readonly Price None = new(0, 0);

    internal decimal For(int minutes) => minutes <= 300 ? HalfDay : Day;
}

/// <summary>That a venue or moderator is booked, by whomever.</summary>
public readonly record struct Taken(Guid Resource, DateOnly Day, TimeOnly From, TimeOnly To);

/// <summary>What events of a kind need.</summary>
public sealed record Need
{
    /// <summary>A venue for so many people; none is looked for if not said.</summary>
    public int? Participants { get; init; }

    /// <summary>Equipment that the venue must have.</summary>
    public IReadOnlyList<string> Equipment { get; init; } = [];

    /// <summary>A moderator is looked for.</summary>
    public bool Moderated { get; init; }

    /// <summary>Skills that the moderator must have.</summary>
    public IReadOnlyList<string> Skills { get; init; } = [];

    /// <summary>Languages that the moderator must speak.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Costs beside venue and moderator, in euros.</summary>
    public decimal OtherCosts { get; init; }

    internal static readonly Need Nothing = new();

    /// <summary>Compared without case.</summary>
    internal Need Normal =>
        this with
        {
            Equipment = [.. WordSet.Normalize(Equipment)],
            Skills = [.. WordSet.Normalize(Skills)],
            Languages = [.. WordSet.Normalize(Languages)],
        };

    /// <summary>Its cost follows from what is booked, not from the mandate's estimate.</summary>
    internal bool IsPriced => !KeepsEstimate && (Participants is not null || Moderated);

    /// <summary>Venue or moderator were chosen by hand, for an event of which the mandate says the cost.</summary>
    internal bool KeepsEstimate { get; init; }
}

static class WordSet
{
    /// <summary>Words of people's own, compared without case.</summary>
    public static IReadOnlySet<string> Normalize(IEnumerable<string> words) =>
        words.Select(word => word.Trim().ToLowerInvariant()).Where(word => word.Length > 0).ToHashSet();
}
