using Integrationskonzept.Contracts;
using Integrationskonzept.Planning;
using Integrationskonzept.Scheduling.Events;

namespace Integrationskonzept.Scheduling.Programme.Plans;

/// <summary>An event of a plan. Keeps its id when the plan is confirmed.</summary>
public sealed record PlannedEvent(
    Guid Id,
    EventKind Kind,
    string Title,
    string? TopicAreaKey,
    string? TopicArea,
    int Step,
    Slot Slot,
    string? Venue,
    decimal Cost
)
{
    /// <summary>The venue on file.</summary>
    public Guid? VenueId { get; init; }

    /// <summary>The moderator on file.</summary>
    public Guid? ModeratorId { get; init; }

    /// <summary>How many are expected.</summary>
    public int? Participants { get; init; }

    internal bool DiffersFrom(PlannedEvent was) =>
        Slot != was.Slot || VenueId != was.VenueId || ModeratorId != was.ModeratorId || Venue != was.Venue;

    /// <summary>As the planner sees it.</summary>
    internal ProposedEvent AsProposed(CivilTime time, PlanRequest? request = null) =>
        new(
            Kind,
            Title,
            TopicAreaKey is { } key ? new(key, TopicArea ?? key) : null,
            Step,
            Slot.Day,
            (decimal)((Slot.End - Slot.Start) / CivilTime.WholeDay),
            Cost,
            TimeOnly.FromDateTime(time.Local(Slot.Start).DateTime),
            request?.Venues.FirstOrDefault(one => one.Id == VenueId),
            request?.Moderators.FirstOrDefault(one => one.Id == ModeratorId)
        );

    /// <summary>The event that it becomes when its plan is confirmed.</summary>
    internal Event Schedule(Plan plan, DateTimeOffset now)
    {
        var row = new Event(Slot, Venue, now, id: Id)
        {
            MandateId = plan.MandateId,
            Kind = Kind,
            Title = Title,
            TopicAreaKey = TopicAreaKey,
            TopicArea = TopicArea,
            Step = Step,
            Cost = Cost,
            Participants = Participants,
        };
        row.Follow(plan.Id);
        row.Book(VenueId, ModeratorId);
        return row;
    }
}
