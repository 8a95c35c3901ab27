using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Attendance.Registrations;

/// <summary>Keeps registration still while its event changes.</summary>
static class RegistrationLock
{
    /// <summary>
    /// First of all, in the transaction: who registers at the same moment then sees the event as it was and gets the change, or as it
    /// becomes.
    /// </summary>
    public static async Task LockRegistrationAsync(this SchedulingDb db, Guid eventId, CancellationToken ct) =>
        await db
            .Database.SqlQuery<Guid>($"select id as \"Value\" from registration_settings where id = {eventId} for update")
            .ToListAsync(ct);
}
