using Integrationskonzept.Contracts;
using Integrationskonzept.Mailing.Messages;
using Integrationskonzept.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Attendance.Registrations;

/// <summary>
/// Tells Participation who is expected, by group, and by a mark of the address who need not be asked any more; with the change itself, or
/// not at all. Addresses stay here.
/// </summary>
sealed class GuestNews(SchedulingDb db, Outbox outbox)
{
    /// <summary>An invitation is told once.</summary>
    public void Invited(Guid invitation, Guid eventId, string address, StakeholderGroup? group) =>
        outbox.AddOnce(
            invitation,
            new EventGuestNoted
            {
                EventId = eventId,
                Standing = GuestStanding.Invited,
                Group = group,
                Mark = EventGuestNoted.MarkOf(eventId, MailAddresses.KeyOf(address)),
            }
        );

    /// <summary>Registrations that have changed. Those that ended carry no mark: of an address nothing new is told then.</summary>
    public async Task TellAsync(IReadOnlyCollection<Registration> changed, CancellationToken ct)
    {
        var coming = changed.Where(row => row.IsActive).Select(row => row.Subject).ToList();
        var addresses =
            coming.Count == 0
                ? []
                : await db
                    .Contacts.Where(row => coming.Contains(row.Subject))
                    .ToDictionaryAsync(row => row.Subject, row => row.AddressKey, ct);
        foreach (var row in changed)
            outbox.AddCounted(
                row.Id,
                row.Notice,
                new EventGuestNoted
                {
                    EventId = row.EventId,
                    Standing = StandingOf(row),
                    Group = row.Group,
                    Mark = addresses.TryGetValue(row.Subject, out var address) ? EventGuestNoted.MarkOf(row.EventId, address) : null,
                }
            );
    }

    static GuestStanding StandingOf(Registration row) =>
        !row.IsActive ? GuestStanding.Gone
        : row.State == RegistrationState.Waiting ? GuestStanding.Waiting
        : GuestStanding.Registered;
}
