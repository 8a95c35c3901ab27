using System.Diagnostics.Metrics;
using Integrationskonzept.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Identity.Erasure;

/// <summary>Section <c>Erasures</c> of the configuration.</summary>
public sealed class ErasureOptions
{
    /// <summary>From when an erasure without all receipts is late: all is done within a minute where everything runs.</summary>
    public TimeSpan LateAfter { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long the receipts, which name nobody, show that it was done.</summary>
    public TimeSpan KeepReceipts { get; init; } = TimeSpan.FromDays(1095);

    /// <summary>How often it is measured how many wait.</summary>
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(10);
}

/// <summary>What operators watch: people who wait to be forgotten, and how long it took.</summary>
sealed class ErasureMetrics
{
    readonly Histogram<double> took;
    int open;
    TimeSpan oldest;

    public ErasureMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("Integrationskonzept.Identity");
        took = meter.CreateHistogram<double>("erasures.duration", "s", "From the request to the last receipt");
        meter.CreateObservableGauge("erasures.open", () => open, description: "People who wait to be forgotten in all services");
        meter.CreateObservableGauge("erasures.oldest.age", () => oldest.TotalSeconds, "s", "For how long the first of them waits");
    }

    public void Completed(TimeSpan after) => took.Record(after.TotalSeconds);

    public void Observe(int waiting, TimeSpan age)
    {
        open = waiting;
        oldest = age;
    }
}

/// <summary>Measures how many wait; forgets receipts when their time is over.</summary>
sealed class ErasureHousekeeping(WorkTools tools, ErasureMetrics metrics, IOptions<ErasureOptions> options)
    : Housekeeping(tools, options.Value.LookEvery)
{
    protected override async Task RunAsync(CancellationToken ct)
    {
        await using var scope = NewScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        var waiting = await db.Erasures.Where(row => row.CompletedAt == null).Select(row => row.RequestedAt).ToListAsync(ct);
        metrics.Observe(waiting.Count, waiting.Count == 0 ? TimeSpan.Zero : Now - waiting.Min());
        var before = Now - options.Value.KeepReceipts;
        await ForgetAsync(null, () => db.Erasures.Where(row => row.CompletedAt < before).ExecuteDeleteAsync(ct));
    }
}

/// <summary>Somebody waits to be forgotten for too long: a service has not given its receipt.</summary>
sealed class ErasureHealth(IdentityDb db, IOptions<ErasureOptions> options, TimeProvider time) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken ct = default)
    {
        var before = time.GetUtcNow() - options.Value.LateAfter;
        var late = await db
            .Erasures.AsNoTracking()
            .Include(row => row.Receipts)
            .Where(row => row.CompletedAt == null && row.RequestedAt < before)
            .ToListAsync(ct);
        return late.Count == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded(
                $"{late.Count} erasures are not done after {options.Value.LateAfter.TotalMinutes:0} minutes. Missing receipts: "
                    + $"{string.Join(", ", late.SelectMany(row => row.Missing).Distinct().Order())}; see docs/operations."
            );
    }
}
