using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Contracts;
using Integrationskonzept.Planning;
using Integrationskonzept.Scheduling.Attendance.Contacts;
using Integrationskonzept.Scheduling.Events;

namespace Integrationskonzept.Scheduling.Attendance.Registrations;

/// <param name="Token">What stands behind <c>#{purpose}=</c> in the link.</param>
public sealed record UseLink([Required, MaxLength(1000)] string Token);

/// <param name="Token">What stands behind <c>#invitation=</c> in the link.</param>
/// <param name="Group">The stakeholder group that one belongs to.</param>
/// <param name="Organisation">Name of the organisation that one comes for; no names of people.</param>
/// <param name="AccessNeeds">What is to be prepared.</param>
/// <param name="Name">Name for the list at the door and the certificate of attendance; only if one wants.</param>
/// <param name="Language">In which mails are written; that of the invitation if not said.</param>
public sealed record TakeUpInvitation(
    [Required, MaxLength(1000)] string Token,
    [Required] StakeholderGroup Group,
    [MaxLength(200)] string? Organisation = null,
    [MaxLength(500)] string? AccessNeeds = null,
    [MaxLength(200)] string? Name = null,
    MailLanguage? Language = null
);

/// <param name="Token">What stands behind <c>#change=</c> in the link.</param>
/// <param name="Organisation">Organisation as it is to be from now on.</param>
/// <param name="AccessNeeds">What is to be prepared, as it is to be from now on.</param>
/// <param name="Name">Name for the list at the door and the certificate of attendance; only if one wants.</param>
/// <param name="Language">In which mails are written; unchanged if not said.</param>
public sealed record ChangeByLink(
    [Required, MaxLength(1000)] string Token,
    [MaxLength(200)] string? Organisation = null,
    [MaxLength(500)] string? AccessNeeds = null,
    [MaxLength(200)] string? Name = null,
    MailLanguage? Language = null
);

/// <param name="Token">What stands behind <c>#certificate=</c> in the link.</param>
/// <param name="Name">Name for the certificate, if none was given before; one that was given stays.</param>
public sealed record GetCertificateByLink([Required, MaxLength(1000)] string Token, [MaxLength(200)] string? Name = null);

/// <param name="Purpose">What the link is for.</param>
/// <param name="Event">The event that it is about; absent for a calendar's.</param>
/// <param name="Registration">The registration, once there is one.</param>
public sealed record LinkView(LinkPurpose Purpose, LinkEvent? Event, RegistrationDto? Registration);

/// <param name="Id">Id.</param>
/// <param name="Title">Title.</param>
/// <param name="Start">Start, with the offset of the Landkreis.</param>
/// <param name="End">End.</param>
/// <param name="Venue">Place.</param>
/// <param name="State">What became of it.</param>
public sealed record LinkEvent(Guid Id, string Title, DateTimeOffset Start, DateTimeOffset End, string? Venue, EventState State);

static class LinkEvents
{
    public static LinkEvent ForEverybody(this Event row, CivilTime time) =>
        new(row.Id, row.Title, time.Local(row.Start), time.Local(row.End), row.Venue, row.State);
}
