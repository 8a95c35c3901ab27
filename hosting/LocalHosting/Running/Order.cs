using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>The order that follows from who waits for whom.</summary>
internal static class Order
{
    public static void RefuseCycles(IReadOnlyList<Resource> resources)
    {
        var (open, done) = (new HashSet<Resource>(), new HashSet<Resource>());
        void Visit(Resource resource)
        {
            if (done.Contains(resource)) return;
            if (!open.Add(resource)) throw new DistributedApplicationException($"{resource.Name} waits, by way of others, for itself.");
            foreach (var wait in resource.Waits) Visit(wait.On);
            done.Add(resource);
        }

        foreach (var resource in resources) Visit(resource);
    }

    /// <summary>Each resource after all that wait for it; independent ones at once.</summary>
    public static async Task InReverseAsync(IReadOnlyList<Resource> resources, Func<Resource, Task> stop)
    {
        var stops = new Dictionary<Resource, Task>();
        Task StopOf(Resource resource) => stops.TryGetValue(resource, out var running) ? running : stops[resource] = After(
            [.. resources.Where(r => r.Waits.Exists(w => w.On == resource)).Select(StopOf)], resource);
        async Task After(Task[] dependents, Resource resource)
        {
            await Task.WhenAll(dependents);
            await stop(resource);
        }

        await Task.WhenAll(resources.Select(StopOf).ToArray());
    }
}
