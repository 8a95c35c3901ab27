using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Tells how resources fare, and lets callers wait for a state.</summary>
public sealed class ResourceNotificationService
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, ResourceEvent> current = [];
    private TaskCompletionSource changed = New();

    internal event Action<ResourceEvent>? Changed;

    /// <summary>Waits for a state by its name (<see cref="KnownResourceStates"/>); Running when none is given.</summary>
    public async Task WaitForResourceAsync(string resourceName, string? targetState = null, CancellationToken cancellationToken = default) =>
        await WaitForResourceAsync(resourceName, e => e.Snapshot.State?.Text == (targetState ?? KnownResourceStates.Running), cancellationToken);

    /// <summary>Waits until a condition holds.</summary>
    public async Task<ResourceEvent> WaitForResourceAsync(
        string resourceName, Func<ResourceEvent, bool> predicate, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (current.TryGetValue(resourceName, out var now) && predicate(now)) return now;
                next = changed.Task;
            }

            await next.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Waits until a resource is healthy; a resource that has ended throws.</summary>
    public async Task<ResourceEvent> WaitForResourceHealthyAsync(string resourceName, CancellationToken cancellationToken = default)
    {
        var now = await WaitForResourceAsync(resourceName, e => IsHealthy(e) || HasEnded(e), cancellationToken);
        return IsHealthy(now) ? now
            : throw new DistributedApplicationException($"{resourceName} ended ({now.Snapshot.State?.Text}) instead of becoming healthy.");
    }

    /// <summary>How a resource fares now.</summary>
    public bool TryGetCurrentState(string resourceId, [NotNullWhen(true)] out ResourceEvent? resourceEvent)
    {
        lock (gate) return current.TryGetValue(resourceId, out resourceEvent);
    }

    internal static bool IsHealthy(ResourceEvent e) => e.Snapshot.HealthStatus == HealthStatus.Healthy;

    internal static bool HasEnded(ResourceEvent e) => KnownResourceStates.TerminalStates.Contains(e.Snapshot.State?.Text ?? "");

    internal CustomResourceSnapshot Of(IResource resource) =>
        TryGetCurrentState(resource.Name, out var now) ? now.Snapshot : new CustomResourceSnapshot();

    internal void Publish(Resource resource, CustomResourceSnapshot snapshot)
    {
        var now = new ResourceEvent(resource, resource.Name, snapshot);
        lock (gate)
        {
            current[resource.Name] = now;
            Changed?.Invoke(now);
            changed.SetResult();
            changed = New();
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
