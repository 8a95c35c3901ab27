using Integrationskonzept.Rendering.Pdf;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Integrationskonzept.Rendering.Health;

/// <summary>Says whether the browser runs, or can be started.</summary>
sealed class BrowserCheck(BrowserPool browsers) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await browsers.WarmUpAsync(cancellationToken);
            return HealthCheckResult.Healthy("Chromium läuft.");
        }
        catch (Problem e)
        {
            return HealthCheckResult.Unhealthy(e.Detail.ToString());
        }
    }
}
