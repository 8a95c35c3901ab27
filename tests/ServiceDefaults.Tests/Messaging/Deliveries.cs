using System.Collections.Concurrent;
using System.Diagnostics;
using Integrationskonzept.Testing;

namespace Integrationskonzept.ServiceDefaults.Tests.Messaging;

/// <summary>Counts the deliveries that are over, also of what was skipped or given up: by their spans, as operators see them.</summary>
sealed class Deliveries : IDisposable
{
    readonly ConcurrentDictionary<(string Span, object? Tenant), int> over = [];
    readonly ActivityListener listener;

    public Deliveries()
    {
        listener = new()
        {
            ShouldListenTo = source => source.Name == "MassTransit",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => over.AddOrUpdate((span.DisplayName, span.GetTagItem("tenant")), 1, (_, times) => times + 1),
        };
        ActivitySource.AddActivityListener(listener);
    }

    public Task AreOverAsync(string queue, string tenant, int times) =>
        Eventually.TrueAsync(
            () => Task.FromResult(over.GetValueOrDefault(($"{queue} receive", tenant)) >= times),
            $"{times} deliveries of {tenant} in {queue} are over"
        );

    public void Dispose() => listener.Dispose();
}
