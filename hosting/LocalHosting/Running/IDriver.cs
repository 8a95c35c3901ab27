namespace Aspire.Hosting.Running;

/// <summary>What differs between kinds of processes.</summary>
internal interface IDriver
{
    /// <summary>Prepares folders and settings, and says what to start.</summary>
    Task<Launch> PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Null when there is nothing to ask; else whether the process does its work.</summary>
    Task<bool?> IsHealthyAsync(CancellationToken cancellationToken);

    /// <summary>Once, when the process has become healthy.</summary>
    Task ReadyAsync() => Task.CompletedTask;
}
