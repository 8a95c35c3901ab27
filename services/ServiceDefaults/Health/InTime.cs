using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Integrationskonzept.ServiceDefaults.Health;

/// <summary>
/// Ends a check in time, also one that does not listen to its token: what hangs is as good as away, and holds up no other.
/// </summary>
sealed class InTime(IHealthCheck check, TimeSpan limit) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken ct = default)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        end.CancelAfter(limit);
        try
        {
            return await check.CheckHealthAsync(context, end.Token).WaitAsync(limit, ct);
        }
        catch (Exception late) when (!ct.IsCancellationRequested && late is TimeoutException or OperationCanceledException)
        {
            return new(context.Registration.FailureStatus, "It does not answer in time.");
        }
    }
}

/// <summary>
/// What is not ready before it was once (a consumer that no queue is bound for yet) works on without the broker afterwards.
/// </summary>
sealed class OnceStarted(IHealthCheck check, OnceStarted.Memory memory) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken ct = default)
    {
        var result = await check.CheckHealthAsync(context, ct);
        memory.HasStarted |= result.Status == HealthStatus.Healthy;
        return memory.HasStarted && result.Status == HealthStatus.Unhealthy
            ? HealthCheckResult.Degraded("The broker does not answer; messages wait in the outbox.")
            : result;
    }

    /// <summary>Outlives the check, which is made anew each time.</summary>
    internal sealed class Memory
    {
        public bool HasStarted { get; set; }
    }
}
