using System.Text.RegularExpressions;
using Integrationskonzept.AppHost.Servers;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Integrationskonzept.AppHost;

/// <summary>
/// Tells <c>./run</c> in a file how the start went: <c>up</c>, or one sentence that names what failed and keeps its log,
/// which would be gone with the processes.
/// </summary>
internal sealed partial class StartReport(ResourceNotificationService notifications, ResourceLoggerService logs, StateFolder state) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var change in notifications.WatchAsync(stoppingToken))
        {
            var (name, snapshot) = (change.Resource.Name, change.Snapshot);
            // The exit code of a process that ended at once may never be known; a server has no good end.
            var failed = snapshot.State?.Text == KnownResourceStates.FailedToStart
                || KnownResourceStates.TerminalStates.Contains(snapshot.State?.Text)
                && (snapshot.ExitCode is not (null or 0) || change.Resource is LocalServer);
            if (failed) await TellAsync(await FailureAsync(name, snapshot.ExitCode, change.ResourceId, stoppingToken), stoppingToken);
            else if (name == "gateway" && snapshot.HealthStatus is HealthStatus.Healthy or HealthStatus.Degraded) await TellAsync("up", stoppingToken);
            else continue;
            return;
        }
    }

    private async Task<string> FailureAsync(string name, int? exitCode, string resourceId, CancellationToken ct)
    {
        var lines = new List<LogLine>();
        await foreach (var batch in logs.GetAllAsync(resourceId).WithCancellation(ct)) lines.AddRange(batch);
        var file = Path.Combine(Directory.CreateDirectory(state.Of("logs")).FullName, $"{name}.log");
        await File.WriteAllLinesAsync(file, lines.Select(line => line.Content), ct);
        var reason = lines.LastOrDefault(line => line.IsErrorMessage && !line.Content.Contains("[sys]", StringComparison.Ordinal));
        return $"{name} {(exitCode is null ? "did not start" : $"ended with exit code {exitCode}")}"
            + $"{(reason.Content is null ? "" : $": {AfterTime().Replace(reason.Content, "")}")} (log: {file})";
    }

    [GeneratedRegex(@"^\S+Z ")]
    private static partial Regex AfterTime();

    private async Task TellAsync(string how, CancellationToken ct)
    {
        await File.WriteAllTextAsync(state.Of("start.new"), how + "\n", ct);
        File.Move(state.Of("start.new"), state.Of("start"), overwrite: true);
    }
}
