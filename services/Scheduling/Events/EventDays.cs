using Integrationskonzept.Planning;
using Integrationskonzept.Scheduling.Resources.Bookings;
using Integrationskonzept.Scheduling.Resources.Desk;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Integrationskonzept.Scheduling.Events;

/// <summary>At most one event a day takes place in a Landkreis; the database makes sure of it.</summary>
static class EventDays
{
    /// <summary>Days on which an event takes place, but for those that are to move.</summary>
    public static async Task<HashSet<DateOnly>> OccupiedDaysAsync(
        this SchedulingDb db,
        DateOnly from,
        IReadOnlyCollection<Guid> but,
        CancellationToken ct
    ) =>
        [
            .. await db
                .Events.Where(row => row.Day >= from && row.State != EventState.Cancelled && !but.Contains(row.Id))
                .Select(row => row.Day)
                .ToListAsync(ct),
        ];

    /// <summary>Says which of the days has an event already.</summary>
    public static async Task RequireFreeDaysAsync(
        this SchedulingDb db,
        IReadOnlyCollection<DateOnly> days,
        IReadOnlyCollection<Guid> but,
        CancellationToken ct
    )
    {
        var occupied = await db.OccupiedDaysAsync(days.Min(), but, ct);
        if (occupied.Intersect(days).Order().Cast<DateOnly?>().FirstOrDefault() is { } taken)
            throw new DayOccupied(taken);
    }

    /// <summary>Saves; where another request took a day, a venue or a moderator in the same moment, the database says so.</summary>
    public static async Task SaveOnFreeDaysAsync(this SchedulingDb db, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException failure) when (Broke(failure, PostgresErrorCodes.UniqueViolation, EventTable.OneADay))
        {
            throw new DayOccupied(null);
        }
        catch (DbUpdateException failure) when (Broke(failure, PostgresErrorCodes.ExclusionViolation, BookingTable.Overlap))
        {
            throw new VenueBooked(null);
        }
    }

    static bool Broke(DbUpdateException failure, string state, string constraint) =>
        failure.InnerException is PostgresException broken && broken.SqlState == state && broken.ConstraintName == constraint;
}
