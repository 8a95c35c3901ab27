using Integrationskonzept.Mailing.Queue;
using Integrationskonzept.Planning;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Attendance.Registrations;

/// <summary>What is shown of registrations, with what it follows from: settings, seats taken, the queue.</summary>
sealed class RegistrationViews(SchedulingDb db, TenantClock clock, Caller caller)
{
    public async Task<Func<Registration, RegistrationDto>> ViewAsync(Guid eventId, CancellationToken ct)
    {
        var settings = await SettingsAsync(eventId, ct);
        var appointment = await db.Events.AsNoTracking().GetAsync(eventId, ct);
        var seats = (await db.CensusAsync(eventId, ct)).Seats;
        var queue = await db
            .Registrations.Where(row => row.EventId == eventId && row.State == RegistrationState.Waiting)
            .Select(row => row.Turn)
            .ToListAsync(ct);
        var time = await clock.CivilTimeAsync(ct);
        var refused = caller.Has(Permissions.RegistrationsManage) ? await MailRefusedAsync(eventId, ct) : [];
        return row =>
            RegistrationDto.From(
                row,
                appointment,
                settings,
                seats,
                queue.Count(turn => turn <= row.Turn),
                time,
                refused.GetValueOrDefault(row.Subject)
            );
    }

    /// <summary>Whose mails do not arrive, with the receiving server's code; few, if any.</summary>
    async Task<Dictionary<string, string>> MailRefusedAsync(Guid eventId, CancellationToken ct)
    {
        var codes = await db.UndeliverableAddresses.AsNoTracking().ToDictionaryAsync(row => row.AddressHash, row => row.Code, ct);
        if (codes.Count == 0)
            return [];
        var contacts = await db
            .Contacts.AsNoTracking()
            .Where(contact => db.Registrations.Any(row => row.EventId == eventId && row.Subject == contact.Subject))
            .Select(contact => new { contact.Subject, contact.Address })
            .ToListAsync(ct);
        return contacts
            .Select(contact => (contact.Subject, Code: codes.GetValueOrDefault(MailAllowance.HashOf(contact.Address))))
            .Where(row => row.Code is not null)
            .ToDictionary(row => row.Subject, row => row.Code!);
    }

    public async Task<RegistrationDto> ViewAsync(Registration row, CancellationToken ct) => (await ViewAsync(row.EventId, ct))(row);

    public async Task<RegistrationSettings> SettingsAsync(Guid eventId, CancellationToken ct)
    {
        if (await db.RegistrationSettings.AsNoTracking().SingleOrDefaultAsync(row => row.Id == eventId, ct) is { } settings)
            return settings;
        await db.Events.AsNoTracking().GetAsync(eventId, ct);
        throw new RegistrationNotSetUp();
    }

    public async Task<RegistrationNumbers> NumbersAsync(RegistrationSettings settings, CancellationToken ct)
    {
        var counts = await db
            .Registrations.Where(row => row.EventId == settings.Id)
            .GroupBy(row => row.State)
            .Select(state => new { state.Key, Count = state.Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Count, ct);
        return new(
            settings.Capacity,
            Count(RegistrationState.Confirmed),
            Count(RegistrationState.Pending),
            Count(RegistrationState.Offered),
            Count(RegistrationState.Waiting)
        );
        int Count(RegistrationState state) => counts.GetValueOrDefault(state);
    }
}
