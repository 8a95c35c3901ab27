using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Scheduling.Registrations;

/// <summary>Passes on offers that nobody answered; rows are locked, so that any number of processes may look.</summary>
sealed class OfferExpiry(IServiceScopeFactory scopes, TimeProvider time, IOptions<RegistrationOptions> options, SchedulingMetrics metrics, ILogger<OfferExpiry> log) : BackgroundService, IHealthCheck
{
    static readonly TimeSpan Late = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(options.Value.LookEvery, time);
        do
        {
            try { while (await PassNextOnAsync(ct)) { } }
            catch (Exception failure) when (!ct.IsCancellationRequested) { log.LogError(failure, "Offers whose time is over could not be passed on"); }
        }
        while (await timer.WaitForNextTickAsync(ct));
    }

    /// <summary>Offers that are long over keep seats from those who wait.</summary>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken ct = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var late = time.GetUtcNow() - Late;
        var count = await scope.ServiceProvider.GetRequiredService<SchedulingDb>().OfferDeadlines.CountAsync(row => row.DueAt < late, ct);
        return count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"{count} offers of seats are over for more than {Late.TotalMinutes:0} minutes and were not passed on.");
    }

    async Task<bool> PassNextOnAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var deadlines = scope.ServiceProvider.GetRequiredService<SchedulingDb>();
        await using var transaction = await deadlines.Database.BeginTransactionAsync(ct);
        var due = await deadlines.OfferDeadlines.FromSql($"""
            select * from offer_deadlines where due_at <= {time.GetUtcNow()} order by due_at limit 1 for update skip locked
            """).SingleOrDefaultAsync(ct);
        if (due is null) return false;

        await PassOnAsync(due, ct);
        deadlines.OfferDeadlines.Remove(due);
        await deadlines.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    /// <summary>In a transaction of its own: a second time finds no offer that is over, so a crash before the deadline is removed is harmless.</summary>
    async Task PassOnAsync(OfferDeadline due, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Enter(due.TenantSlug);
        var (db, allotment) = (scope.ServiceProvider.GetRequiredService<SchedulingDb>(), scope.ServiceProvider.GetRequiredService<Allotment>());
        await allotment.OfAsync(due.EventId, async () =>
        {
            var offered = await db.Registrations.SingleOrDefaultAsync(row => row.Id == due.RegistrationId, ct);
            if (offered is not { State: RegistrationState.Offered } || offered.OfferExpiresAt > allotment.Now) return false;
            offered.Lapse((await allotment.CensusAsync(ct)).NextTurn, allotment.Now);
            metrics.OfferLapsed(due.TenantSlug);
            return true;
        }, ct);
    }
}
