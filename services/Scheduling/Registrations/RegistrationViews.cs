using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Registrations;

/// <summary>What is shown of registrations, with what it follows from: settings, seats taken, the queue.</summary>
sealed class RegistrationViews(SchedulingDb db, TenantDirectory tenants, TenantContext tenant)
{
    public async Task<Func<Registration, RegistrationDto>> OfAsync(Guid eventId, CancellationToken ct)
    {
        var settings = await SettingsAsync(eventId, ct);
        var seats = await db.SeatsAsync(eventId, ct);
        var queue = await db.Registrations.Where(row => row.EventId == eventId && row.State == RegistrationState.Waiting).Select(row => row.Turn).ToListAsync(ct);
        var time = await CivilTime.OfAsync(tenants, tenant, ct);
        return row => RegistrationDto.From(row, settings, seats, queue, time);
    }

    public async Task<RegistrationDto> OfAsync(Registration row, CancellationToken ct) => (await OfAsync(row.EventId, ct))(row);

    public async Task<RegistrationSettings> SettingsAsync(Guid eventId, CancellationToken ct)
    {
        if (await db.RegistrationSettings.AsNoTracking().SingleOrDefaultAsync(row => row.Id == eventId, ct) is { } settings) return settings;
        await db.Events.AsNoTracking().GetAsync(eventId, ct);
        throw new RegistrationNotSetUp();
    }

    public async Task<RegistrationNumbers> NumbersAsync(RegistrationSettings settings, CancellationToken ct)
    {
        var counts = await db.Registrations.Where(row => row.EventId == settings.Id).GroupBy(row => row.State)
            .Select(state => new { state.Key, Count = state.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, ct);
        return new(settings.Capacity, Of(RegistrationState.Confirmed), Of(RegistrationState.Pending), Of(RegistrationState.Offered), Of(RegistrationState.Waiting));
        int Of(RegistrationState state) => counts.GetValueOrDefault(state);
    }
}
