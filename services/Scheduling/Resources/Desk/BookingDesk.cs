using Integrationskonzept.Contracts;
using Integrationskonzept.Planning;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.Scheduling.Resources.Moderators;
using Integrationskonzept.Scheduling.Resources.Shared;
using Integrationskonzept.Scheduling.Resources.Venues;
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
        .. (await db.Moderators.AsNoTracking().OrderBy(row => row.Id).ToListAsync(ct)).Select(row => row.Details.AsResource(row.Id, false)),
        .. (await pool.ModeratorsAsync(ct)).Select(row => row.AsResource(row.Id, true)),
    ];

    /// <summary>When they are taken, by whomever, except for some events of the tenant itself.</summary>
    public async Task<IReadOnlyCollection<Taken>> TakenAsync(
        IEnumerable<Guid> resources, DateOnly from, CivilTime time, IReadOnlyCollection<Guid> except, CancellationToken ct)
    {
        var (ids, start, ours) = (resources.ToList(), new DateTimeOffset(from.ToDateTime(default), TimeSpan.Zero).AddDays(-1), tenant.Required);
        var rows = await db.Bookings.AsNoTracking().Where(row => ids.Contains(row.ResourceId) && row.EndsAt >= start)
            .Where(row => row.TenantSlug != ours || !except.Contains(row.EventId)).ToListAsync(ct);
        return [.. rows.Select(row => (row.ResourceId, Start: time.Local(row.StartsAt).DateTime, End: time.Local(row.EndsAt).DateTime))
            .Select(row => new Taken(row.ResourceId, DateOnly.FromDateTime(row.Start), TimeOnly.FromDateTime(row.Start), TimeOnly.FromDateTime(row.End)))];
    }

    /// <summary>The venue and the moderator of these ids, if they are ours to book and nothing speaks against them.</summary>
    public async Task<(PlanResource? Venue, PlanResource? Moderator)> RequireAsync(
        Guid? venueId, Guid? moderatorId, int? participants, Slot slot, CivilTime time, Guid eventId, CancellationToken ct)
    {
        if (venueId is null && moderatorId is null) return default;
        var venue = venueId is null ? null : (await VenuesAsync(ct)).SingleOrDefault(row => row.Id == venueId) ?? throw new VenueUnknown();
        var moderator = moderatorId is null ? null : (await ModeratorsAsync(ct)).SingleOrDefault(row => row.Id == moderatorId) ?? throw new ModeratorUnknown();
        var taken = await TakenAsync(new[] { venueId, moderatorId }.OfType<Guid>(), slot.Day, time, [eventId], ct);
        ResourceRules.Require(venue, moderator, participants, slot.Day, TimeOnly.FromDateTime(time.Local(slot.Start).DateTime), TimeOnly.FromDateTime(time.Local(slot.End).DateTime), taken);
        return (venue, moderator);
    }

    /// <summary>Gives an event that is new a venue and a moderator on file.</summary>
    public async Task BookAsync(Event row, Guid? venueId, Guid? moderatorId, CivilTime time, CancellationToken ct)
    {
        var (venue, moderator) = await RequireAsync(venueId, moderatorId, row.Participants, new(row.Day, row.Start, row.End), time, row.Id, ct);
        row.Book(venue?.Id, moderator?.Id, venue?.Name);
        await BookAsync([row], ct);
    }

    /// <summary>Those whom registration lets in must fit into the room that is booked.</summary>
    public async Task RequireRoomAsync(IReadOnlyCollection<Event> events, CancellationToken ct)
    {
        var ids = events.Where(row => row.VenueId is not null).Select(row => row.Id).ToList();
        if (ids.Count == 0) return;
        var seats = await db.RegistrationSettings.AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Capacity, ct);
        foreach (var row in events.Where(row => seats.ContainsKey(row.Id))) await RequireRoomAsync(row, seats[row.Id], ct);
    }

    /// <summary>Only on site: elsewhere seats are also for those who join online. Of a place in words, or a venue that is on file no more, nobody knows how many it holds.</summary>
    public async Task RequireRoomAsync(Event row, int seats, CancellationToken ct)
    {
        if (row.VenueId is null || row.Description.Mode != EventMode.OnSite) return;
        if ((await VenuesAsync(ct)).SingleOrDefault(one => one.Id == row.VenueId) is { } venue && seats > venue.Capacity) throw new CapacityExceedsVenue(venue, seats);
    }

    /// <summary>Books what the events have now, instead of what they had; within the caller's transaction, saved with the caller's changes.</summary>
    public async Task BookAsync(IReadOnlyCollection<Event> events, CancellationToken ct)
    {
        await RequireRoomAsync(events, ct);
        var (ids, ours) = (events.Select(row => row.Id).ToList(), tenant.Required);
        // At once, so that what is given up is free before anything is taken.
        await db.Bookings.Where(row => row.TenantSlug == ours && ids.Contains(row.EventId)).ExecuteDeleteAsync(ct);
        foreach (var row in events)
            foreach (var resource in new[] { row.VenueId, row.ModeratorId }.OfType<Guid>())
                db.Bookings.Add(new() { TenantSlug = ours, ResourceId = resource, EventId = row.Id, StartsAt = row.Start, EndsAt = row.End });
    }

    /// <summary>Gives up what a cancelled event had; saved with the caller's changes.</summary>
    public async Task ReleaseAsync(Guid eventId, CancellationToken ct)
    {
        var ours = tenant.Required;
        db.Bookings.RemoveRange(await db.Bookings.Where(row => row.TenantSlug == ours && row.EventId == eventId).ToListAsync(ct));
    }
}

static class BookingSetup
{
    public static void AddBookings(this WebApplicationBuilder builder) => builder.Services.AddScoped<SharedPool>().AddScoped<BookingDesk>();
}
