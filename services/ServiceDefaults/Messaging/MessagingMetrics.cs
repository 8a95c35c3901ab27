using System.Diagnostics.Metrics;

namespace Integrationskonzept.ServiceDefaults.Messaging;

/// <summary>What operators watch: how much waits in the outbox and since when, what consumers failed at and gave up on.</summary>
public sealed class MessagingMetrics
{
    readonly Counter<long> unpublished,
        duplicates,
        failures,
        refused;
    IReadOnlyDictionary<string, uint> errors = new Dictionary<string, uint>();

    public MessagingMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("Integrationskonzept.Messaging");
        unpublished = meter.CreateCounter<long>("outbox.publish.failures", description: "Attempts to publish that failed");
        duplicates = meter.CreateCounter<long>("inbox.duplicates", description: "Redelivered messages that were skipped");
        failures = meter.CreateCounter<long>("consumer.failures", description: "Attempts to consume that failed, and what follows");
        refused = meter.CreateCounter<long>(
            "consumer.refused",
            description: "Messages whose sender does not own them; none is ever applied"
        );
        meter.CreateObservableGauge("outbox.depth", () => Depth, description: "Messages that wait to be published");
        meter.CreateObservableGauge("outbox.parked", () => Parked, description: "Messages that can't be read and wait for a redrive");
        meter.CreateObservableGauge("outbox.oldest.age", () => OldestAge.TotalSeconds, "s", "Age of the oldest waiting message");
        meter.CreateObservableGauge("error.queue.depth", ErrorDepths, description: "Messages that a consumer gave up on, by its queue");
    }

    internal int Depth { get; private set; }
    internal int Parked { get; private set; }
    internal TimeSpan OldestAge { get; private set; }

    internal void Observe(int depth, int parked, TimeSpan oldest)
    {
        Depth = depth;
        Parked = parked;
        OldestAge = oldest;
    }

    /// <summary>As they were counted last.</summary>
    internal IReadOnlyDictionary<string, uint> Errors => errors;

    internal void ObserveErrors(IReadOnlyDictionary<string, uint> byQueue) => errors = byQueue;

    internal void PublishFailed(string tenant, string type) => unpublished.Add(1, new("tenant", tenant), new("type", type));

    internal void Duplicate(string consumer, string type, string tenant) =>
        duplicates.Add(1, new("consumer", consumer), new("type", type), new("tenant", tenant));

    internal void ConsumerFailed(string consumer, string type, string? tenant, string outcome) =>
        failures.Add(1, new("consumer", consumer), new("type", type), new("tenant", tenant), new("outcome", outcome));

    internal void Refused(string consumer, string type, string sender) =>
        refused.Add(1, new("consumer", consumer), new("type", type), new("sender", sender));

    IEnumerable<Measurement<long>> ErrorDepths() =>
        errors.Select(queue => new Measurement<long>(queue.Value, new KeyValuePair<string, object?>("queue", queue.Key)));
}
