using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Tasks;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Attendance.Registrations;

/// <summary>Events ahead for which people wait to be let in.</summary>
sealed class RegistrationsToApprove(SchedulingDb db, TenantClock clock) : ITaskSource
{
    public TaskKind Kind => TaskKind.ApproveRegistrations;
    public string Permission => Permissions.RegistrationsManage;

    public async Task<FoundTasks> FindAsync(CancellationToken ct)
    {
        var (now, today) = (clock.GetUtcNow(), await clock.TodayAsync(ct));
        return await db
            .Events.AsNoTracking()
            .Where(row => row.Day >= today && row.Start > now)
            .Where(row => row.State == EventState.Planned || row.State == EventState.Confirmed)
            .OrderBy(row => row.Day)
            .Select(row => new
            {
                row.Id,
                row.Title,
                row.Day,
                Count = db.Registrations.Count(item => item.EventId == row.Id && item.State == RegistrationState.Pending),
            })
            .Where(row => row.Count > 0)
            .ToTasksAsync(
                row => new TaskDto(
                    Kind,
                    new Text($"Anmeldungen freigeben: {row.Title}", $"Approve registrations: {row.Title}").ToString(),
                    new(TaskSubjectType.Event, row.Id),
                    row.Day,
                    row.Count
                ),
                ct
            );
    }
}
