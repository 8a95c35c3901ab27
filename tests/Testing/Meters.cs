using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Integrationskonzept.Testing;

/// <summary>What our meters measure in this process, from when it is made; tests tell theirs by tags.</summary>
public sealed class Meters : IDisposable
{
    readonly MeterListener listener = new();
    readonly ConcurrentQueue<(string Name, double Value, Dictionary<string, object?> Tags)> measured = new();

    public Meters()
    {
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (instrument.Meter.Name.StartsWith("Integrationskonzept.", StringComparison.Ordinal))
                own.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Take(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
        listener.Start();
    }

    /// <summary>Of a counter.</summary>
    public double Sum(string name, params (string Key, string? Value)[] tags) => Of(name, tags).Sum();

    /// <summary>What a gauge says now; of all processes under test the highest.</summary>
    public double Highest(string name, params (string Key, string? Value)[] tags)
    {
        measured.Clear();
        listener.RecordObservableInstruments();
        return Of(name, tags).DefaultIfEmpty(0).Max();
    }

    public void Dispose() => listener.Dispose();

    void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        measured.Enqueue((instrument.Name, value, tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value)));

    IEnumerable<double> Of(string name, (string Key, string? Value)[] tags) =>
        from one in measured
        where one.Name == name && tags.All(tag => one.Tags.TryGetValue(tag.Key, out var value) && (string?)value == tag.Value)
        select one.Value;
}
