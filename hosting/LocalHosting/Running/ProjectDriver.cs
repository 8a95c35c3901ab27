using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

internal sealed class ProjectDriver(ProjectResource project, StateFolder state, string environmentName) : IDriver, IDisposable
{
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(5) };

    public async Task<Launch> PrepareAsync(CancellationToken cancellationToken)
    {
        // Artifacts layout: bin/<project>/<configuration>/; we stand in such a folder ourselves.
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var name = Path.GetFileNameWithoutExtension(project.ProjectPath);
        var dll = Path.Combine(here.Parent!.Parent!.FullName, name, here.Name, $"{name}.dll");
        if (!File.Exists(dll)) throw new DistributedApplicationException($"{project.Name} is not built: {dll} is missing.");
        var environment = new Dictionary<string, string?>
        {
            ["ASPNETCORE_ENVIRONMENT"] = environmentName,
            ["DOTNET_ENVIRONMENT"] = environmentName,
            ["ASPNETCORE_URLS"] = project.Endpoints.Count == 0 ? null : string.Join(';', project.Endpoints.Select(e => e.Url)),
            ["OTEL_SERVICE_NAME"] = project.Name,
            ["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={project.Name}-{Guid.CreateVersion7():N}",
        };
        if (Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT") is null) environment["TELEMETRY_DIRECTORY"] = state.Telemetry;
        foreach (var endpoint in project.Endpoints.Where(e => e.Variable is not null))
            environment[endpoint.Variable!] = $"{endpoint.Port}";
        foreach (var (key, value) in project.Variables)
            environment[key] = value is IValueProvider provider ? await provider.GetValueAsync(cancellationToken) : (string)value;
        return new Launch("dotnet", [dll, .. project.Arguments], environment) { WorkingDirectory = Path.GetDirectoryName(project.ProjectPath)! };
    }

    public async Task<bool?> IsHealthyAsync(CancellationToken cancellationToken)
    {
        if (project.Health is not { } check) return null;
        try
        {
            using var answer = await http.GetAsync(new Uri(new Uri(project.Endpoint(check.EndpointName).Url), check.Path), cancellationToken);
            return (int)answer.StatusCode == check.Status;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    public void Dispose() => http.Dispose();
}
