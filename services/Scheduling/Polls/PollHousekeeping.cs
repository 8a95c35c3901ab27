using Integrationskonzept.Scheduling.Registrations;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Scheduling.Polls;

/// <summary>Forgets who was asked by a poll once it has ended, tenant by tenant; the answers, which name nobody, stay.</summary>
sealed class PollHousekeeping(IServiceScopeFactory scopes, TimeProvider time, IOptions<RegistrationOptions> options, ILogger<PollHousekeeping> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(options.Value.ForgetEvery, time);
        do
        {
            try { await ForgetAsync(ct); }
            catch (Exception failure) when (!ct.IsCancellationRequested) { log.LogWarning("Old invitations to polls could not be deleted: {Reason}", failure.GetType().Name); }
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
        var (events, deadlines) = (time.GetUtcNow() - options.Value.KeepInvitations, time.GetUtcNow() - options.Value.KeepPollInvitations);
        await db.PollInvitations.Where(row => db.Polls.Any(poll => poll.Id == row.PollId && (poll.State == PollState.Withdrawn
            || (poll.State == PollState.Open && poll.Deadline < deadlines)
            || (poll.State == PollState.Decided && db.Events.Any(held => held.Id == poll.EventId && held.End < events))))).ExecuteDeleteAsync(ct);
    }
}
