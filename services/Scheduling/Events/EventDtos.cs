using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Contracts;
using Integrationskonzept.Planning;
using Integrationskonzept.ServiceDefaults.Http;

namespace Integrationskonzept.Scheduling.Events;

/// <param name="Start">Start: civil time of the Landkreis (<c>2023-03-08T09:00</c>), or RFC 3339 with an offset.</param>
/// <param name="End">End, on the same day.</param>
/// <param name="Reason">Why, in words for everybody: the public calendar shows it. No names of private people.</param>
/// <param name="Venue">New place, if that changes too.</param>
/// <param name="VenueId">Another venue on file, if that changes too; its name becomes the place.</param>
/// <param name="ModeratorId">Another moderator on file, if that changes too.</param>
public sealed record RescheduleEvent(
    [Required] string Start,
    [Required] string End,
    [Required, MaxLength(1000)] string Reason,
    [MaxLength(200)] string? Venue = null,
    Guid? VenueId = null,
    Guid? ModeratorId = null
);

/// <param name="Kind">Kind.</param>
/// <param name="MandateId">The mandate that it serves.</param>
/// <param name="Title">Title.</param>
/// <param name="Start">Start: civil time of the Landkreis (<c>2023-03-08T09:00</c>), or RFC 3339 with an offset.</param>
/// <param name="End">End, on the same day.</param>
/// <param name="TopicAreaKey">The topic area of the mandate that it works on.</param>
/// <param name="Venue">Place.</param>
/// <param name="Cost">Cost in euros; within what was granted.</param>
/// <param name="VenueId">A venue on file to book; its name becomes the place.</param>
/// <param name="ModeratorId">A moderator on file to book.</param>
public sealed record AddEvent(
    EventKind Kind,
    Guid MandateId,
    [Required, MaxLength(200)] string Title,
    [Required] string Start,
    [Required] string End,
    string? TopicAreaKey = null,
    [MaxLength(200)] string? Venue = null,
    [Range(typeof(decimal), "0", "1000000")] decimal Cost = 0,
    Guid? VenueId = null,
    Guid? ModeratorId = null
);

/// <summary>What is said of an event besides its date; replaces what was said before.</summary>
public sealed record DescribeEvent
{
    /// <summary>Title.</summary>
    [Required, MaxLength(200), MinLength(1)]
    public required string Title { get; init; }

    /// <summary>Place. Where a venue on file is booked: another name gives it up, none leaves it.</summary>
    [MaxLength(200)]
    public string? Venue { get; init; }

    /// <summary>What it is about, for everybody; plain text.</summary>
    [MaxLength(5000)]
    public string? Description { get; init; }

    /// <summary>Where people meet; on site if not said.</summary>
    public EventMode Mode { get; init; }

    /// <summary>Where people join online, <c>https://…</c>; told only to those who take part and to the staff.</summary>
    [MaxLength(500)]
    public string? OnlineUrl { get; init; }

    /// <summary>How one gets there and in, for everybody: address, entrance, floor, bus, parking; plain text.</summary>
    [MaxLength(1000)]
    public string? Arrival { get; init; }

    /// <summary>Points in order; together no longer than the event.</summary>
    [MaxLength(50)]
    public IReadOnlyList<AgendaPoint> Agenda { get; init; } = [];

    /// <summary>What makes it accessible.</summary>
    public AccessOffer? Access { get; init; }
}

/// <param name="Reason">Why, in words for everybody: the public calendar shows it. No names of private people.</param>
public sealed record CancelEvent([Required, MaxLength(1000)] string Reason);

/// <param name="Attendance">How many came, by stakeholder group, never names; if not said, as many as were checked in.</param>
public sealed record HoldEvent(Dictionary<StakeholderGroup, int>? Attendance = null);

/// <summary>An event with a binding date.</summary>
public sealed record EventDto : IVersioned
{
    /// <summary>Id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required int Version { get; init; }

    /// <summary>The plan that it comes from; none for an event added by itself.</summary>
    public Guid? PlanId { get; init; }

    /// <summary>The mandate that it serves.</summary>
    public required Guid MandateId { get; init; }

    /// <summary>Kind.</summary>
    public required EventKind Kind { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>The topic area that it works on.</summary>
    public string? TopicAreaKey { get; init; }

    /// <summary>Start, with the offset of the Landkreis.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>End.</summary>
    public required DateTimeOffset End { get; init; }

    /// <summary>Place.</summary>
    public string? Venue { get; init; }

    /// <summary>The venue on file that is booked.</summary>
    public Guid? VenueId { get; init; }

    /// <summary>The moderator on file who is booked; for the staff.</summary>
    public Guid? ModeratorId { get; init; }

    /// <summary>What it is about.</summary>
    public string? Description { get; init; }

    /// <summary>Where people meet.</summary>
    public required EventMode Mode { get; init; }

    /// <summary>Where people join online; shown to the staff here, to others with their registration.</summary>
    public string? OnlineUrl { get; init; }

    /// <summary>How one gets there and in.</summary>
    public string? Arrival { get; init; }

    /// <summary>What happens, in order.</summary>
    public required IReadOnlyList<AgendaPointDto> Agenda { get; init; }

    /// <summary>What makes it accessible.</summary>
    public required AccessOffer Access { get; init; }

    /// <summary>What became of it.</summary>
    public required EventState State { get; init; }

    /// <summary>Why it was moved or cancelled last.</summary>
    public string? Reason { get; init; }

    /// <summary>How many came, by stakeholder group.</summary>
    public required IReadOnlyDictionary<StakeholderGroup, int> Attendance { get; init; }

    /// <summary>How many had a confirmed seat and did not come, where people were checked in.</summary>
    public int? NoShows { get; init; }

    /// <summary>Number of changes that people had to learn of.</summary>
    public required int Sequence { get; init; }

    /// <summary>Cost in euros.</summary>
    public required decimal Cost { get; init; }

    internal static EventDto From(Event row, CivilTime time, bool forStaff = false) =>
        new()
        {
            Id = row.Id,
            Version = row.Version,
            PlanId = row.PlanId,
            MandateId = row.MandateId,
            Kind = row.Kind,
            Title = row.Title,
            TopicAreaKey = row.TopicAreaKey,
            Start = time.Local(row.Start),
            End = time.Local(row.End),
            Venue = row.Venue,
            State = row.State,
            Reason = row.Reason,
            Attendance = row.Attendance,
            Sequence = row.Sequence,
            Cost = row.Cost,
            Description = row.Description.Text,
            Mode = row.Description.Mode,
            Access = row.Description.Access,
            OnlineUrl = forStaff ? row.Description.OnlineUrl : null,
            Arrival = row.Description.Arrival,
            Agenda = [.. AgendaPointDto.From(row, time)],
            NoShows = row.NoShows,
            VenueId = row.VenueId,
            ModeratorId = forStaff ? row.ModeratorId : null,
        };
}

/// <summary>A point of the agenda with its time.</summary>
/// <param name="Start">When it begins, as it follows from the points before it.</param>
/// <param name="Title">What.</param>
/// <param name="Minutes">How long.</param>
/// <param name="By">Who leads it.</param>
public sealed record AgendaPointDto(DateTimeOffset Start, string Title, int Minutes, string? By)
{
    internal static IEnumerable<AgendaPointDto> From(Event row, CivilTime time)
    {
        var start = row.Start;
        foreach (var point in row.Description.Agenda)
        {
            yield return new(time.Local(start), point.Title, point.Minutes, point.By);
            start = start.AddMinutes(point.Minutes);
        }
    }
}
