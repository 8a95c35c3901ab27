using Integrationskonzept.Contracts;
using Integrationskonzept.Scheduling.Plans;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Scheduling.Events;

/// <summary>What became of an event.</summary>
public enum EventState
{
    /// <summary>Will take place.</summary>
    Planned,
    /// <summary>Has taken place.</summary>
    Held,
    /// <summary>Was called off.</summary>
    Cancelled,
}

/// <summary>A Veranstaltung with a binding date.</summary>
public sealed class Event : Aggregate
{
    public required Guid PlanId { get; init; }
    public required Guid MandateId { get; init; }
    public required EventKind Kind { get; init; }
    public required string Title { get; init; }
    public string? TopicAreaKey { get; init; }
    public string? TopicArea { get; init; }
    public required int Step { get; init; }
    public required decimal Cost { get; init; }

    /// <summary>Day in the tenant's zone; no two events that take place share one.</summary>
    public DateOnly Day { get; private set; }
    public DateTimeOffset Start { get; private set; }
    public DateTimeOffset End { get; private set; }
    public string? Venue { get; private set; }
    public EventState State { get; private set; }

    /// <summary>Why it was moved or cancelled last.</summary>
    public string? Reason { get; private set; }
    public Dictionary<StakeholderGroup, int> Attendance { get; private set; } = [];

    /// <summary>RFC 5545 SEQUENCE: raised with each change that people must learn of.</summary>
    public int Sequence { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    public static Event Of(Plan plan, PlannedEvent planned, DateTimeOffset now) => new()
    {
        Id = planned.Id, PlanId = plan.Id, MandateId = plan.MandateId, Kind = planned.Kind, Title = planned.Title, TopicAreaKey = planned.TopicAreaKey,
        TopicArea = planned.TopicArea, Step = planned.Step, Cost = planned.Cost, Day = planned.Slot.Day, Start = planned.Slot.Start, End = planned.Slot.End,
        Venue = planned.Venue, ChangedAt = now,
    };

    /// <summary>What others know of it.</summary>
    public EventDetails Details => new(Id, Kind, Title, TopicAreaKey, Start, End, Venue);

    public EventRescheduled Reschedule(Slot slot, string? venue, string reason, DateTimeOffset now)
    {
        RequirePlanned();
        (Day, Start, End, Venue) = (slot.Day, slot.Start, slot.End, venue ?? Venue);
        Changed(reason, now);
        return new() { Tenant = Tenant, AggregateId = Id, Version = Version + 1, OccurredAt = now, MandateId = MandateId, Event = Details, Reason = reason };
    }

    public EventCancelled Cancel(string reason, DateTimeOffset now)
    {
        RequirePlanned();
        State = EventState.Cancelled;
        Changed(reason, now);
        return new() { Tenant = Tenant, AggregateId = Id, Version = Version + 1, OccurredAt = now, MandateId = MandateId, Event = Details, Reason = reason };
    }

    public EventHeld Hold(IReadOnlyDictionary<StakeholderGroup, int> attendance, DateTimeOffset now)
    {
        RequirePlanned();
        if (now < Start) throw new EventNotBegun(Start);
        (State, Attendance) = (EventState.Held, new(attendance));
        return new() { Tenant = Tenant, AggregateId = Id, Version = Version + 1, OccurredAt = now, MandateId = MandateId, Event = Details, Attendance = Attendance };
    }

    public void RequirePlanned()
    {
        if (State == EventState.Held) throw new EventIsHeld();
        if (State == EventState.Cancelled) throw new EventIsCancelled();
    }

    void Changed(string reason, DateTimeOffset now) => (Reason, ChangedAt, Sequence) = (reason, now, Sequence + 1);
}

sealed class EventTable : IEntityTypeConfiguration<Event>
{
    public const string OneADay = "ix_events_one_a_day";

    public void Configure(EntityTypeBuilder<Event> row)
    {
        row.Property(item => item.Kind).HasConversion<string>();
        row.Property(item => item.State).HasConversion<string>();
        row.Property(item => item.Attendance).HasJson();
        row.Ignore(item => item.Details);
        row.HasIndex(item => new { item.Tenant, item.Day }, OneADay).HasDatabaseName(OneADay).IsUnique().HasFilter("state <> 'Cancelled'");
        row.HasIndex(item => new { item.Tenant, item.Day, item.Id });
        row.HasIndex(item => new { item.Tenant, item.MandateId, item.Id });
        row.HasIndex(item => new { item.Tenant, item.PlanId });
    }
}
