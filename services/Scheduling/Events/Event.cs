using System.Security.Cryptography;
using System.Text;
using Integrationskonzept.Contracts;
using Integrationskonzept.Planning;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Validation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Scheduling.Events;

/// <summary>What became of an event.</summary>
public enum EventState
{
    /// <summary>Has a binding date; room and moderation are still to be settled.</summary>
    Planned,

    /// <summary>All is settled: people can be invited.</summary>
    Confirmed,

    /// <summary>Has taken place.</summary>
    Held,

    /// <summary>Was called off.</summary>
    Cancelled,
}

/// <summary>A Veranstaltung with a binding date.</summary>
public sealed class Event : Aggregate
{
    /// <summary>The plan that it comes from; none for what was added by itself, such as a hearing.</summary>
    public Guid? PlanId { get; private set; }
    public required Guid MandateId { get; init; }
    public required EventKind Kind { get; init; }
    public required string Title { get; set; }
    public string? TopicAreaKey { get; init; }
    public string? TopicArea { get; init; }
    public required int Step { get; init; }
    public required decimal Cost { get; init; }

    /// <summary>Day in the tenant's zone; no two events that take place share one.</summary>
    public DateOnly Day { get; private set; }
    public DateTimeOffset Start { get; private set; }
    public DateTimeOffset End { get; private set; }
    public string? Venue { get; private set; }

    /// <summary>The venue and the moderator on file that are booked for it.</summary>
    public Guid? VenueId { get; private set; }
    public Guid? ModeratorId { get; private set; }

    /// <summary>How many the plan expects.</summary>
    public int? Participants { get; init; }
    public EventState State { get; private set; }
    public EventDescription Description { get; private set; } = new();

    /// <summary>What its registration says, for those who learn of it by message.</summary>
    public RegistrationNotice? Registration { get; private set; }

    /// <summary>Why it was moved or cancelled last.</summary>
    public string? Reason { get; private set; }
    public Dictionary<StakeholderGroup, int> Attendance { get; private set; } = [];
    public int? NoShows { get; private set; }

    /// <summary>Late check-ins correct the numbers; those that somebody counted stay.</summary>
    public bool IsCountedByCheckIn { get; private set; }

    /// <summary>Of the marks that were told last.</summary>
    public string? PresenceDigest { get; private set; }

    /// <summary>RFC 5545 SEQUENCE: raised with each change that people must learn of.</summary>
    public int Sequence { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    Event() { }

    /// <summary>An event with a date; who makes it says the rest.</summary>
    public Event(Slot slot, string? venue, DateTimeOffset now, EventState state = EventState.Planned, Guid? id = null)
    {
        Id = id ?? Id;
        Day = slot.Day;
        Start = slot.Start;
        End = slot.End;
        Venue = venue;
        ChangedAt = now;
        State = state;
    }

    public bool IsAhead => State is EventState.Planned or EventState.Confirmed;

    /// <summary>What others know of it.</summary>
    public EventDetails Details =>
        new(Id, Kind, Title, TopicAreaKey, Start, End, Venue)
        {
            Confirmed = State is EventState.Confirmed or EventState.Held,
            Mode = Description.Mode,
            Description = Description.Text,
            Arrival = Description.Arrival,
            Agenda = Description.Agenda,
            Access = Description.Access,
            Registration = Registration is { } notice ? notice with { ClosesAt = RegistrationEnd.Find(notice.ClosesAt, this) } : null,
        };

    /// <summary>It has a date.</summary>
    public EventScheduled Scheduled => new() { MandateId = MandateId, Event = Details };

    /// <summary>Room and moderation are settled.</summary>
    public EventChanged Confirm(DateTimeOffset now)
    {
        RequireAhead();
        if (State == EventState.Confirmed)
            throw new EventIsConfirmed();
        State = EventState.Confirmed;
        Changed(null, now);
        return new() { MandateId = MandateId, Event = Details };
    }

    public EventChanged Describe(DescribeEvent wish, DateTimeOffset now)
    {
        RequireAhead();
        var description = EventDescription.Describe(wish, End - Start);
        // Another place in words gives up the venue that was booked; not said, a booked one stays.
        var place = Words.OrNull(wish.Venue) ?? (VenueId is null ? null : Venue);
        if (place != Venue)
            VenueId = null;
        Title = wish.Title.Trim();
        Venue = place;
        Description = description;
        Changed(null, now);
        return new() { MandateId = MandateId, Event = Details };
    }

    /// <summary>How people register was set anew.</summary>
    public EventChanged Announce(RegistrationNotice registration)
    {
        Registration = registration;
        return new() { MandateId = MandateId, Event = Details };
    }

    public EventRescheduled Reschedule(Slot slot, string? venue, string reason, DateTimeOffset now)
    {
        RequireAhead();
        Description.RequireFits(slot.End - slot.Start);
        Day = slot.Day;
        Start = slot.Start;
        End = slot.End;
        Venue = venue ?? Venue;
        Changed(reason, now);
        return new()
        {
            MandateId = MandateId,
            Event = Details,
            Reason = reason,
        };
    }

    /// <summary>What is booked for it; the bookings themselves are the desk's.</summary>
    public void Book(Guid? venueId, Guid? moderatorId, string? venue = null)
    {
        VenueId = venueId;
        ModeratorId = moderatorId;
        Venue = venue ?? Venue;
    }

    /// <summary>A plan made anew took the place of the one that it came from.</summary>
    public void Follow(Guid planId) => PlanId = planId;

    public EventCancelled Cancel(string reason, DateTimeOffset now)
    {
        RequireAhead();
        State = EventState.Cancelled;
        Changed(reason, now);
        return new()
        {
            MandateId = MandateId,
            Event = Details,
            Reason = reason,
        };
    }

    public EventHeld Hold(IReadOnlyDictionary<StakeholderGroup, int> attendance, int? noShows, bool byCheckIn, DateTimeOffset now)
    {
        RequireAhead();
        if (now < Start)
            throw new EventNotBegun(Start);
        IsCountedByCheckIn = byCheckIn;
        return Count(attendance, noShows);
    }

    /// <summary>Numbers became known, or known better: late check-ins were merged.</summary>
    public EventHeld Count(IReadOnlyDictionary<StakeholderGroup, int> attendance, int? noShows)
    {
        State = EventState.Held;
        Attendance = new(attendance);
        NoShows = noShows;
        return new()
        {
            MandateId = MandateId,
            Event = Details,
            Attendance = Attendance,
            NoShows = noShows,
        };
    }

    /// <summary>Who was there, as marks; null if that has been told already.</summary>
    public PresenceNoted? NotePresence(IEnumerable<string> marks)
    {
        var noted = new PresenceNoted { Marks = [.. marks.Order(StringComparer.Ordinal)] };
        var digest = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', noted.Marks))));
        if (digest == PresenceDigest)
            return null;
        PresenceDigest = digest;
        return noted;
    }

    public void RequireAhead()
    {
        if (State == EventState.Held)
            throw new EventIsHeld();
        if (State == EventState.Cancelled)
            throw new EventIsCancelled();
    }

    void Changed(string? reason, DateTimeOffset now)
    {
        Reason = reason ?? Reason;
        ChangedAt = now;
        Sequence++;
    }
}

sealed class EventTable : IEntityTypeConfiguration<Event>
{
    public const string OneADay = "ix_events_one_a_day";

    public void Configure(EntityTypeBuilder<Event> row)
    {
        row.Property(item => item.Kind).HasConversion<string>();
        row.Property(item => item.State).HasConversion<string>();
        row.Property(item => item.Attendance).HasJson();
        row.Property(item => item.Description).HasJson().HasDefaultValueSql("'{}'");
        row.Property(item => item.Registration).HasJson();
        row.Ignore(item => item.Details).Ignore(item => item.IsAhead);
        row.HasIndex(item => new { item.Tenant, item.Day }, OneADay).HasDatabaseName(OneADay).IsUnique().HasFilter("state <> 'Cancelled'");
        row.HasIndex(item => new
        {
            item.Tenant,
            item.Day,
            item.Id,
        });
        row.HasIndex(item => new
        {
            item.Tenant,
            item.MandateId,
            item.Id,
        });
        row.HasIndex(item => new { item.Tenant, item.PlanId });
    }
}
