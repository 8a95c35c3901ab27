using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Attendance.CheckIns;

static class CheckInQueries
{
    public static async Task<CheckInList> FindListAsync(this SchedulingDb db, Guid eventId, Guid id, CancellationToken ct) =>
        await db.CheckInLists.SingleOrDefaultAsync(row => row.EventId == eventId && row.Id == id, ct) ?? throw new NotFoundProblem();

    /// <summary>Scans of one list are taken one after the other.</summary>
    public static async Task<CheckInList> LockListAsync(this SchedulingDb db, Guid eventId, Guid id, CancellationToken ct) =>
        await db
            .CheckInLists.FromSql($"select * from check_in_lists where id = {id} and event_id = {eventId} for update")
            .SingleOrDefaultAsync(ct)
        ?? throw new NotFoundProblem();

    /// <summary>Somebody was checked in for it.</summary>
    public static Task<bool> CameAsync(this SchedulingDb db, Registration row, CancellationToken ct) =>
        db.CheckIns.AnyAsync(scan => scan.EventId == row.EventId && scan.RegistrationId == row.Id, ct);
}
