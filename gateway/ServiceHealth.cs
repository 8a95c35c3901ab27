using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Integrationskonzept.Gateway;

/// <summary>The gateway is ready when the services behind it are; each one that is not is named.</summary>
static class ServiceHealth
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static void AddServiceHealth(this IServiceCollection services)
    {
        services.AddHttpClient(nameof(ServiceHealth)).ConfigureHttpClient(http => http.Timeout = Patience);
        foreach (var service in Routes.Services)
            services.AddHealthChecks().Add(new(service, provider => new Check(
                provider.GetRequiredService<IHttpClientFactory>(), Routes.AddressOf(service, provider.GetRequiredService<IConfiguration>())), null, null));
    }

    sealed class Check(IHttpClientFactory clients, string address) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken ct = default)
        {
            try
            {
                using var answer = await clients.CreateClient(nameof(ServiceHealth)).GetAsync($"{address}/health", ct);
                return answer.IsSuccessStatusCode ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"answers {(int)answer.StatusCode}");
            }
            catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
            {
                return HealthCheckResult.Unhealthy("does not answer");
            }
        }
    }
}
