using System.Diagnostics.Metrics;
using Integrationskonzept.Mailing;
using Integrationskonzept.Mailing.Queue;
using Integrationskonzept.Scheduling.Attendance.Contacts;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.Scheduling.Attendance.Reminders;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Scheduling.Telling.Reminders;

/// <summary>Queues the mails of reminders that are due.</summary>
sealed class ReminderWorker(WorkTools tools, IOptions<MailOptions> options, ReminderMetrics metrics)
    : DueWork<EventReminder>(tools, options.Value.LookEvery)
{
    /// <summary>Thanks that come later than this are no thanks.</summary>
    static readonly TimeSpan ThanksUntil = TimeSpan.FromDays(7);

    protected override IQueryable<EventReminder> Next(ServiceDb db, DateTimeOffset now, Guid[] but) =>
        db.Set<EventReminder>()
            .FromSql(
                $"""
                select * from event_reminders where due_at <= {now} and done_at is null and id <> all({but}) order by due_at limit 1
                    for update skip locked
                """
            );

    protected override void Settle(ServiceDb db, EventReminder due) => due.DoneAt = Now;

    /// <summary>A second time finds the mails in the queue.</summary>
    protected override async Task DoAsync(EventReminder due, IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<SchedulingDb>();
        var mails = services.GetRequiredService<MailQueue>();
        var row = await db.Events.AsNoTracking().SingleOrDefaultAsync(row => row.Id == due.EventId, ct);
        if (row is null || row.State == EventState.Cancelled)
            return;
        var latest = due.Anchor == ReminderAnchor.BeforeStart ? row.Start : row.End + ThanksUntil;
        if (Now >= latest)
        {
            metrics.Skipped(due);
            Log.LogWarning("A reminder ({Rule}) of event {Event} came too late and is not sent", due.Rule, due.EventId);
            return;
        }
        var people = await db
            .Registrations.Where(one => one.EventId == due.EventId && one.State == RegistrationState.Confirmed)
            .Select(one => one.Id)
            .ToListAsync(ct);
        await mails.AddAsync(
            due.Anchor == ReminderAnchor.BeforeStart ? MailKinds.Reminder : MailKinds.Thanks,
            people,
            ReminderDates.OccasionOf(row),
            $"reminder:{due.Rule}:{ReminderDates.OccasionOf(row)}:",
            ct
        );
    }
}

static class ReminderSetup
{
    public static void AddReminderWorker(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton<ReminderMetrics>().AddHostedService<ReminderWorker>();
}

/// <summary>Reminders that nobody got.</summary>
sealed class ReminderMetrics
{
    readonly Counter<long> skipped;

    public ReminderMetrics(IMeterFactory meters) =>
        skipped = meters
            .Create("Integrationskonzept.Scheduling")
            .CreateCounter<long>(
                "reminders.skipped",
                description: "Reminders that were due while the service was away, and make no sense any more"
            );

    public void Skipped(EventReminder reminder) => skipped.Add(1, new("tenant", reminder.TenantSlug), new("rule", reminder.Rule));
}
