using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Contracts;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.ServiceDefaults.Http;

namespace Integrationskonzept.Scheduling.Attendance.CheckIns;

/// <param name="Name">Name of the door: the entrance, a working group, the afternoon.</param>
public sealed record NameCheckInList([Required, MaxLength(100)] string Name);

/// <summary>A list on which people are checked in.</summary>
/// <param name="Id">Id.</param>
/// <param name="Version">Raised with each change; the ETag.</param>
/// <param name="Name">Name.</param>
/// <param name="CheckedIn">How many are checked in on it.</param>
public sealed record CheckInListDto(Guid Id, int Version, string Name, int CheckedIn) : IVersioned;

/// <summary>Somebody who may be checked in: what a helper's device needs, also without network.</summary>
/// <param name="RegistrationId">The registration.</param>
/// <param name="Name">Name, if one was given.</param>
/// <param name="Group">Stakeholder group.</param>
/// <param name="Organisation">Organisation.</param>
/// <param name="TicketHash">SHA-256 of the ticket's text, hexadecimal: by it a device knows the ticket again; no ticket can be made from
/// it.</param>
/// <param name="CheckedInAt">When this person was checked in on this list.</param>
public sealed record ExpectedDto(
    Guid RegistrationId,
    string? Name,
    StakeholderGroup Group,
    string? Organisation,
    string TicketHash,
    DateTimeOffset? CheckedInAt
);

/// <summary>One scan. It names a ticket, a registration or a walk-in: exactly one of them.</summary>
public sealed record Scan
{
    /// <summary>Id that the device gave it; sent again, the same scan changes nothing.</summary>
    public required Guid Id { get; init; }

    /// <summary>When, by the device's clock; on the event's day or within twelve hours of it.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Text of the QR code.</summary>
    [MaxLength(200)]
    public string? Ticket { get; init; }

    /// <summary>Somebody found on the list.</summary>
    public Guid? RegistrationId { get; init; }

    /// <summary>Somebody who came without registration.</summary>
    public WalkIn? WalkIn { get; init; }
}

/// <param name="Group">Stakeholder group.</param>
/// <param name="Organisation">Organisation.</param>
/// <param name="Name">Name, if the person wants a certificate.</param>
public sealed record WalkIn(
    [Required] StakeholderGroup Group,
    [MaxLength(200)] string? Organisation = null,
    [MaxLength(200)] string? Name = null
);

/// <param name="Items">Scans in any order, 1 to 500: one at the door, or what a device kept while it had no network.</param>
public sealed record SendScans([MinLength(1), MaxLength(500)] IReadOnlyList<Scan> Items);

/// <summary>What became of a scan.</summary>
public enum ScanOutcome
{
    /// <summary>Checked in by this scan.</summary>
    CheckedIn,

    /// <summary>Was checked in before, on this list: by another scan of the same ticket, or another device.</summary>
    AlreadyCheckedIn,

    /// <summary>Not checked in; the problem says why.</summary>
    Refused,
}

/// <param name="Id">The scan.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="RegistrationId">Whose it is.</param>
/// <param name="Name">Name to greet, if one was given.</param>
/// <param name="FirstAt">When this person was first checked in on this list.</param>
/// <param name="Problem">Why not.</param>
public sealed record ScanResult(
    Guid Id,
    ScanOutcome Outcome,
    Guid? RegistrationId = null,
    string? Name = null,
    DateTimeOffset? FirstAt = null,
    ScanProblem? Problem = null
);

/// <param name="Type">Stable type, as of problem details.</param>
/// <param name="Title">What kind of failure it is.</param>
/// <param name="Detail">What was wrong, and what to do.</param>
/// <param name="State">State of the registration, where that is the reason.</param>
public sealed record ScanProblem(string Type, string Title, string Detail, RegistrationState? State = null);

/// <param name="Items">A result for each scan, in the order sent.</param>
public sealed record ScanResults(IReadOnlyList<ScanResult> Items);

/// <param name="Code">Text of the QR code; who has it is let in, once on each list.</param>
/// <param name="Event">The event.</param>
/// <param name="Name">Name on the ticket.</param>
public sealed record TicketDto(string Code, Guid Event, string? Name);
