using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Integrationskonzept.ServiceDefaults.Messaging;

sealed class OutboxHealth(MessagingMetrics metrics) : IHealthCheck
{
    static readonly TimeSpan TooOld = TimeSpan.FromMinutes(1);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken ct = default) =>
        Task.FromResult(
            metrics.Parked > 0 ? HealthCheckResult.Degraded($"{metrics.Parked} messages can't be read and are parked; see docs/operations.")
            : metrics.OldestAge > TooOld
                ? HealthCheckResult.Degraded($"{metrics.Depth} messages wait, the oldest for {metrics.OldestAge.TotalSeconds:0} s.")
            : HealthCheckResult.Healthy()
        );
}
