using System.Diagnostics.Metrics;

namespace Integrationskonzept.ServiceDefaults.Messaging;

/// <summary>What operators watch: how much waits in the outbox and since when, failed publishing, duplicates skipped.</summary>
public sealed class MessagingMetrics
{
    readonly Counter<long> failed, duplicates;

    public MessagingMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("Integrationskonzept.Messaging");
        failed = meter.CreateCounter<long>("outbox.publish.failures", description: "Attempts to publish that failed");
        duplicates = meter.CreateCounter<long>("inbox.duplicates", description: "Redelivered messages that were skipped");
        meter.CreateObservableGauge("outbox.depth", () => Depth, description: "Messages that wait to be published");
        meter.CreateObservableGauge("outbox.parked", () => Parked, description: "Messages that can't be read and wait for a redrive");
        meter.CreateObservableGauge("outbox.oldest.age", () => OldestAge.TotalSeconds, "s", "Age of the oldest waiting message");
    }

    internal int Depth { get; private set; }
    internal int Parked { get; private set; }
    internal TimeSpan OldestAge { get; private set; }

    internal void Observe(int depth, int parked, TimeSpan oldest) => (Depth, Parked, OldestAge) = (depth, parked, oldest);

    internal void PublishFailed(string tenant) => failed.Add(1, new KeyValuePair<string, object?>("tenant", tenant));

    internal void Duplicate(string consumer) => duplicates.Add(1, new KeyValuePair<string, object?>("consumer", consumer));
}
