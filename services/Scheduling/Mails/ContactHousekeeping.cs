using Integrationskonzept.Scheduling.Registrations;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Scheduling.Mails;

/// <summary>Forgets addresses, names and needs that nothing is done with any more, once an hour, tenant by tenant: no connection sees the rows of two.</summary>
sealed class ContactHousekeeping(IServiceScopeFactory scopes, TimeProvider time, IOptions<RegistrationOptions> options, ILogger<ContactHousekeeping> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(options.Value.ForgetEvery, time);
        do
        {
            try { await ForgetAsync(ct); }
            catch (Exception failure) when (!ct.IsCancellationRequested) { log.LogWarning("Old addresses could not be deleted: {Reason}", failure.GetType().Name); }
        }
        while (await timer.WaitForNextTickAsync(ct));
    }

    async Task ForgetAsync(CancellationToken ct)
    {
        await using var all = scopes.CreateAsyncScope();
        foreach (var slug in await all.ServiceProvider.GetRequiredService<SchedulingDb>().KnownTenants.Select(tenant => tenant.Slug).ToListAsync(ct))
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<TenantContext>().Enter(slug);
            await ForgetAsync(scope.ServiceProvider.GetRequiredService<SchedulingDb>(), ct);
        }
    }

    async Task ForgetAsync(SchedulingDb db, CancellationToken ct)
    {
        var (requests, invitations, contacts) = (time.GetUtcNow() - options.Value.KeepRequests, time.GetUtcNow() - options.Value.KeepInvitations, time.GetUtcNow() - options.Value.KeepContacts);
        await db.RegistrationRequests.Where(row => row.RequestedAt < requests).ExecuteDeleteAsync(ct);
        await db.Invitations.Where(row => db.Events.Any(held => held.Id == row.EventId && held.End < invitations)).ExecuteDeleteAsync(ct);
        await db.Contacts.Where(contact => !db.Registrations.Any(row => row.Subject == contact.Subject
            && (row.RegisteredAt >= contacts || db.Events.Any(held => held.Id == row.EventId && held.End >= contacts)))).ExecuteDeleteAsync(ct);
        // Certificates are made as long as names are there; what had to be prepared is of no use once the event is over.
        await db.Registrations.Where(row => row.Name != null && db.Events.Any(held => held.Id == row.EventId && held.End < contacts))
            .ExecuteUpdateAsync(change => change.SetProperty(row => row.Name, (string?)null), ct);
        await db.Registrations.Where(row => row.AccessNeeds != null && db.Events.Any(held => held.Id == row.EventId && held.End < invitations))
            .ExecuteUpdateAsync(change => change.SetProperty(row => row.AccessNeeds, (string?)null), ct);
        await db.UndeliverableAddresses.Where(row => row.Since < contacts).ExecuteDeleteAsync(ct);
    }
}
