using Integrationskonzept.Planning;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Attendance.Reminders;

/// <summary>Keeps an event's reminders to its rules and its date; in the transaction of whatever changes them.</summary>
sealed class ReminderDates(SchedulingDb db, TenantClock clock)
{
    public async Task<IReadOnlyList<ReminderRule>> RulesAsync(Guid eventId, CancellationToken ct)
    {
        var settings = await db
            .ReminderSettings.AsNoTracking()
            .Where(row => row.Id == eventId || row.Id == ReminderSettings.OfLandkreis)
            .ToListAsync(ct);
        return (settings.SingleOrDefault(row => row.Id == eventId) ?? settings.SingleOrDefault())?.Rules ?? ReminderSettings.Usual;
    }

    /// <summary>A reminder is of one date: after a move it is another.</summary>
    public static int OccasionOf(Event row) => (int)(row.Start.ToUnixTimeSeconds() / 60);

    public async Task PlanAsync(Event row, CancellationToken ct)
    {
        var rules = row.State == EventState.Cancelled ? [] : await RulesAsync(row.Id, ct);
        var keys = rules.Select(rule => rule.Key).ToArray();
        await db
            .EventReminders.Where(old => old.TenantSlug == clock.Slug && old.EventId == row.Id && !keys.Contains(old.Rule))
            .ExecuteDeleteAsync(ct);
        var time = await clock.CivilTimeAsync(ct);
        var now = clock.GetUtcNow();
        foreach (var rule in rules)
        {
            var due = rule.DueAt(row, time);
            // Past already: people just learn of the event, or of its new date, anyway.
            var done = due <= now ? now : (DateTimeOffset?)null;
            await db.Database.ExecuteSqlAsync(
                $"""
                insert into event_reminders as known (id, tenant_slug, event_id, rule, anchor, due_at, done_at)
                values ({SequentialId.Next()}, {clock.Slug}, {row.Id}, {rule.Key}, {rule.When.ToString()}, {due}, {done})
                on conflict (tenant_slug, event_id, rule) do update
                set due_at = excluded.due_at, done_at = excluded.done_at where known.due_at <> excluded.due_at
                """,
                ct
            );
        }
    }

    /// <summary>After the rules of the Landkreis have changed.</summary>
    public async Task PlanAllAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var ahead = await db
            .Events.AsNoTracking()
            .Where(row =>
                (row.State == EventState.Planned || row.State == EventState.Confirmed) && row.End > now && row.Registration != null
            )
            .ToListAsync(ct);
        foreach (var row in ahead)
            await PlanAsync(row, ct);
    }
}
