using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Attendance.Registrations;

static class RegistrationQueries
{
    /// <summary>The registration; others' only for the staff.</summary>
    public static async Task<Registration> FindAsync(this SchedulingDb db, Guid eventId, Guid id, Caller caller, CancellationToken ct)
    {
        var row = await db.Registrations.SingleOrDefaultAsync(row => row.EventId == eventId && row.Id == id, ct);
        return row is not null && (row.Subject == caller.Id || caller.Has(Permissions.RegistrationsManage))
            ? row
            : throw new NotFoundProblem();
    }

    /// <summary>Whether the caller has a confirmed seat.</summary>
    public static Task<bool> TakesPartAsync(this SchedulingDb db, Guid eventId, Caller caller, CancellationToken ct) =>
        !caller.Roles.Any()
            ? Task.FromResult(false)
            : db.Registrations.AnyAsync(
                row => row.EventId == eventId && row.Subject == caller.Id && row.State == RegistrationState.Confirmed,
                ct
            );
}
