using System.Text.RegularExpressions;
using Integrationskonzept.AppHost.Servers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Integrationskonzept.AppHost;

/// <summary>
/// Tells <c>./run</c> in a file how the start went: <c>up</c>, or one sentence that names what failed and keeps its log,
/// which would be gone with the processes.
/// </summary>
sealed partial class StartReport(
    ResourceNotificationService notifications,
    ResourceLoggerService logs,
    StateFolder state,
    IConfiguration configuration
) : BackgroundService
{
    readonly Dictionary<string, CustomResourceSnapshot> seen = [];

    // Images may have to be fetched first.
    TimeSpan Limit =>
        configuration.GetValue<TimeSpan?>("Start:Limit") ?? TimeSpan.FromMinutes(ContainerRuntime.Answers(configuration) ? 5 : 3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        limited.CancelAfter(Limit);
        try
        {
            await TellAsync(await HowItWentAsync(limited.Token), stoppingToken);
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            await TellAsync(TooLong(), stoppingToken);
        }
    }

    async Task<string> HowItWentAsync(CancellationToken ct)
    {
        await foreach (var change in notifications.WatchAsync(ct))
        {
            var (name, snapshot) = (change.Resource.Name, change.Snapshot);
            seen[name] = snapshot;
            // The exit code of a process that ended at once may never be known; a server has no good end.
            var failed =
                snapshot.State?.Text == KnownResourceStates.FailedToStart
                || KnownResourceStates.TerminalStates.Contains(snapshot.State?.Text)
                    && (snapshot.ExitCode is not (null or 0) || change.Resource is LocalServer);
            if (failed)
                return await FailureAsync(name, snapshot.ExitCode, change.ResourceId, ct);
            if (name == "gateway" && snapshot.HealthStatus is HealthStatus.Healthy or HealthStatus.Degraded)
                return "up";
        }

        throw new OperationCanceledException(ct);
    }

    /// <summary>What has not come up and waits for nobody else.</summary>
    string TooLong()
    {
        string[] late =
        [
            .. seen.Select(one => (Name: one.Key, State: one.Value.State?.Text ?? "not created", one.Value.HealthStatus))
                .Where(one =>
                    one.State != KnownResourceStates.Waiting
                    && one.State != KnownResourceStates.NotStarted
                    && !KnownResourceStates.TerminalStates.Contains(one.State)
                    && one.HealthStatus is not HealthStatus.Healthy
                )
                .Select(one => $"{one.Name} ({one.State})")
                .Order(StringComparer.Ordinal),
        ];
        return $"Not up after {Limit.TotalSeconds:0} s: {string.Join(", ", late)}."
            + (
                ContainerRuntime.Answers(configuration)
                    ? " Does the container runtime work? Servers=debian takes Debian's packages instead."
                    : ""
            );
    }

    async Task<string> FailureAsync(string name, int? exitCode, string resourceId, CancellationToken ct)
    {
        var lines = new List<LogLine>();
        await foreach (var batch in logs.GetAllAsync(resourceId).WithCancellation(ct))
            lines.AddRange(batch);
        var file = Path.Combine(Directory.CreateDirectory(state.Of("logs")).FullName, $"{name}.log");
        await File.WriteAllLinesAsync(file, lines.Select(line => line.Content), ct);
        var reason = lines.LastOrDefault(line => line.IsErrorMessage && !line.Content.Contains("[sys]", StringComparison.Ordinal));
        return $"{name} {(exitCode is null ? "did not start" : $"ended with exit code {exitCode}")}"
            + $"{(reason.Content is null ? "" : $": {AfterTime().Replace(reason.Content, "")}")} (log: {file})";
    }

    [GeneratedRegex(@"^\S+Z ")]
    private static partial Regex AfterTime();

    async Task TellAsync(string how, CancellationToken ct)
    {
        await File.WriteAllTextAsync(state.Of("start.new"), how + "\n", ct);
        File.Move(state.Of("start.new"), state.Of("start"), overwrite: true);
    }
}

static class StartReporting
{
    /// <summary>Before all other hosted services, as these start one after the other and one of them is what may hang.</summary>
    public static IServiceCollection AddStartReport(this IServiceCollection services)
    {
        services.Insert(0, ServiceDescriptor.Singleton<IHostedService, StartReport>());
        return services;
    }
}
