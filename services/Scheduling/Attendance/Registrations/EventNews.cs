using Integrationskonzept.Mailing.Queue;
using Integrationskonzept.Scheduling.Attendance.Contacts;
using Integrationskonzept.Scheduling.Attendance.Reminders;
using Integrationskonzept.Scheduling.Events;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Attendance.Registrations;

/// <summary>Tells everybody who is registered that an event was moved or cancelled, and keeps its reminders to its date.</summary>
sealed class EventNews(SchedulingDb db, MailQueue mails, ReminderDates reminders)
{
    /// <summary>What the key of such a mail begins with; the registration follows.</summary>
    public static string KeyOf(int sequence) => $"event:{sequence}:";

    public async Task ChangedAsync(Event row, CancellationToken ct)
    {
        var registered = await db
            .Registrations.Where(other =>
                other.EventId == row.Id && other.State != RegistrationState.Withdrawn && other.State != RegistrationState.Refused
            )
            .Select(other => other.Id)
            .ToListAsync(ct);
        await mails.AddAsync(MailKinds.EventChanged, registered, row.Sequence, KeyOf(row.Sequence), ct);
        await reminders.PlanAsync(row, ct);
    }
}
