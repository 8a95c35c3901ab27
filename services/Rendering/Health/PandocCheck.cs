using Integrationskonzept.Rendering.Office;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Integrationskonzept.Rendering.Health;

/// <summary>Says whether pandoc answers.</summary>
sealed class PandocCheck(PandocRenderer pandoc) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return HealthCheckResult.Healthy(await pandoc.VersionAsync(cancellationToken));
        }
        catch (Problem e)
        {
            return HealthCheckResult.Unhealthy(e.Detail.ToString());
        }
    }
}
