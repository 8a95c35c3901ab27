using Integrationskonzept.Contracts;
using Integrationskonzept.Mailing.Messages;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Attendance.Registrations;

/// <summary>
/// Tells Participation who is expected, by group, and by a mark of the address who need not be asked any more; with the change itself, or
/// not at all. Addresses stay here.
/// </summary>
sealed class GuestNews(SchedulingDb db, Outbox outbox)
{
    /// <summary>An invitation is told once, and once more when it goes.</summary>
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

    /// <summary>Invitations go, and so do their marks: with a withdrawal, or with the person.</summary>
    /// <returns>How many.</returns>
    public async Task<int> ForgetAsync(IQueryable<Invitation> invitations, GuestStanding standing, CancellationToken ct)
    {
        var rows = await invitations.AsNoTracking().ToListAsync(ct);
        foreach (var row in rows)
            outbox.AddCounted(
                row.Id,
                2,
                new EventGuestNoted
                {
                    EventId = row.EventId,
                    Standing = standing,
                    Group = row.Group,
                    IsForgotten = true,
                }
            );
        var ids = rows.Select(row => row.Id).ToList();
        return await db.Invitations.Where(row => ids.Contains(row.Id)).ExecuteDeleteAsync(ct);
    }

    /// <summary>Registrations that have changed.</summary>
    public async Task TellAsync(IReadOnlyCollection<Registration> changed, CancellationToken ct)
    {
        var subjects = changed.Select(row => row.Subject).ToList();
        var addresses = await db
            .Contacts.Where(row => subjects.Contains(row.Subject))
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
                    IsForgotten = row.IsForgotten,
                }
            );
    }

    /// <summary>
    /// All once more of events that begin after <paramref name="now"/>, as it stands: who knows it already ignores it. Not who came to the
    /// door, of whom nothing is told. <c>SaveChangesAsync</c> makes it real.
    /// </summary>
    /// <returns>How many.</returns>
    public async Task<int> TellAgainAsync(DateTimeOffset now, CancellationToken ct)
    {
        var ahead = db.Events.Where(row => row.Start > now && row.State != EventState.Cancelled).Select(row => row.Id);
        var invitations = await db.Invitations.AsNoTracking().Where(row => ahead.Contains(row.EventId)).ToListAsync(ct);
        foreach (var row in invitations)
            Invited(row.Id, row.EventId, row.Address, row.Group);
        var registrations = await db
            .Registrations.AsNoTracking()
            .Where(row => row.Notice > 0 && ahead.Contains(row.EventId))
            .ToListAsync(ct);
        await TellAsync(registrations, ct);
        return invitations.Count + registrations.Count;
    }

    static GuestStanding StandingOf(Registration row) =>
        row.State switch
        {
            RegistrationState.Confirmed => GuestStanding.Registered,
            RegistrationState.Withdrawn or RegistrationState.Refused => GuestStanding.Gone,
            _ => GuestStanding.Waiting,
        };
}
