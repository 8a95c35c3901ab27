using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Scheduling.Attendance.Registrations.Waitlist;

/// <summary>Passes on offers that nobody answered.</summary>
sealed class OfferExpiry(WorkTools tools, IOptions<RegistrationOptions> options, RegistrationMetrics metrics)
    : DueWork<OfferDeadline>(tools, options.Value.LookEvery),
        IHealthCheck
{
    static readonly TimeSpan Late = TimeSpan.FromMinutes(5);

    /// <summary>Offers that are long over keep seats from those who wait.</summary>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken ct = default)
    {
        await using var scope = NewScope();
        var late = Now - Late;
        var count = await scope.ServiceProvider.GetRequiredService<SchedulingDb>().OfferDeadlines.CountAsync(row => row.DueAt < late, ct);
        return count == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded(
                $"{count} offers of seats are over for more than {Late.TotalMinutes:0} minutes and were not passed on."
            );
    }

    protected override IQueryable<OfferDeadline> Next(ServiceDb db, DateTimeOffset now, Guid[] but) =>
        db.Set<OfferDeadline>()
            .FromSql(
                $"""
                select * from offer_deadlines where due_at <= {now} and id <> all({but}) order by due_at limit 1 for update skip locked
                """
            );

    /// <summary>A second time finds no offer that is over.</summary>
    protected override async Task DoAsync(OfferDeadline due, IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<SchedulingDb>();
        var allotment = services.GetRequiredService<Allotment>();
        await allotment.UnderLockAsync(
            due.EventId,
            async () =>
            {
                var offered = await db.Registrations.SingleOrDefaultAsync(row => row.Id == due.RegistrationId, ct);
                if (offered is not { State: RegistrationState.Offered } || offered.OfferExpiresAt > allotment.Now)
                    return false;
                offered.Lapse((await allotment.CensusAsync(ct)).NextTurn, allotment.Now);
                metrics.OfferLapsed(due.TenantSlug);
                return true;
            },
            ct
        );
    }
}
