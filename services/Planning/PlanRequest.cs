using Integrationskonzept.Contracts;
using Integrationskonzept.Planning.Holidays;
using Integrationskonzept.Planning.Observances;
using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Planning;

/// <summary>All that a plan depends on; the same request always leads to the same outcome.</summary>
public sealed record PlanRequest
{
    /// <summary>Topic areas in the order in which they are worked on.</summary>
    public required IReadOnlyList<MandatedTopicArea> TopicAreas { get; init; }

    /// <summary>What is to be held.</summary>
    public required IReadOnlyList<ProgrammeItem> Programme { get; init; }

    /// <summary>A topic area begins this many months after the one before.</summary>
    public required int MonthsPerTopicArea { get; init; }

    /// <summary>Money granted, in euros.</summary>
    public required decimal Budget { get; init; }

    /// <summary>Last possible day.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>First day of the work.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Days of preparation between <see cref="From"/> and the first event.</summary>
    public int PreparationDays { get; init; } = 21;

    /// <summary>Two events lie at least this many days apart; 1 means on different days.</summary>
    public int MinDaysBetween { get; init; } = 1;

    /// <summary>Days that are blocked.</summary>
    public required IReadOnlySet<DateOnly> Unavailable { get; init; }

    /// <summary>Days that have another event of the tenant.</summary>
    public IReadOnlySet<DateOnly> Occupied { get; init; } = new HashSet<DateOnly>();

    /// <summary>When events may begin, the one that is liked best first.</summary>
    public IReadOnlyList<TimeOnly> StartTimes { get; init; } = [new(9, 0)];

    /// <summary>Last day on which an event may be, so that the adoption is reached.</summary>
    public DateOnly? LastBeforeAdoption { get; init; }

    /// <summary>What events of a kind need; kinds that are not here need nothing.</summary>
    public IReadOnlyDictionary<EventKind, Need> Needs { get; init; } = new Dictionary<EventKind, Need>();

    /// <summary>Venues that may be booked.</summary>
    public IReadOnlyList<PlanResource> Venues { get; init; } = [];

    /// <summary>Moderators that may be booked.</summary>
    public IReadOnlyList<PlanResource> Moderators { get; init; } = [];

    /// <summary>When they are booked already.</summary>
    public IReadOnlyCollection<Taken> Taken { get; init; } = [];

    /// <summary>Days to be avoided where that is possible.</summary>
    public ObservanceCalendar Observances { get; init; } = ObservanceCalendar.Empty;

    /// <summary>
    /// The events of a plan that is to be kept as far as possible; then the programme and the cadence say nothing any more.
    /// </summary>
    public IReadOnlyList<PreviousEvent> Previous { get; init; } = [];

    /// <summary>Holidays of the tenant's state.</summary>
    public required HolidayCalendar Holidays { get; init; }
}

/// <param name="Kind">Kind.</param>
/// <param name="Title">Title as people read it.</param>
/// <param name="TopicArea">The topic area that it works on.</param>
/// <param name="Step">Position in the process: 0 for the kickoff, then the topic areas from 1; a later step is never before an earlier
/// one.</param>
/// <param name="Day">Day, in the tenant's zone.</param>
/// <param name="LengthInDays">1 is a whole day.</param>
/// <param name="Cost">Euros.</param>
/// <param name="Start">When it begins, civil time.</param>
/// <param name="Venue">Where, if a venue was looked for.</param>
/// <param name="Moderator">Who moderates, if a moderator was looked for.</param>
public sealed record ProposedEvent(
    EventKind Kind,
    string Title,
    MandatedTopicArea? TopicArea,
    int Step,
    DateOnly Day,
    decimal LengthInDays,
    decimal Cost,
    TimeOnly Start = default,
    PlanResource? Venue = null,
    PlanResource? Moderator = null
)
{
    /// <summary>The event that it was before, when a plan was made anew.</summary>
    public Guid? Previous { get; init; }

    /// <summary>When it ends, civil time.</summary>
    public TimeOnly End => Start.AddMinutes(Minutes);

    internal int Minutes => (int)(LengthInDays * 480);
}

/// <summary>An event of the plan that is made anew.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Event">As it was.</param>
/// <param name="Pinned">True if it stays as it was: it has been held, or the coordinator wants it so.</param>
/// <param name="Need">What it needs.</param>
public sealed record PreviousEvent(Guid Id, ProposedEvent Event, bool Pinned, Need Need);

/// <summary>What comes of a request: a <see cref="PlanProposal"/> that keeps every rule, or a <see cref="PlanRefusal"/>.</summary>
public abstract record PlanOutcome;

/// <param name="Events">In order of time.</param>
/// <param name="Proven">True if there is no better one; else it was the best when the time was over.</param>
public sealed record PlanProposal(IReadOnlyList<ProposedEvent> Events, bool Proven = true) : PlanOutcome
{
    /// <summary>Points that no plan can fall below, by what was proven.</summary>
    internal long Bound { get; init; }
}

/// <param name="Why">What does not fit, and what would.</param>
public sealed record PlanRefusal(Problem Why) : PlanOutcome;
