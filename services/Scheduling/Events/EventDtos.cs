using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Http;

namespace Integrationskonzept.Scheduling.Events;

/// <param name="Start">Start: civil time of the Landkreis (<c>2023-03-08T09:00</c>), or RFC 3339 with an offset.</param>
/// <param name="End">End, on the same day.</param>
/// <param name="Reason">Why, in words for everybody: the public calendar shows it. No names of private people.</param>
/// <param name="Venue">New place, if that changes too.</param>
public sealed record RescheduleEvent(
    [Required] string Start, [Required] string End, [Required, MaxLength(1000)] string Reason, [MaxLength(200)] string? Venue = null);

/// <param name="Reason">Why, in words for everybody: the public calendar shows it. No names of private people.</param>
public sealed record CancelEvent([Required, MaxLength(1000)] string Reason);

/// <param name="Attendance">How many came, by stakeholder group; never names.</param>
public sealed record HoldEvent(Dictionary<StakeholderGroup, int> Attendance);

/// <summary>An event with a binding date.</summary>
public sealed record EventDto : IVersioned
{
    /// <summary>Id.</summary>
    public required Guid Id { get; init; }
    /// <inheritdoc/>
    public required int Version { get; init; }
    /// <summary>The plan that it comes from.</summary>
    public required Guid PlanId { get; init; }
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
    /// <summary>What became of it.</summary>
    public required EventState State { get; init; }
    /// <summary>Why it was moved or cancelled last.</summary>
    public string? Reason { get; init; }
    /// <summary>How many came, by stakeholder group.</summary>
    public required IReadOnlyDictionary<StakeholderGroup, int> Attendance { get; init; }
    /// <summary>Number of changes that people had to learn of.</summary>
    public required int Sequence { get; init; }
    /// <summary>Cost in euros.</summary>
    public required decimal Cost { get; init; }

    internal static EventDto From(Event row, CivilTime time) => new()
    {
        Id = row.Id, Version = row.Version, PlanId = row.PlanId, MandateId = row.MandateId, Kind = row.Kind, Title = row.Title, TopicAreaKey = row.TopicAreaKey,
        Start = time.Local(row.Start), End = time.Local(row.End), Venue = row.Venue, State = row.State, Reason = row.Reason, Attendance = row.Attendance,
        Sequence = row.Sequence, Cost = row.Cost,
    };
}
