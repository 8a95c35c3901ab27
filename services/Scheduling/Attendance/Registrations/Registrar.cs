using Integrationskonzept.Planning;
using Integrationskonzept.Scheduling.Attendance.Registrations.Waitlist;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Attendance.Registrations;

/// <summary>Takes a seat, or a place in the queue, for somebody; under the event's lock.</summary>
sealed class Registrar(SchedulingDb db, Allotment allotment, RegistrationMetrics metrics, TenantClock clock)
{
    /// <param name="subject">Who.</param>
    /// <param name="address">Mail address as it is compared: one registration for each, with and without an account.</param>
    /// <param name="wish">What was said.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<RegistrationDto> TakeAsync(string subject, string? address, Register wish, CancellationToken ct)
    {
        var eventId = allotment.Event.Id;
        var time = await clock.CivilTimeAsync(ct);
        allotment.Settings.RequireOpen(allotment.Event, allotment.Now, time);
        if (await FindAsync(eventId, subject, address, ct) is { } known)
            throw known.IsActive ? new AlreadyRegistered(known.Id) : new RegistrationWasRefused();

        var census = await allotment.CensusAsync(ct);
        var row = Registration.Begin(eventId, subject, wish, census.NextTurn, allotment.Now);
        if (census.Seats.HasFor(row.Group, allotment.Settings))
            row.Seat(allotment.Settings.NeedsApproval);
        else
            row.Wait();
        db.Registrations.Add(row);
        await db.SaveChangesAsync(ct);
        metrics.Registered(clock.Slug, row.State);
        // Whoever comes last is last in the queue: nothing has to be asked to tell the place.
        return RegistrationDto.From(row, allotment.Event, allotment.Settings, census.Seats, census.Waiting + 1, time);
    }

    public Task<Registration?> FindAsync(Guid eventId, string? subject, string? address, CancellationToken ct) =>
        db
            .Registrations.AsNoTracking()
            .Where(row => row.EventId == eventId && row.State != RegistrationState.Withdrawn)
            .Where(row =>
                row.Subject == subject
                || (address != null && db.Contacts.Any(contact => contact.Subject == row.Subject && contact.AddressKey == address))
            )
            .OrderBy(row => row.Id)
            .FirstOrDefaultAsync(ct);
}
