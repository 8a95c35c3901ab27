using Integrationskonzept.Scheduling.Attendance.Contacts;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Attendance.Polls;

/// <summary>
/// A date is chosen: who can come on it is invited to the event, by a personal link that registers as soon as that is possible. Whoever
/// can't come then gets no mail.
/// </summary>
sealed class PollDecision(SchedulingDb db, Inviter inviter)
{
    public async Task TellAsync(Poll poll, int option, CancellationToken ct)
    {
        var can = (await db.PollAnswers.AsNoTracking().Where(row => row.PollId == poll.Id).ToListAsync(ct))
            .Where(row => row.Dates.TryGetValue(option, out var said) && said != Availability.No)
            .Select(row => row.Subject)
            .ToArray();
        var people = await db
            .PollInvitations.AsNoTracking()
            .Where(row => row.PollId == poll.Id && can.Contains(row.Subject))
            .Select(row => new { row.Address, row.Language })
            .ToListAsync(ct);
        // Those who answered with their account, as far as their address is known from a registration.
        people.AddRange(
            await db
                .Contacts.AsNoTracking()
                .Where(row => can.Contains(row.Subject))
                .Select(row => new { row.Address, row.Language })
                .ToListAsync(ct)
        );
        foreach (var person in people)
            await inviter.InviteAsync(poll.EventId!.Value, person.Address, person.Language, null, MailKinds.PollDecided, ct);
        await db.SaveChangesAsync(ct);
    }
}
