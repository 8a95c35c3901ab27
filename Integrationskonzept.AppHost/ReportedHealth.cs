using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Integrationskonzept.AppHost;

/// <summary>What a process says of itself at <c>/health</c>, with the reason of each part that is not well, for the dashboard.</summary>
sealed class ReportedHealth(HttpClient http, EndpointReference endpoint) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken ct = default) =>
        PatientCheck.AskAsync(AskAsync, ct);

    async Task<HealthCheckResult> AskAsync(CancellationToken ct)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(new Uri(endpoint.Url), "/health"), ct);
            using var report = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(ct), cancellationToken: ct);
            return new(Enum.Parse<HealthStatus>(report.RootElement.GetProperty("status").GetString()!), Reasons(report.RootElement));
        }
        catch (Exception failure)
            when (failure is HttpRequestException or JsonException or KeyNotFoundException
                || failure is OperationCanceledException && !ct.IsCancellationRequested
            )
        {
            return HealthCheckResult.Unhealthy("It does not answer.");
        }
    }

    static string? Reasons(JsonElement report) =>
        string.Join(
            "; ",
            report
                .GetProperty("checks")
                .EnumerateArray()
                .Where(check => check.GetProperty("status").GetString() != nameof(HealthStatus.Healthy))
                .Select(check => $"{check.GetProperty("name")}: {check.GetProperty("reason")}")
        );
}

static class ReportedHealthExtensions
{
    public static IResourceBuilder<ProjectResource> WithReportedHealth(this IResourceBuilder<ProjectResource> project)
    {
        var key = $"{project.Resource.Name}-health";
        var endpoint = project.GetEndpoint("http");
        project
            .ApplicationBuilder.Services.AddHttpClient(nameof(ReportedHealth), http => http.Timeout = TimeSpan.FromSeconds(5))
            .RemoveAllLoggers();
        project
            .ApplicationBuilder.Services.AddHealthChecks()
            .Add(
                new(
                    key,
                    services => new ReportedHealth(
                        services.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(ReportedHealth)),
                        endpoint
                    ),
                    null,
                    null
                )
            );
        return project.WithHealthCheck(key);
    }
}
