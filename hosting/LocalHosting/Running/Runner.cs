using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Running;

/// <summary>Starts one resource's process when what it waits for is there, watches it, and stops it.</summary>
internal sealed class Runner(Resource resource, IDriver driver, StateFolder state, ResourceNotificationService notifications, StatusLines console)
{
    private ChildProcess? child;
    private Task watching = Task.CompletedTask;

    public Resource Resource => resource;

    /// <summary>Returns when the resource is healthy, or runs if it has no health check.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        File.Delete(state.Log(resource.Name));
        try
        {
            Publish(KnownResourceStates.Waiting);
            foreach (var wait in resource.Waits) await WaitForAsync(wait, cancellationToken);
            await LaunchAsync(cancellationToken);
            if (resource.Health is null && resource is ProjectResource) return;
            var now = await notifications.WaitForResourceAsync(
                resource.Name, e => ResourceNotificationService.IsHealthy(e) || ResourceNotificationService.HasEnded(e), cancellationToken);
            if (!ResourceNotificationService.IsHealthy(now))
                throw new DistributedApplicationException($"{resource.Name} ended with exit code {now.Snapshot.ExitCode} before it was healthy; {state.LogOf(resource.Name)}");
        }
        catch (DistributedApplicationException) when (child is null)
        {
            Publish(KnownResourceStates.FailedToStart);
            throw;
        }
    }

    /// <summary>Starts the process again after it has ended.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken)
    {
        // A process that was just killed from outside may not have been noticed yet.
        if (child is not null && ProcessIdentity.Of(child.Pid).Lives) throw new DistributedApplicationException($"{resource.Name} runs already.");
        await watching;
        await LaunchAsync(cancellationToken);
    }

    public async Task StopAsync()
    {
        if (child is null || child.Ended.IsCompleted) return;
        Publish(KnownResourceStates.Stopping);
        await child.StopAsync(TimeSpan.FromSeconds(15));
        await watching;
    }

    private async Task WaitForAsync(Wait wait, CancellationToken cancellationToken)
    {
        var now = await notifications.WaitForResourceAsync(wait.On.Name, e => ResourceNotificationService.HasEnded(e) || wait.Kind switch
        {
            WaitKind.Healthy => ResourceNotificationService.IsHealthy(e) || (wait.On is ProjectResource { Health: null } && e.Snapshot.State?.Text == KnownResourceStates.Running),
            WaitKind.Started => e.Snapshot.State?.Text == KnownResourceStates.Running,
            _ => false,
        }, cancellationToken);
        if (ResourceNotificationService.HasEnded(now) != (wait.Kind == WaitKind.Completed) || (wait.Kind == WaitKind.Completed && now.Snapshot.ExitCode != wait.ExitCode))
            throw new DistributedApplicationException($"{resource.Name} can't start: {wait.On.Name} ended{(now.Snapshot.ExitCode is { } code ? $" with exit code {code}" : "")}; {state.LogOf(wait.On.Name)}");
    }

    private async Task LaunchAsync(CancellationToken cancellationToken)
    {
        Publish(KnownResourceStates.Starting);
        var launch = await driver.PrepareAsync(cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        child = await ChildProcess.StartAsync(resource.Name, launch, state, console.Line);
        Publish(KnownResourceStates.Running);
        watching = WatchAsync(child);
    }

    private async Task WatchAsync(ChildProcess process)
    {
        var wasHealthy = false;
        while (!process.Ended.IsCompleted)
        {
            var healthy = await driver.IsHealthyAsync(CancellationToken.None);
            if (healthy is null) await process.Ended;
            if (process.Ended.IsCompleted || process.WasStopped) break;
            if (healthy == true && !wasHealthy && !await TryReadyAsync()) break;
            if (healthy == true || wasHealthy) Publish(KnownResourceStates.Running, healthy == true ? HealthStatus.Healthy : HealthStatus.Unhealthy);
            wasHealthy |= healthy == true;
            await Task.WhenAny(process.Ended, Task.Delay(TimeSpan.FromSeconds(wasHealthy ? 5 : 0.1)));
        }

        if (!process.Ended.IsCompleted && !process.WasStopped) await process.StopAsync(TimeSpan.FromSeconds(5));
        var exitCode = await process.Ended;
        if (!process.WasStopped && exitCode != 0) console.Say($"{resource.Name} ended with exit code {exitCode}; {state.LogOf(resource.Name)}");
        notifications.Publish(resource, new CustomResourceSnapshot
        {
            State = new(exitCode == 0 && !process.WasStopped ? KnownResourceStates.Finished : KnownResourceStates.Exited),
            ExitCode = exitCode,
        });
    }

    private async Task<bool> TryReadyAsync()
    {
        try
        {
            await driver.ReadyAsync();
            return true;
        }
        catch (DistributedApplicationException e)
        {
            console.Say($"{resource.Name}: {e.Message}");
            return false;
        }
    }

    private void Publish(string stateName, HealthStatus? health = null) => notifications.Publish(resource, new CustomResourceSnapshot
    {
        State = new(stateName),
        HealthStatus = health,
        Properties = child is null ? [] : [new("executable.pid", child.Pid)],
    });
}
