using System.Security.Cryptography;
using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Persons;
using Integrationskonzept.ServiceDefaults.Validation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Scheduling.Attendance.Registrations;

/// <summary>How far a registration is.</summary>
public enum RegistrationState
{
    /// <summary>Takes part.</summary>
    Confirmed,

    /// <summary>Has a seat and waits for the staff's approval.</summary>
    Pending,

    /// <summary>Waits for a seat.</summary>
    Waiting,

    /// <summary>A seat is kept for a while, until it is accepted.</summary>
    Offered,

    /// <summary>Does not want it any more.</summary>
    Withdrawn,

    /// <summary>The staff said no.</summary>
    Refused,
}

/// <summary>That somebody wants to take part. Of the person it knows only the account's pseudonymous id.</summary>
public sealed class Registration : Aggregate
{
    const string WalkInPrefix = "walk-in:";

    /// <summary>128 bits.</summary>
    public const int TicketSecretLength = 16;

    /// <summary>States that hold one of the event's seats.</summary>
    public static readonly RegistrationState[] Seated = [RegistrationState.Confirmed, RegistrationState.Pending, RegistrationState.Offered];

    readonly List<(ConsentTo To, bool Given)> consents = [];

    public required Guid EventId { get; init; }
    public required string Subject { get; init; }
    public required StakeholderGroup Group { get; init; }
    public string? Organisation { get; private set; }

    /// <summary>For the list at the door, the badge and the certificate; only who wants gives it.</summary>
    public string? Name { get; private set; }

    /// <summary>What makes the ticket of this registration one that nobody can guess.</summary>
    public byte[] TicketSecret { get; private init; } = RandomNumberGenerator.GetBytes(TicketSecretLength);

    /// <summary>May tell of a disability: forgotten as soon as nothing has to be prepared any more.</summary>
    public string? AccessNeeds { get; private set; }
    public required DateTimeOffset RegisteredAt { get; init; }

    /// <summary>Order of the event's queue; given out under the lock.</summary>
    public required int Turn { get; set; }
    public RegistrationState State { get; private set; } = RegistrationState.Waiting;

    /// <summary>Who has waited may have other plans by now, and so is asked.</summary>
    public bool HasWaited { get; private set; }
    public DateTimeOffset? OfferExpiresAt { get; private set; }

    /// <summary>When an offer passed without an answer; since then one waits at the end.</summary>
    public DateTimeOffset? OfferLapsedAt { get; private set; }

    /// <summary>Number of times that the person was to learn of something; raised with each change of the state.</summary>
    public int Notice { get; private set; }

    /// <summary>Changed in this unit of work, and the person has yet to learn of it.</summary>
    public bool HasNews { get; private set; }

    /// <summary>Calendars have it: the person was confirmed, or was offered a seat.</summary>
    public bool WasInvited { get; private set; }

    /// <summary>Raised with each change of what the person has said; a link to change it is good for one edition.</summary>
    public int Edition { get; private set; }

    public bool IsActive => State is not (RegistrationState.Withdrawn or RegistrationState.Refused);

    public static Registration Begin(Guid eventId, string subject, Register wish, int turn, DateTimeOffset now) =>
        new Registration
        {
            EventId = eventId,
            Subject = subject,
            Group = wish.Group,
            Organisation = Words.OrNull(wish.Organisation),
            AccessNeeds = Words.OrNull(wish.AccessNeeds),
            Name = Words.OrNull(wish.Name),
            RegisteredAt = now,
            Turn = turn,
        }.WithConsents();

    /// <summary>Somebody at the door without registration. It has the id of its scan: sent again, it is the same.</summary>
    public static Registration AtTheDoor(
        Guid eventId,
        Guid scan,
        StakeholderGroup group,
        string? organisation,
        string? name,
        int turn,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = scan,
            EventId = eventId,
            Subject = WalkInPrefix + scan,
            Group = group,
            Organisation = Words.OrNull(organisation),
            Name = Words.OrNull(name),
            RegisteredAt = now,
            Turn = turn,
            State = RegistrationState.Confirmed,
        };

    /// <summary>Came without registration: the scan made it.</summary>
    public bool IsWalkIn => Subject.StartsWith(WalkInPrefix, StringComparison.Ordinal);

    /// <summary>There is a seat at once.</summary>
    public void Seat(bool needsApproval) => Become(needsApproval ? RegistrationState.Pending : RegistrationState.Confirmed);

    /// <summary>There is none.</summary>
    public void Wait()
    {
        HasWaited = true;
        Become(RegistrationState.Waiting);
    }

    /// <summary>A seat became free: the staff is asked first, where it wants to be.</summary>
    public void Promote(bool needsApproval, DateTimeOffset expiresAt)
    {
        if (needsApproval)
            Become(RegistrationState.Pending);
        else
            Offer(expiresAt);
    }

    public void Approve(DateTimeOffset offerExpiresAt)
    {
        if (State != RegistrationState.Pending)
            throw new NotPending(State);
        if (HasWaited)
            Offer(offerExpiresAt);
        else
            Become(RegistrationState.Confirmed);
    }

    public void Refuse()
    {
        if (State != RegistrationState.Pending)
            throw new NotPending(State);
        End(RegistrationState.Refused);
    }

    public void Accept(DateTimeOffset now, DateTimeOffset start)
    {
        if (State != RegistrationState.Offered)
            throw new NoOffer(State);
        if (now >= OfferExpiresAt || now >= start)
            throw new OfferExpired();
        OfferExpiresAt = null;
        Become(RegistrationState.Confirmed);
    }

    /// <summary>A second time changes nothing.</summary>
    public void Withdraw()
    {
        if (State != RegistrationState.Withdrawn)
            End(RegistrationState.Withdrawn);
    }

    /// <summary>What the person says of itself. Not the group: seats depend on it.</summary>
    public void Tell(string? organisation, string? accessNeeds, string? name)
    {
        if (!IsActive || IsForgotten)
            throw new RegistrationEnded();
        Organisation = Words.OrNull(organisation);
        Say(Words.OrNull(name), Words.OrNull(accessNeeds));
        Edition++;
    }

    /// <summary>For the certificate, after the event; what was said before stays.</summary>
    public void TellName(string? name)
    {
        if (IsForgotten)
            throw new RegistrationEnded();
        Say(Name ?? Words.OrNull(name), AccessNeeds);
    }

    /// <summary>Whoever it was is forgotten: nothing is said of them any more.</summary>
    public bool IsForgotten => Subject.StartsWith(Person.GonePrefix, StringComparison.Ordinal);

    /// <summary>What the person agreed to in this unit of work, or took back; yet to be noted.</summary>
    public IReadOnlyList<(ConsentTo To, bool Given)> Consents => consents;

    public void ConsentsNoted() => consents.Clear();

    /// <summary>Its mail is in the queue.</summary>
    public void NewsTold() => HasNews = false;

    /// <summary>Nobody answered: to the end of the queue.</summary>
    public void Lapse(int turn, DateTimeOffset now)
    {
        Turn = turn;
        OfferExpiresAt = null;
        OfferLapsedAt = now;
        Become(RegistrationState.Waiting);
    }

    void Offer(DateTimeOffset expiresAt)
    {
        OfferExpiresAt = expiresAt;
        Become(RegistrationState.Offered);
    }

    void End(RegistrationState state)
    {
        OfferExpiresAt = null;
        Say(null, null);
        Become(state);
    }

    /// <summary>What is voluntary: saying it agrees to its being kept, saying nothing takes that back.</summary>
    void Say(string? name, string? accessNeeds)
    {
        // Of a walk-in nothing was noted: nobody knows whose it would be.
        if (!IsWalkIn && Name is null != name is null)
            consents.Add((ConsentTo.Name, name is not null));
        if (!IsWalkIn && AccessNeeds is null != accessNeeds is null)
            consents.Add((ConsentTo.AccessNeeds, accessNeeds is not null));
        Name = name;
        AccessNeeds = accessNeeds;
    }

    Registration WithConsents()
    {
        if (Name is not null)
            consents.Add((ConsentTo.Name, true));
        if (AccessNeeds is not null)
            consents.Add((ConsentTo.AccessNeeds, true));
        return this;
    }

    void Become(RegistrationState state)
    {
        State = state;
        Notice++;
        HasNews = true;
        WasInvited |= state is RegistrationState.Confirmed or RegistrationState.Offered;
    }
}

sealed class RegistrationTable : IEntityTypeConfiguration<Registration>
{
    public void Configure(EntityTypeBuilder<Registration> registration)
    {
        registration.Property(row => row.Subject).HasMaxLength(200);
        registration.Property(row => row.Group).HasConversion<string>();
        registration.Property(row => row.State).HasConversion<string>();
        registration.Property(row => row.Organisation).HasMaxLength(200);
        registration.Property(row => row.AccessNeeds).HasMaxLength(500);
        registration.Property(row => row.Name).HasMaxLength(200);
        registration.Property(row => row.TicketSecret).HasDefaultValueSql("decode(replace(gen_random_uuid()::text, '-', ''), 'hex')");
        registration.Ignore(row => row.IsActive).Ignore(row => row.IsWalkIn).Ignore(row => row.HasNews);
        registration.Ignore(row => row.IsForgotten).Ignore(row => row.Consents);
        registration
            .HasIndex(row => new
            {
                row.Tenant,
                row.EventId,
                row.Subject,
            })
            .IsUnique()
            .HasFilter("state <> 'Withdrawn'");
        registration
            .HasIndex(row => new
            {
                row.Tenant,
                row.EventId,
                row.Turn,
            })
            .IsUnique();
        registration.HasIndex(row => new
        {
            row.Tenant,
            row.EventId,
            row.State,
            row.Turn,
        });
        registration.HasIndex(row => new
        {
            row.Tenant,
            row.Subject,
            row.Id,
        });
    }
}
