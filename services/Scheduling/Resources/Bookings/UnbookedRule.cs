using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Resources.Bookings;

/// <summary>Who is to be removed must not be booked any more.</summary>
static class UnbookedRule
{
    public static async Task RequireUnbookedAsync(this SchedulingDb db, Guid resource, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await db.Bookings.AnyAsync(row => row.ResourceId == resource && row.EndsAt > now, ct))
            throw new StillBooked();
    }
}

/// <summary>Coming events need it.</summary>
public sealed class StillBooked()
    : ConflictProblem(
        "still-booked",
        new(
            "Damit sind noch kommende Veranstaltungen gebucht. Legen Sie diese erst anderswohin.",
            "Coming events are booked with it. Move them elsewhere first."
        )
    );
