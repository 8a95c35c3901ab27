using Integrationskonzept.Contracts;
using Integrationskonzept.Planning;
using Integrationskonzept.Scheduling.Resources.Desk;

namespace Integrationskonzept.Scheduling.Events;

/// <summary>The venue and the moderator of events: who comes must fit in, and the desk books what the events have.</summary>
sealed class EventRooms(BookingDesk desk)
{
    /// <summary>Gives an event that is new a venue and a moderator on file.</summary>
    public async Task BookAsync(Event row, Guid? venueId, Guid? moderatorId, CivilTime time, CancellationToken ct)
    {
        var slot = new Slot(row.Day, row.Start, row.End);
        var (venue, moderator) = await desk.RequireAsync(venueId, moderatorId, row.Participants, slot, time, row.Id, ct);
        row.Book(venue?.Id, moderator?.Id, venue?.Name);
        await BookAsync([row], ct);
    }

    /// <summary>Books what the events have now, instead of what they had.</summary>
    public async Task BookAsync(IReadOnlyCollection<Event> events, CancellationToken ct)
    {
        await RequireRoomAsync(events, ct);
        await desk.BookAsync([.. events.Select(row => new Reservation(row.Id, row.VenueId, row.ModeratorId, row.Start, row.End))], ct);
    }

    /// <summary>Those whom registration lets in must fit into the room that is booked.</summary>
    public async Task RequireRoomAsync(IReadOnlyCollection<Event> events, CancellationToken ct)
    {
        foreach (var row in events)
            if (row.Registration is { Seats: var seats })
                await RequireRoomAsync(row, seats, ct);
    }

    /// <summary>
    /// Only on site: elsewhere seats are also for those who join online. Of a place in words, or a venue that is on file no more, nobody
    /// knows how many it holds.
    /// </summary>
    public async Task RequireRoomAsync(Event row, int seats, CancellationToken ct)
    {
        if (row.VenueId is null || row.Description.Mode != EventMode.OnSite)
            return;
        var venue = (await desk.VenuesAsync(ct)).SingleOrDefault(one => one.Id == row.VenueId);
        if (venue is not null && seats > venue.Capacity)
            throw new CapacityExceedsVenue(venue, seats);
    }
}
