using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Tasks;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Attendance.CheckIns;

/// <summary>Events that are over, of which nobody has told how many came.</summary>
sealed class EventsToHold(SchedulingDb db, TenantClock clock) : ITaskSource
{
    public TaskKind Kind => TaskKind.HoldEvent;
    public string Permission => Permissions.EventsHold;

    public async Task<FoundTasks> FindAsync(CancellationToken ct)
    {
        var (now, today) = (clock.GetUtcNow(), await clock.TodayAsync(ct));
        return await db
            .Events.AsNoTracking()
            .Where(row => row.Day <= today && row.End < now)
            .Where(row => row.State == EventState.Planned || row.State == EventState.Confirmed)
            .OrderBy(row => row.Day)
            .ThenBy(row => row.Id)
            .Select(row => new
            {
                row.Id,
                row.Title,
                row.Day,
            })
            .ToTasksAsync(
                row => new TaskDto(
                    Kind,
                    new Text($"Als durchgeführt melden: {row.Title}", $"Report as held: {row.Title}").ToString(),
                    new(TaskSubjectType.Event, row.Id),
                    row.Day
                ),
                ct
            );
    }
}
