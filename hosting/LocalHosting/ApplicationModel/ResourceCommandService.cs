namespace Aspire.Hosting.ApplicationModel;

/// <summary>The names of the commands that every process has.</summary>
public static class KnownResourceCommands
{
    /// <summary>Starts a resource that has ended.</summary>
    public static readonly string StartCommand = "resource-start";

    /// <summary>Stops a resource.</summary>
    public static readonly string StopCommand = "resource-stop";

    /// <summary>Stops and starts a resource.</summary>
    public static readonly string RestartCommand = "resource-restart";
}

/// <summary>How a command went.</summary>
public sealed record ExecuteCommandResult
{
    /// <summary>Whether it succeeded.</summary>
    public required bool Success { get; init; }

    /// <summary>Why it did not.</summary>
    public string? ErrorMessage { get; init; }
}

/// <summary>Starts and stops single resources of a running application.</summary>
public sealed class ResourceCommandService
{
    private readonly Func<string, Running.Runner?> find;

    internal ResourceCommandService(Func<string, Running.Runner?> find) => this.find = find;

    /// <summary>Runs one of <see cref="KnownResourceCommands"/>; returns once the process is started or has ended, not once it is healthy.</summary>
    public async Task<ExecuteCommandResult> ExecuteCommandAsync(string resourceId, string commandName, CancellationToken cancellationToken = default)
    {
        try
        {
            var runner = find(resourceId) ?? throw new DistributedApplicationException($"There is no process called {resourceId}.");
            if (commandName == KnownResourceCommands.StopCommand || commandName == KnownResourceCommands.RestartCommand)
                await runner.StopAsync();
            else if (commandName != KnownResourceCommands.StartCommand)
                throw new DistributedApplicationException($"There is no command called {commandName}.");
            if (commandName != KnownResourceCommands.StopCommand)
                await runner.RestartAsync(cancellationToken);
            return new ExecuteCommandResult { Success = true };
        }
        catch (DistributedApplicationException e)
        {
            return new ExecuteCommandResult { Success = false, ErrorMessage = e.Message };
        }
    }
}
