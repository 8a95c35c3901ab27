using System.Runtime.InteropServices;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Running;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting;

/// <summary>The application: what AppHost.cs described, running on this machine.</summary>
public sealed class DistributedApplication : IAsyncDisposable, IDisposable
{
    private readonly StateFolder state;
    private readonly StatusLines console;
    private readonly List<Runner> runners;
    private readonly EntryPointRun? testing;
    private readonly TimeSpan startTimeout;
    private bool started;

    internal DistributedApplication(List<Resource> resources, StateFolder state, IConfiguration configuration, string environmentName, EntryPointRun? testing)
    {
        (Resources, this.state, this.testing) = (resources, state, testing);
        startTimeout = TimeSpan.FromSeconds(configuration.GetValue("LocalHosting:StartTimeoutSeconds", 180));
        console = new StatusLines(configuration, state);
        ResourceNotifications.Changed += console.Changed;
        runners = [.. from r in resources let d = DriverOf(r, environmentName) where d is not null select new Runner(r, d, state, ResourceNotifications, console)];
        ResourceCommands = new ResourceCommandService(name => runners.Find(r => r.Resource.Name == name));
    }

    /// <summary>How the resources fare.</summary>
    public ResourceNotificationService ResourceNotifications { get; } = new();

    /// <summary>Starts and stops single resources.</summary>
    public ResourceCommandService ResourceCommands { get; }

    internal IReadOnlyList<Resource> Resources { get; }

    /// <summary>What AppHost.cs begins with.</summary>
    public static IDistributedApplicationBuilder CreateBuilder(string[] args) => new DistributedApplicationBuilder(args);

    /// <summary>Starts everything and returns when it is healthy, or throws the first failure and leaves nothing running.</summary>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        Order.RefuseCycles(Resources);
        foreach (var parameter in Resources.OfType<ParameterResource>()) _ = await parameter.GetValueAsync(cancellationToken);
        state.Hold();
        started = true;
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        giveUp.CancelAfter(startTimeout);
        List<Task> starting = [];
        try
        {
            Ports.Allocate(Resources);
            starting = [.. runners.Select(r => Task.Run(() => r.StartAsync(giveUp.Token), CancellationToken.None))
                .Concat(Resources.Except(runners.Select(r => r.Resource)).Select(r => FollowAsync(r, giveUp.Token)))];
            await foreach (var done in Task.WhenEach(starting)) await done;
        }
        catch (Exception e)
        {
            await giveUp.CancelAsync();
            var unready = string.Join(", ", runners.Select(r => r.Resource).Where(IsUnready).Select(r => $"{r.Name} (log: {state.Log(r.Name)})"));
            // Whoever is in the middle of something comes to its end first, else it would be missed below.
            await Task.WhenAll(starting).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            await StopAsync(CancellationToken.None);
            if (e is OperationCanceledException && !cancellationToken.IsCancellationRequested)
                throw new DistributedApplicationException($"Not healthy after {startTimeout.TotalSeconds:0} seconds: {unready}");
            throw;
        }
    }

    /// <summary>Stops everything, what was started last first.</summary>
    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        if (!started) return;
        started = false;
        await Order.InReverseAsync(Resources, async r =>
        {
            if (runners.Find(x => x.Resource == r) is { } runner) await runner.StopAsync();
        });
        state.Dispose();
    }

    /// <summary>Runs until Ctrl+C or SIGTERM. The process's exit code says whether the start succeeded.</summary>
    public void Run() => RunAsync().GetAwaiter().GetResult();

    /// <inheritdoc cref="Run"/>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        if (testing is not null)
        {
            await testing.Ended;
            return;
        }

        using var asked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        void Ask(PosixSignalContext context)
        {
            context.Cancel = true;
            asked.Cancel();
        }

        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Ask);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Ask);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Ask);
        try
        {
            await StartAsync(asked.Token);
            console.Table(Resources, ResourceNotifications);
            await Task.Delay(Timeout.Infinite, asked.Token);
        }
        catch (OperationCanceledException)
        {
            console.Say("Stopping …");
            await StopAsync(CancellationToken.None);
        }
        catch (DistributedApplicationException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            Environment.ExitCode = 1;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        testing?.End();
    }

    /// <inheritdoc />
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>What has no process is there as soon as what it waits for is.</summary>
    private async Task FollowAsync(Resource resource, CancellationToken cancellationToken)
    {
        foreach (var wait in resource.Waits) await ResourceNotifications.WaitForResourceHealthyAsync(wait.On.Name, cancellationToken);
        ResourceNotifications.Publish(resource, new CustomResourceSnapshot { State = new(KnownResourceStates.Running), HealthStatus = HealthStatus.Healthy });
    }

    private IDriver? DriverOf(Resource resource, string environmentName) => resource switch
    {
        ProjectResource project => new ProjectDriver(project, state, environmentName),
        PostgresServerResource server => new PostgresDriver(server, [.. Resources.OfType<PostgresDatabaseResource>().Where(d => d.Parent == server)], state),
        RabbitMQServerResource broker => new RabbitMQDriver(broker, state),
        _ => null,
    };

    private bool IsUnready(Resource resource) => ResourceNotifications.Of(resource) is { HealthStatus: not HealthStatus.Healthy } now
        && (resource.Health is not null || resource is not ProjectResource || now.State?.Text == KnownResourceStates.Waiting);
}
