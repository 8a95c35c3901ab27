using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Integrationskonzept.ServiceDefaults.Work;

/// <summary>
/// How the work goes that comes again and again: a failure shows on a metric, in the log, and in the health report until the work succeeds.
/// </summary>
public sealed class WorkReport : IHealthCheck
{
    readonly Counter<long> failures;
    readonly ConcurrentDictionary<string, string> failing = [];

    public WorkReport(IMeterFactory meters) =>
        failures = meters
            .Create("Integrationskonzept.Work")
            .CreateCounter<long>(
                "work.failures",
                description: "Turns of recurring work that failed; those after them were tried all the same"
            );

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken ct = default) =>
        Task.FromResult(
            failing.IsEmpty
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Degraded(
                    "Failed, and is tried again: "
                        + $"{string.Join("; ", failing.OrderBy(row => row.Key).Select(row => $"{row.Key} ({row.Value})"))}."
                )
        );

    internal void Failed(ILogger log, string work, string? tenant, Exception failure)
    {
        failures.Add(1, new("work", work), new("tenant", tenant));
        failing[work] = failure.GetType().Name;
        log.LogError(failure, "{Work} failed for {Tenant} and is tried again", work, tenant ?? "the service");
    }

    internal string? FailureOf(string work) => failing.GetValueOrDefault(work);

    internal void Succeeded(string work) => failing.TryRemove(work, out _);
}
