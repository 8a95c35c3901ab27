using System.Diagnostics.Metrics;
using Integrationskonzept.Mailing;
using Integrationskonzept.Mailing.Queue;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.Scheduling.Registrations;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Scheduling.Mails;

/// <summary>Queues the mails of reminders that are due; rows are locked, so that any number of processes may look.</summary>
sealed class ReminderWorker(IServiceScopeFactory scopes, TimeProvider time, IOptions<MailOptions> options, ReminderMetrics metrics, ILogger<ReminderWorker> log) : BackgroundService
{
    /// <summary>Thanks that come later than this are no thanks.</summary>
    static readonly TimeSpan ThanksUntil = TimeSpan.FromDays(7);

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(options.Value.LookEvery, time);
        do
        {
            try { while (await RemindNextAsync(ct)) { } }
            catch (Exception failure) when (!ct.IsCancellationRequested) { log.LogError("Reminders that are due could not be sent: {Reason}", failure.GetType().Name); }
        }
        while (await timer.WaitForNextTickAsync(ct));
    }

    async Task<bool> RemindNextAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SchedulingDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var due = await db.EventReminders.FromSql($"""
            select * from event_reminders where due_at <= {time.GetUtcNow()} and done_at is null order by due_at limit 1 for update skip locked
            """).SingleOrDefaultAsync(ct);
        if (due is null) return false;
        await RemindAsync(due, ct);
        due.DoneAt = time.GetUtcNow();
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    /// <summary>In a transaction of its own, as its tenant: after a crash before the reminder is done a second time finds the mails in the queue.</summary>
    async Task RemindAsync(EventReminder due, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Enter(due.TenantSlug);
        var (db, mails) = (scope.ServiceProvider.GetRequiredService<SchedulingDb>(), scope.ServiceProvider.GetRequiredService<MailQueue>());
        var row = await db.Events.AsNoTracking().SingleOrDefaultAsync(row => row.Id == due.EventId, ct);
        if (row is null || row.State == EventState.Cancelled) return;
        var latest = due.Anchor == ReminderAnchor.BeforeStart ? row.Start : row.End + ThanksUntil;
        if (time.GetUtcNow() >= latest)
        {
            metrics.Skipped(due);
            log.LogWarning("A reminder ({Rule}) of event {Event} came too late and is not sent", due.Rule, due.EventId);
            return;
        }
        var people = await db.Registrations.Where(one => one.EventId == due.EventId && one.State == RegistrationState.Confirmed).Select(one => one.Id).ToListAsync(ct);
        await mails.AddAsync(due.Anchor == ReminderAnchor.BeforeStart ? MailKinds.Reminder : MailKinds.Thanks, people, Reminders.OccasionOf(row), $"reminder:{due.Rule}:{Reminders.OccasionOf(row)}:", ct);
    }
}

/// <summary>Reminders that nobody got.</summary>
sealed class ReminderMetrics
{
    readonly Counter<long> skipped;

    public ReminderMetrics(IMeterFactory meters) => skipped = meters.Create("Integrationskonzept.Scheduling")
        .CreateCounter<long>("reminders.skipped", description: "Reminders that were due while the service was away, and make no sense any more");

    public void Skipped(EventReminder reminder) => skipped.Add(1, new("tenant", reminder.TenantSlug), new("rule", reminder.Rule));
}
