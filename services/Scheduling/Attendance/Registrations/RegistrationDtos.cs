using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Contracts;
using Integrationskonzept.Planning;
using Integrationskonzept.Scheduling.Attendance.Contacts;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.ServiceDefaults.Http;

namespace Integrationskonzept.Scheduling.Attendance.Registrations;

/// <summary>How people are to register.</summary>
public sealed record SetRegistration
{
    internal const int MostSeats = 5000;

    /// <summary>From when, with an offset.</summary>
    public required DateTimeOffset OpensAt { get; init; }

    /// <summary>Until when: the event's start at the latest.</summary>
    public required DateTimeOffset ClosesAt { get; init; }

    /// <summary>Seats, 1 to 5,000; not below the seats taken.</summary>
    [Range(1, MostSeats)]
    public required int Capacity { get; init; }

    /// <summary>Seats kept for stakeholder groups; no more together than the capacity.</summary>
    public Dictionary<StakeholderGroup, int> Reserved { get; init; } = [];

    /// <summary>Whether the staff approves each registration.</summary>
    public bool NeedsApproval { get; init; }

    /// <summary>Who sees who takes part; the staff alone if not said.</summary>
    public ListVisibility ListVisibility { get; init; }
}

/// <summary>How people register for an event. Its ETag changes with these settings only, not with each registration.</summary>
public sealed record RegistrationSettingsDto : IVersioned
{
    /// <summary>The event.</summary>
    public required Guid EventId { get; init; }

    /// <inheritdoc/>
    public required int Version { get; init; }

    /// <summary>From when.</summary>
    public required DateTimeOffset OpensAt { get; init; }

    /// <summary>Until when; the event's start, where that is earlier by now.</summary>
    public required DateTimeOffset ClosesAt { get; init; }

    /// <summary>Seats.</summary>
    public required int Capacity { get; init; }

    /// <summary>Seats kept for stakeholder groups.</summary>
    public required IReadOnlyDictionary<StakeholderGroup, int> Reserved { get; init; }

    /// <summary>Whether the staff approves each registration.</summary>
    public required bool NeedsApproval { get; init; }

    /// <summary>Who sees who takes part.</summary>
    public required ListVisibility ListVisibility { get; init; }

    internal static RegistrationSettingsDto From(RegistrationSettings row, Event appointment, CivilTime time) =>
        new()
        {
            EventId = row.Id,
            Version = row.Version,
            OpensAt = time.Local(row.OpensAt),
            ClosesAt = time.Local(RegistrationEnd.Find(row.ClosesAt, appointment)),
            Capacity = row.Capacity,
            Reserved = row.Reserved,
            NeedsApproval = row.NeedsApproval,
            ListVisibility = row.ListVisibility,
        };
}

/// <summary>How many; never who.</summary>
/// <param name="Capacity">Seats.</param>
/// <param name="Confirmed">Registrations that are confirmed.</param>
/// <param name="Pending">Those that wait for approval, with a seat.</param>
/// <param name="Offered">Seats that are offered to somebody who waited.</param>
/// <param name="Waiting">Those that wait for a seat.</param>
public sealed record RegistrationNumbers(int Capacity, int Confirmed, int Pending, int Offered, int Waiting);

/// <param name="Group">The stakeholder group that one belongs to.</param>
/// <param name="Organisation">Name of the organisation that one comes for; no names of people.</param>
/// <param name="AccessNeeds">What is to be prepared: interpreters, step-free access, childcare. The staff and the person see it; forgotten
/// when the registration ends.</param>
/// <param name="Name">Name for the list at the door and the certificate of attendance; only if one wants. The staff and helpers see
/// it.</param>
/// <param name="Language">In which mails are written; that of the request if not said.</param>
public sealed record Register(
    [Required] StakeholderGroup Group,
    [MaxLength(200)] string? Organisation = null,
    [MaxLength(500)] string? AccessNeeds = null,
    [MaxLength(200)] string? Name = null,
    MailLanguage? Language = null
);

/// <summary>Somebody who takes part, as others may see it.</summary>
/// <param name="Id">Id of the registration.</param>
/// <param name="Group">Stakeholder group.</param>
/// <param name="Organisation">Organisation.</param>
public sealed record ParticipantDto(Guid Id, StakeholderGroup Group, string? Organisation);

/// <summary>A registration, for the staff and the person. Without ETag: its position changes when others move.</summary>
public sealed record RegistrationDto
{
    /// <summary>Id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The event.</summary>
    public required Guid EventId { get; init; }

    /// <summary>Pseudonymous id of the account; <c>guest:…</c> without one.</summary>
    public required string Account { get; init; }

    /// <summary>Stakeholder group.</summary>
    public required StakeholderGroup Group { get; init; }

    /// <summary>Organisation.</summary>
    public string? Organisation { get; init; }

    /// <summary>Name for the door and the certificate, if one was given.</summary>
    public string? Name { get; init; }

    /// <summary>What is to be prepared.</summary>
    public string? AccessNeeds { get; init; }

    /// <summary>How far it is.</summary>
    public required RegistrationState State { get; init; }

    /// <summary>Why one waits, for those who do.</summary>
    public WaitReason? Reason { get; init; }

    /// <summary>Place in the event's queue, from 1, for those who wait for a seat.</summary>
    public int? Position { get; init; }

    /// <summary>Until when an offer is to be accepted.</summary>
    public DateTimeOffset? OfferExpiresAt { get; init; }

    /// <summary>
    /// That mails to this person do not arrive: the status code (RFC 3463) with which the receiving server refused; for the staff.
    /// </summary>
    public string? MailRefused { get; init; }

    /// <summary>Where one joins online, for those who take part.</summary>
    public string? OnlineUrl { get; init; }

    /// <summary>When it came in.</summary>
    public required DateTimeOffset RegisteredAt { get; init; }

    internal static RegistrationDto From(
        Registration row,
        Event appointment,
        RegistrationSettings settings,
        Seats seats,
        int position,
        CivilTime time,
        string? mailRefused = null
    ) =>
        new()
        {
            Id = row.Id,
            EventId = row.EventId,
            Account = row.Subject,
            Group = row.Group,
            Organisation = row.Organisation,
            AccessNeeds = row.AccessNeeds,
            Name = row.Name,
            MailRefused = mailRefused,
            State = row.State,
            RegisteredAt = time.Local(row.RegisteredAt),
            OfferExpiresAt = row.OfferExpiresAt is { } end ? time.Local(end) : null,
            OnlineUrl = appointment.OnlineUrlFor(row),
            Position = row.State == RegistrationState.Waiting ? position : null,
            Reason = row.State switch
            {
                RegistrationState.Pending => WaitReason.Approval,
                RegistrationState.Waiting when row.OfferLapsedAt is not null => WaitReason.OfferExpired,
                RegistrationState.Waiting => seats.WhyNot(settings),
                _ => null,
            },
        };
}
