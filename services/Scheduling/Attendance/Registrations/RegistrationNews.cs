using Integrationskonzept.Contracts;
using Integrationskonzept.Mailing.Queue;
using Integrationskonzept.Scheduling.Attendance.Contacts;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Attendance.Registrations;

/// <summary>
/// Puts a mail into the queue for every registration that has changed, and tells others how it stands, in the same transaction: one for
/// each change, whatever crashes.
/// </summary>
sealed class RegistrationNews(SchedulingDb db, MailQueue mails, GuestNews guests)
{
    public async Task TellAsync(CancellationToken ct)
    {
        var changed = db.ChangeTracker.Entries<Registration>().Select(entry => entry.Entity).Where(row => row.HasNews).ToList();
        await guests.TellAsync(changed, ct);
        foreach (var row in changed)
        {
            await mails.AddAsync(MailKinds.Registration, row.Id, row.Notice, $"registration:{row.Id}:{row.Notice}", ct);
            if (!row.IsActive)
                await ForgetAsync(row, ct);
            row.NewsTold();
        }
    }

    /// <summary>
    /// With the registration goes what was asked for it, with address, name and needs; the contact follows when its last mail has left.
    /// </summary>
    async Task ForgetAsync(Registration row, CancellationToken ct)
    {
        var key = await db
            .Contacts.Where(contact => contact.Subject == row.Subject)
            .Select(contact => contact.AddressKey)
            .SingleOrDefaultAsync(ct);
        if (key is null)
            return;
        await db.Database.ExecuteSqlAsync(
            $"delete from registration_requests where event_id = {row.EventId} and lower(address) = {key}",
            ct
        );
        await guests.ForgetAsync(
            db.Invitations.Where(invitation => invitation.EventId == row.EventId && invitation.AddressKey == key),
            GuestStanding.Gone,
            ct
        );
    }
}
