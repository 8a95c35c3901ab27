using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Registrations;

/// <summary>Takes a seat, or a place in the queue, for somebody; under the event's lock.</summary>
sealed class Registrar(SchedulingDb db, Allotment allotment, TenantDirectory tenants, TenantContext tenant)
{
    /// <param name="subject">Who.</param>
    /// <param name="address">Mail address as it is compared: one registration for each, with and without an account.</param>
    /// <param name="wish">What was said.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Registration> TakeAsync(string subject, string? address, Register wish, CancellationToken ct)
    {
        var eventId = allotment.Event.Id;
        allotment.Settings.RequireOpen(allotment.Event, allotment.Now, await CivilTime.OfAsync(tenants, tenant, ct));
        if (await FindAsync(eventId, subject, address, ct) is { } known) throw known.IsActive ? new AlreadyRegistered(known.Id) : new RegistrationWasRefused();

        var seats = await allotment.SeatsAsync(ct);
        var row = Registration.Of(eventId, subject, wish, await allotment.NextTurnAsync(ct), allotment.Now);
        if (seats.HasFor(row.Group, allotment.Settings)) row.Seat(allotment.Settings.NeedsApproval);
        else row.Wait();
        db.Registrations.Add(row);
        await db.SaveChangesAsync(ct);
        return row;
    }

    public Task<Registration?> FindAsync(Guid eventId, string? subject, string? address, CancellationToken ct) => db.Registrations.AsNoTracking()
        .Where(row => row.EventId == eventId && row.State != RegistrationState.Withdrawn)
        .Where(row => row.Subject == subject || (address != null && db.Contacts.Any(contact => contact.Subject == row.Subject && contact.AddressKey == address)))
        .OrderBy(row => row.Id).FirstOrDefaultAsync(ct);
}
