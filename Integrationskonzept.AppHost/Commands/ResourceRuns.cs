namespace Integrationskonzept.AppHost.Commands;

/// <summary>Starts and stops resources from commands, to the end.</summary>
sealed class ResourceRuns(ResourceCommandService commands, ResourceNotificationService notifications)
{
    public async Task StartAsync(string name, CancellationToken ct) =>
        Require(await commands.ExecuteCommandAsync(name, KnownResourceCommands.StartCommand, ct), name);

    /// <summary>Until it says that it is well.</summary>
    public async Task StartHealthyAsync(string name, CancellationToken ct)
    {
        await StartAsync(name, ct);
        await notifications.WaitForResourceHealthyAsync(name, ct);
    }

    public async Task StopAsync(string name, CancellationToken ct)
    {
        await commands.ExecuteCommandAsync(name, KnownResourceCommands.StopCommand, ct); // refused where it does not run: as good
        await notifications.WaitForResourceAsync(name, KnownResourceStates.TerminalStates, ct);
    }

    /// <summary>One run of what ends by itself; its exit code.</summary>
    public async Task<int?> RunAsync(string name, CancellationToken ct)
    {
        var before = notifications.TryGetCurrentState(name, out var last) ? Times(last.Snapshot) : default;
        await StartAsync(name, ct);
        var ended = await notifications.WaitForResourceAsync(
            name,
            run => run.Snapshot.StopTimeStamp is not null && Times(run.Snapshot) != before,
            ct
        );
        return ended.Snapshot.ExitCode;

        static (DateTime?, DateTime?) Times(CustomResourceSnapshot run) => (run.StartTimeStamp, run.StopTimeStamp);
    }

    static void Require(ExecuteCommandResult result, string name)
    {
        if (!result.Success)
            throw new DistributedApplicationException($"{name} could not be started: {result.Message}");
    }
}
