using Integrationskonzept.Planning;
using Integrationskonzept.Scheduling.Resources.Shared;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Resources.Desk;

/// <summary>What the current tenant may book, when it is taken, and the bookings of its events.</summary>
sealed class BookingDesk(SchedulingDb db, SharedPool pool, TenantContext tenant)
{
    public async Task<IReadOnlyList<PlanResource>> VenuesAsync(CancellationToken ct) =>
        [
            .. (await db.Venues.AsNoTracking().OrderBy(row => row.Id).ToListAsync(ct)).Select(row => row.Details.AsResource(row.Id, false)),
            .. (await pool.VenuesAsync(ct)).Select(row => row.AsResource(row.Id, true)),
        ];

    public async Task<IReadOnlyList<PlanResource>> ModeratorsAsync(CancellationToken ct) =>
        [
            .. (await db.Moderators.AsNoTracking().OrderBy(row => row.Id).ToListAsync(ct)).Select(row =>
                row.Details.AsResource(row.Id, false)
            ),
            .. (await pool.ModeratorsAsync(ct)).Select(row => row.AsResource(row.Id, true)),
        ];

    /// <summary>When they are taken, by whomever, except for some events of the tenant itself.</summary>
    public async Task<IReadOnlyCollection<Taken>> TakenAsync(
        IEnumerable<Guid> resources,
        DateOnly from,
        CivilTime time,
        IReadOnlyCollection<Guid> except,
        CancellationToken ct
    )
    {
        var ids = resources.ToList();
        var start = new DateTimeOffset(from.ToDateTime(default), TimeSpan.Zero).AddDays(-1);
        var ours = tenant.Required;
        var rows = await db
            .Bookings.AsNoTracking()
            .Where(row => ids.Contains(row.ResourceId) && row.EndsAt >= start)
            .Where(row => row.TenantSlug != ours || !except.Contains(row.EventId))
            .ToListAsync(ct);
        return
        [
            .. rows.Select(row => (row.ResourceId, Start: time.Local(row.StartsAt).DateTime, End: time.Local(row.EndsAt).DateTime))
                .Select(row => new Taken(
                    row.ResourceId,
                    DateOnly.FromDateTime(row.Start),
                    TimeOnly.FromDateTime(row.Start),
                    TimeOnly.FromDateTime(row.End)
                )),
        ];
    }

    /// <summary>The venue and the moderator of these ids, if they are ours to book and nothing speaks against them.</summary>
    public async Task<(PlanResource? Venue, PlanResource? Moderator)> RequireAsync(
        Guid? venueId,
        Guid? moderatorId,
        int? participants,
        Slot slot,
        CivilTime time,
        Guid eventId,
        CancellationToken ct
    )
    {
        if (venueId is null && moderatorId is null)
            return default;
        var venue = venueId is null ? null : (await VenuesAsync(ct)).SingleOrDefault(row => row.Id == venueId) ?? throw new VenueUnknown();
        var moderator = moderatorId is null
            ? null
            : (await ModeratorsAsync(ct)).SingleOrDefault(row => row.Id == moderatorId) ?? throw new ModeratorUnknown();
        var taken = await TakenAsync(new[] { venueId, moderatorId }.OfType<Guid>(), slot.Day, time, [eventId], ct);
        var (from, to) = (TimeOnly.FromDateTime(time.Local(slot.Start).DateTime), TimeOnly.FromDateTime(time.Local(slot.End).DateTime));
        ResourceRules.Require(venue, moderator, participants, slot.Day, from, to, taken);
        return (venue, moderator);
    }

    /// <summary>
    /// Books what the events need now, instead of what they had; within the caller's transaction, saved with the caller's changes.
    /// </summary>
    public async Task BookAsync(IReadOnlyCollection<Reservation> wanted, CancellationToken ct)
    {
        var ids = wanted.Select(row => row.EventId).ToList();
        var ours = tenant.Required;
        // At once, so that what is given up is free before anything is taken.
        await db.Bookings.Where(row => row.TenantSlug == ours && ids.Contains(row.EventId)).ExecuteDeleteAsync(ct);
        foreach (var row in wanted)
        foreach (var resource in new[] { row.VenueId, row.ModeratorId }.OfType<Guid>())
            db.Bookings.Add(
                new()
                {
                    TenantSlug = ours,
                    ResourceId = resource,
                    EventId = row.EventId,
                    StartsAt = row.Start,
                    EndsAt = row.End,
                }
            );
    }

    /// <summary>Gives up what a cancelled event had; saved with the caller's changes.</summary>
    public async Task ReleaseAsync(Guid eventId, CancellationToken ct)
    {
        var ours = tenant.Required;
        db.Bookings.RemoveRange(await db.Bookings.Where(row => row.TenantSlug == ours && row.EventId == eventId).ToListAsync(ct));
    }
}

/// <summary>What an event needs, and when.</summary>
readonly record struct Reservation(Guid EventId, Guid? VenueId, Guid? ModeratorId, DateTimeOffset Start, DateTimeOffset End);

static class BookingSetup
{
    public static void AddBookings(this WebApplicationBuilder builder) => builder.Services.AddScoped<SharedPool>().AddScoped<BookingDesk>();
}
