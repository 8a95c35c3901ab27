using System.Collections.Immutable;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The states a resource goes through.</summary>
public static class KnownResourceStates
{
    /// <summary>Not started yet.</summary>
    public static readonly string NotStarted = nameof(NotStarted);

    /// <summary>Waits for others.</summary>
    public static readonly string Waiting = nameof(Waiting);

    /// <summary>Is being started.</summary>
    public static readonly string Starting = nameof(Starting);

    /// <summary>Runs.</summary>
    public static readonly string Running = nameof(Running);

    /// <summary>Could not be started.</summary>
    public static readonly string FailedToStart = nameof(FailedToStart);

    /// <summary>Is being stopped.</summary>
    public static readonly string Stopping = nameof(Stopping);

    /// <summary>Was stopped, or ended by itself with an error.</summary>
    public static readonly string Exited = nameof(Exited);

    /// <summary>Ended by itself without error.</summary>
    public static readonly string Finished = nameof(Finished);

    /// <summary>The states in which nothing runs any more.</summary>
    public static readonly IReadOnlyList<string> TerminalStates = [Finished, FailedToStart, Exited];
}

/// <summary>A state's name.</summary>
public sealed record ResourceStateSnapshot(string Text);

/// <summary>A fact about a running resource, such as <c>executable.pid</c>.</summary>
public sealed record ResourcePropertySnapshot(string Name, object? Value);

/// <summary>How a resource fares at one moment.</summary>
public sealed record CustomResourceSnapshot
{
    /// <summary>One of <see cref="KnownResourceStates"/>.</summary>
    public ResourceStateSnapshot? State { get; init; } = new(KnownResourceStates.NotStarted);

    /// <summary>The exit code of a process that ended.</summary>
    public int? ExitCode { get; init; }

    /// <summary>The health check's answer; null while nothing is known.</summary>
    public Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus? HealthStatus { get; init; }

    /// <summary>Facts such as <c>executable.pid</c>.</summary>
    public ImmutableArray<ResourcePropertySnapshot> Properties { get; init; } = [];
}

/// <summary>A change of a resource.</summary>
public sealed class ResourceEvent(IResource resource, string resourceId, CustomResourceSnapshot snapshot)
{
    /// <summary>The resource.</summary>
    public IResource Resource { get; } = resource;

    /// <summary>Here the same as its name: there are no replicas.</summary>
    public string ResourceId { get; } = resourceId;

    /// <summary>How it fares now.</summary>
    public CustomResourceSnapshot Snapshot { get; } = snapshot;
}
