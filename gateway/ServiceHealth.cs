using System.Text.Json;
using System.Text.Json.Serialization;
using Integrationskonzept.ServiceDefaults.Health;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Integrationskonzept.Gateway;

/// <summary>The services behind the gateway as they say that they are; each one that is not well is named, with its reasons.</summary>
static class ServiceHealth
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static void AddServiceHealth(this IServiceCollection services)
    {
        services.AddHttpClient(nameof(ServiceHealth)).ConfigureHttpClient(http => http.Timeout = Patience);
        foreach (var service in Routes.Processes)
            services
                .AddHealthChecks()
                .Add(
                    new(
                        service,
                        provider => new Check(
                            provider.GetRequiredService<IHttpClientFactory>(),
                            Routes.AddressOf(service, provider.GetRequiredService<IConfiguration>())
                        ),
                        null,
                        [HealthSetup.Others],
                        Patience
                    )
                );
    }

    static readonly JsonSerializerOptions Words = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    sealed record Part(string Name, string Status, string? Reason);

    sealed record Report(HealthStatus? Status, IReadOnlyList<Part>? Checks)
    {
        public string? Reasons =>
            Checks is null
                ? null
                : string.Join(
                    "; ",
                    Checks.Where(part => part.Status != nameof(HealthStatus.Healthy)).Select(part => $"{part.Name}: {part.Reason}")
                );
    }

    sealed class Check(IHttpClientFactory clients, string address) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken ct = default)
        {
            try
            {
                using var answer = await clients.CreateClient(nameof(ServiceHealth)).GetAsync($"{address}/health", ct);
                var report = await answer.Content.ReadFromJsonAsync<Report>(Words, ct);
                return new(answer.IsSuccessStatusCode ? report?.Status ?? HealthStatus.Healthy : HealthStatus.Unhealthy, report?.Reasons);
            }
            catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or JsonException)
            {
                return HealthCheckResult.Unhealthy("does not answer");
            }
        }
    }
}
