using System.Globalization;
using Integrationskonzept.EndToEnd.Tests;
using Integrationskonzept.Testing;
using Integrationskonzept.Walkthrough;

[assembly: AssemblyFixture(typeof(RunningPlatform))]

namespace Integrationskonzept.EndToEnd.Tests;

/// <summary>
/// The whole platform with its dashboard, started from AppHost.cs with data of its own, after the Walkthrough has played on it.
/// </summary>
public sealed class RunningPlatform : IAsyncLifetime
{
    readonly DirectoryInfo state = Directory.CreateTempSubdirectory("integrationskonzept-e2e-");
    DistributedApplication? app;

    public DistributedApplication App => app!;

    /// <summary>How much one caller may ask of the gateway; null as in production.</summary>
    public int? RequestsPerMinute { get; init; }
    public Uri Gateway { get; private set; } = null!;
    public string StateDirectory => state.FullName;
    public PickupFolder Mails => new(Path.Combine(state.FullName, "mails"), Gateway);

    /// <summary>The dashboard's address with its login token.</summary>
    public Uri Dashboard { get; private set; } = null!;

    /// <summary>What the dashboard received.</summary>
    public DashboardTelemetry Telemetry { get; private set; } = null!;

    /// <summary>The platform as the example's roles see it.</summary>
    public Platform Platform { get; private set; } = null!;

    /// <summary>What the Walkthrough said.</summary>
    public List<string> Said { get; } = [];

    public async ValueTask InitializeAsync()
    {
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.Integrationskonzept_AppHost>(
            new DistributedApplicationTestingBuilderOptions { EnableDashboard = true },
            [
                "--Servers=debian",
                $"--State:Directory={state.FullName}",
                "--Gateway:Port=0",
                "--environment=Development",
                "--Logging:LogLevel:Default=Warning",
                "--Logging:LogLevel:Integrationskonzept.AppHost.Resources=None",
            ]
        );
        // How long the door waits for a service is tested at the door; here a busy machine may take longer.
        var gateway = builder.Resources.OfType<ProjectResource>().Single(resource => resource.Name == "gateway");
        builder.CreateResourceBuilder(gateway).WithEnvironment("Gateway__Patience", Eventually.Patience.ToString());
        if (RequestsPerMinute is { } most)
            builder
                .CreateResourceBuilder(gateway)
                .WithEnvironment("Gateway__RequestsPerMinute__SignedIn", most.ToString(CultureInfo.InvariantCulture));
        // Numbers each second, as in development, cost a fifth of the machine: the dashboard keeps each of them.
        foreach (var project in builder.Resources.OfType<ProjectResource>())
            builder.CreateResourceBuilder(project).WithEnvironment("OTEL_METRIC_EXPORT_INTERVAL", "10000");
        app = await builder.BuildAsync();
        await app.StartAsync();
        await app.ResourceNotifications.WaitForResourceHealthyAsync("gateway");
        Gateway = app.GetEndpoint("gateway", "http");
        Dashboard = await app.GetDashboardUrlAsync();
        Telemetry = await DashboardTelemetry.OpenAsync(Dashboard);
        var options = new WalkthroughOptions(Gateway, Path.Combine(state.FullName, "development-accounts.json"));
        Platform = new(options, Said.Add);
        await new Walkthrough.Walkthrough(options, Said.Add).PlayAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.EndAsync();
        Platform?.Dispose();
        Telemetry?.Dispose();
        if (app is not null)
            await app.DisposeAsync();
        state.Delete(recursive: true);
    }

    /// <summary>kill -9, as a crash.</summary>
    public async Task KillAsync(string service)
    {
        var running = await App.ResourceNotifications.WaitForResourceAsync(
            service,
            now => now.Snapshot.State?.Text == KnownResourceStates.Running
        );
        using var process = System.Diagnostics.Process.GetProcessById(
            (int)running.Snapshot.Properties.Single(property => property.Name == "executable.pid").Value!
        );
        process.Kill();
        await App.ResourceNotifications.WaitForResourceAsync(service, KnownResourceStates.TerminalStates).WaitAsync(Eventually.Patience);
    }

    /// <summary>A server as if its machine lost its power: nobody is told, nothing is put in order.</summary>
    public async Task CrashAsync(string server)
    {
        await SignalAsync(server, "KILL");
        await App.ResourceNotifications.WaitForResourceAsync(server, KnownResourceStates.TerminalStates);
    }

    /// <summary>A server that keeps its connections and says nothing more.</summary>
    public Task HangAsync(string server) => SignalAsync(server, "STOP");

    public Task GoOnAsync(string server) => SignalAsync(server, "CONT");

    public async Task StartAsync(string service)
    {
        (await App.ResourceCommands.ExecuteCommandAsync(service, KnownResourceCommands.StartCommand)).Success.ShouldBeTrue();
        await App
            .ResourceNotifications.WaitForResourceHealthyAsync(service, WaitBehavior.WaitOnResourceUnavailable)
            .WaitAsync(Eventually.Patience);
    }

    public async Task StopAsync(string service)
    {
        (await App.ResourceCommands.ExecuteCommandAsync(service, KnownResourceCommands.StopCommand)).Success.ShouldBeTrue();
        await App.ResourceNotifications.WaitForResourceAsync(service, KnownResourceStates.TerminalStates);
    }

    async Task SignalAsync(string server, string signal)
    {
        var id = (await File.ReadAllTextAsync(Path.Combine(state.FullName, server, "pid"))).Trim();
        using var kill = System.Diagnostics.Process.Start("kill", [$"-{signal}", id]);
        await kill.WaitForExitAsync();
        kill.ExitCode.ShouldBe(0, $"{server} was not there");
    }
}
