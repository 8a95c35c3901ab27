using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text.Json;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Tasks;
using Integrationskonzept.ServiceDefaults.Telemetry;

namespace Integrationskonzept.Gateway.Tasks;

/// <summary>
/// Asks all services that have something to say at once, as the caller and in the caller's language. One that fails or is silent for too
/// long is named, and hides nothing of the others.
/// </summary>
sealed class TaskCollector(IHttpClientFactory clients, IConfiguration configuration, IMeterFactory meters, ILogger<TaskCollector> log)
{
    /// <summary>Those that map tasks.</summary>
    static readonly string[] Services = ["drafting", "scheduling", "participation"];

    readonly Counter<long> missing = meters
        .Create("Integrationskonzept.Gateway")
        .CreateCounter<long>("tasks.missing", description: "Answers of services that are missing in lists of tasks");

    public async Task<TaskList> CollectAsync(string tenant, string? token, CancellationToken ct)
    {
        using var logged = log.BeginTenant(tenant);
        return TaskList.Merge(await Task.WhenAll(Services.Select(service => AskAsync(service, tenant, token, ct))));
    }

    async Task<(string Service, TasksOfService? Answer)> AskAsync(string service, string tenant, string? token, CancellationToken ct)
    {
        var address = $"{Routes.AddressOf(service, configuration)}/api/v1/{Uri.EscapeDataString(tenant)}/tasks/{service}";
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Authorization", token);
        request.Headers.AcceptLanguage.ParseAdd(CultureInfo.CurrentUICulture.Name);
        try
        {
            using var answer = await clients.CreateClient(nameof(TaskCollector)).SendAsync(request, ct);
            answer.EnsureSuccessStatusCode();
            return (service, await answer.Content.ReadFromJsonAsync<TasksOfService>(JsonColumn.Options, ct));
        }
        catch (Exception failure)
            when (failure is HttpRequestException or JsonException || (failure is TaskCanceledException && !ct.IsCancellationRequested))
        {
            missing.Add(1, new("service", service), new("tenant", tenant));
            log.LogWarning(failure, "The tasks of {Service} are missing", service);
            return (service, null);
        }
    }
}
