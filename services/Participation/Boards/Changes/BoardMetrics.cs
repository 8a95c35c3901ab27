using System.Diagnostics.Metrics;

namespace Integrationskonzept.Participation.Boards.Changes;

/// <summary>What operators watch on a workshop's evening.</summary>
sealed class BoardMetrics
{
    readonly Histogram<double> delay;
    readonly Counter<long> dropped;
    int streams;

    public BoardMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("Integrationskonzept.Boards");
        meter.CreateObservableGauge("boards.streams", () => streams, description: "Streams of boards that are open");
        delay = meter.CreateHistogram<double>(
            "boards.card.delay",
            "s",
            "From a card's writing to its sending, for each stream",
            advice: new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5] }
        );
        dropped = meter.CreateCounter<long>("boards.readers.dropped", description: "Streams that were ended as they were read too slowly");
    }

    public void Opened() => Interlocked.Increment(ref streams);

    public void Ended() => Interlocked.Decrement(ref streams);

    public void Sent(TimeSpan after) => delay.Record(after.TotalSeconds);

    public void Dropped(string tenant) => dropped.Add(1, new KeyValuePair<string, object?>("tenant", tenant));
}
