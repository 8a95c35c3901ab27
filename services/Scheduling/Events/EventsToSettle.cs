using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Tasks;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Events;

/// <summary>Events within a week, where people meet, without a place.</summary>
sealed class VenuesToFind(SchedulingDb db, TenantClock clock) : ITaskSource
{
    public TaskKind Kind => TaskKind.FindVenue;
    public string Permission => Permissions.PlansWrite;

    public async Task<FoundTasks> FindAsync(CancellationToken ct) =>
        (await db.EventsOfTheWeekAsync(clock, ct))
            .Where(row => row.Description.Mode != EventMode.Online && string.IsNullOrWhiteSpace(row.Venue))
            .Select(row => new TaskDto(
                Kind,
                new Text($"Raum finden: {row.Title}", $"Find a room: {row.Title}").ToString(),
                new(TaskSubjectType.Event, row.Id),
                row.Day
            ))
            .ToTasks();
}

/// <summary>Events within a week without a moderator on file, in a Landkreis that has some.</summary>
sealed class ModeratorsToFind(SchedulingDb db, TenantClock clock) : ITaskSource
{
    public TaskKind Kind => TaskKind.FindModerator;
    public string Permission => Permissions.PlansWrite;

    public async Task<FoundTasks> FindAsync(CancellationToken ct) =>
        await db.Moderators.AnyAsync(ct)
            ? (await db.EventsOfTheWeekAsync(clock, ct))
                .Where(row => row.ModeratorId is null)
                .Select(row => new TaskDto(
                    Kind,
                    new Text($"Moderation finden: {row.Title}", $"Find a moderator: {row.Title}").ToString(),
                    new(TaskSubjectType.Event, row.Id),
                    row.Day
                ))
                .ToTasks()
            : FoundTasks.None;
}

static class EventsOfTheWeek
{
    /// <summary>Not many: a day has at most one.</summary>
    public static async Task<List<Event>> EventsOfTheWeekAsync(this SchedulingDb db, TenantClock clock, CancellationToken ct)
    {
        var (now, today) = (clock.GetUtcNow(), await clock.TodayAsync(ct));
        var last = today.AddDays(7);
        return await db
            .Events.AsNoTracking()
            .Where(row => row.Day >= today && row.Day <= last && row.Start > now)
            .Where(row => row.State == EventState.Planned || row.State == EventState.Confirmed)
            .ToListAsync(ct);
    }
}
