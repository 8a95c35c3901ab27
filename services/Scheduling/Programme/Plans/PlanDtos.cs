using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Contracts;
using Integrationskonzept.Planning;
using Integrationskonzept.Planning.Observances;
using Integrationskonzept.Scheduling.Mandates;
using Integrationskonzept.Scheduling.Programme.Meetings;
using Integrationskonzept.ServiceDefaults.Http;

namespace Integrationskonzept.Scheduling.Programme.Plans;

/// <summary>The terms of a proposal; what is not said follows from the mandate.</summary>
public sealed record ProposePlan
{
    /// <summary>The mandate whose programme is planned.</summary>
    public required Guid MandateId { get; init; }

    /// <summary>First day of the work; the day after the decision if not said.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Days of preparation before the first event; 21 if not said.</summary>
    [Range(0, 365)]
    public int PreparationDays { get; init; } = 21;

    /// <summary>When events begin, civil time, between 07:00 and 14:00; 09:00 if not said.</summary>
    [Range(typeof(TimeOnly), "07:00", "14:00")]
    public TimeOnly StartTime { get; init; } = new(9, 0);

    /// <summary>Days between two events at least; 1, which is on different days, if not said.</summary>
    [Range(1, 60)]
    public int MinDaysBetween { get; init; } = 1;

    /// <summary>Further days without events.</summary>
    [MaxLength(500)]
    public IReadOnlyList<DateOnly> BlockedDates { get; init; } = [];

    /// <summary>Last day; only where the mandate names none, or earlier than it does.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>Further times at which events may begin where the first one does not work, between 07:00 and 20:00.</summary>
    [MaxLength(6)]
    public IReadOnlyList<TimeOnly> OtherStartTimes { get; init; } = [];

    /// <summary>
    /// Faiths whose religious days are avoided where possible; all on file if not said, none if empty:
    /// <c>alevi</c>, <c>jewish</c>, <c>muslim</c>, <c>orthodox</c>, <c>western</c>, <c>yazidi</c>.
    /// </summary>
    [MaxLength(20)]
    public IReadOnlyList<string>? Faiths { get; init; }

    /// <summary>
    /// What events of a kind need; where nothing is said, neither venue nor moderator is looked for, and the mandate's estimate is the
    /// cost.
    /// </summary>
    public IReadOnlyDictionary<EventKind, Need>? Needs { get; init; }

    /// <summary>When the result is to be adopted; the last event is counted back from it.</summary>
    public AdoptionTerms? Adoption { get; init; }

    internal PlanTerms TermsFor(Mandate mandate, AdoptionPath? adoption)
    {
        if (Needs?.Values.Any(need => need is { Participants: < 1 or > 100_000 } or { OtherCosts: < 0 or > 1_000_000 }) == true)
            throw new NeedWrong();
        if (From <= mandate.DecidedOn)
            throw new FromTooEarly(mandate.DecidedOn);
        if (mandate.Deadline is { } binding && Deadline > binding)
            throw new DeadlineTooLate(binding);
        if (Faiths?.FirstOrDefault(faith => ObservanceCalendar.All.All(file => file.Faith != faith)) is { } unknown)
            throw new FaithUnknown(unknown);
        if (OtherStartTimes.Any(start => start < new TimeOnly(7, 0) || start > new TimeOnly(20, 0)))
            throw new StartTimesWrong();
        return new(
            From ?? mandate.DecidedOn.AddDays(1),
            PreparationDays,
            StartTime,
            MinDaysBetween,
            BlockedDates,
            Deadline ?? mandate.Deadline,
            OtherStartTimes,
            Faiths,
            Needs?.ToDictionary(pair => pair.Key, pair => pair.Value.Normal),
            adoption
        );
    }
}

/// <param name="Start">Start: civil time of the Landkreis (<c>2023-03-08T09:00</c>), or RFC 3339 with an offset.</param>
/// <param name="End">End, on the same day.</param>
/// <param name="Title">Title, up to 200 characters.</param>
/// <param name="Venue">Place, up to 200 characters.</param>
/// <param name="VenueId">A venue on file; then its name is the place.</param>
/// <param name="ModeratorId">A moderator on file.</param>
public sealed record ChangePlannedEvent(
    [Required] string Start,
    [Required] string End,
    [Required, MaxLength(200)] string Title,
    [MaxLength(200)] string? Venue = null,
    Guid? VenueId = null,
    Guid? ModeratorId = null
);

/// <summary>A plan.</summary>
public sealed record PlanDto : IVersioned
{
    /// <summary>Id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required int Version { get; init; }

    /// <summary>The mandate that it serves.</summary>
    public required Guid MandateId { get; init; }

    /// <summary>How far it is.</summary>
    public required PlanState State { get; init; }

    /// <summary>The terms under which it was proposed.</summary>
    public required PlanTerms Terms { get; init; }

    /// <summary>Its events by start.</summary>
    public required IReadOnlyList<PlannedEventDto> Events { get; init; }

    /// <summary>What all events cost, in euros.</summary>
    public required decimal Cost { get; init; }

    /// <summary>Money granted, in euros.</summary>
    public required decimal Budget { get; init; }

    /// <summary>When it was proposed.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was confirmed.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>The plan that this one was made from, when it was planned anew.</summary>
    public Guid? Replaces { get; init; }

    /// <summary>What differs from that plan.</summary>
    public IReadOnlyList<PlannedChange> Changes { get; init; } = [];

    internal static PlanDto From(Plan row, CivilTime time) => From(row, time, ObservanceCalendar.Choose(row.Terms.Faiths));

    static PlanDto From(Plan row, CivilTime time, ObservanceCalendar observances) =>
        new()
        {
            Id = row.Id,
            Version = row.Version,
            MandateId = row.MandateId,
            State = row.State,
            Terms = row.Terms,
            Cost = row.Events.Sum(item => item.Cost),
            Budget = row.Budget,
            CreatedAt = row.CreatedAt,
            ConfirmedAt = row.ConfirmedAt,
            Events =
            [
                .. row.Events.Select(item => new PlannedEventDto(
                    item.Id,
                    item.Kind,
                    item.Title,
                    item.TopicAreaKey,
                    time.Local(item.Slot.Start),
                    time.Local(item.Slot.End),
                    item.Venue,
                    item.Cost,
                    observances.Named(item.Slot.Day),
                    item.VenueId,
                    item.ModeratorId,
                    item.Participants
                )),
            ],
            Replaces = row.Replaces,
            Changes = [.. row.Moves(time)],
        };
}

/// <param name="Id">Id, kept when the plan is confirmed.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Title">Title.</param>
/// <param name="TopicAreaKey">The topic area that it works on.</param>
/// <param name="Start">Start, with the offset of the Landkreis.</param>
/// <param name="End">End.</param>
/// <param name="Venue">Place.</param>
/// <param name="Cost">Cost in euros.</param>
/// <param name="VenueId">The venue on file.</param>
/// <param name="ModeratorId">The moderator on file.</param>
/// <param name="Participants">How many are expected.</param>
/// <param name="Observances">Religious days on that day that the plan could not avoid, in the reader's language.</param>
public sealed record PlannedEventDto(
    Guid Id,
    EventKind Kind,
    string Title,
    string? TopicAreaKey,
    DateTimeOffset Start,
    DateTimeOffset End,
    string? Venue,
    decimal Cost,
    IReadOnlyList<string> Observances,
    Guid? VenueId = null,
    Guid? ModeratorId = null,
    int? Participants = null
);

/// <summary>What planning anew changes about an event.</summary>
/// <param name="EventId">The event.</param>
/// <param name="Title">Its title.</param>
/// <param name="WasStart">When it was to begin.</param>
/// <param name="Start">When it is to begin.</param>
/// <param name="WasVenue">Where it was to be.</param>
/// <param name="Venue">Where it is to be.</param>
/// <param name="OtherModerator">True if somebody else moderates.</param>
public sealed record PlannedChange(
    Guid EventId,
    string Title,
    DateTimeOffset WasStart,
    DateTimeOffset Start,
    string? WasVenue,
    string? Venue,
    bool OtherModerator
);
