using System.Diagnostics.Metrics;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.Testing;

namespace Integrationskonzept.ServiceDefaults.Tests.Telemetry;

[Collection(nameof(Alone))]
public sealed class When_there_is_nothing_to_do(ProbeService probe)
{
    [Fact]
    public async Task Looking_for_work_leaves_no_trace()
    {
        await using var collector = new Collector();
        await using (await probe.OwnAsync("idle", settings: collector.Settings))
        {
            using var polls = new Polls("idle");
            await Eventually.TrueAsync(() => Task.FromResult(polls.Count >= 20), "it looked for work a few times");
        }
        collector.Count("metrics", "outbox.depth").ShouldBeGreaterThan(0, "it did export");
        collector.Spans.ShouldBeEmpty();
    }

    [Fact]
    public async Task Work_that_is_found_is_in_the_trace_of_its_cause_with_its_statements()
    {
        await using var collector = new Collector();
        await using var busy = await probe.OwnAsync("busy", settings: collector.Settings);
        var tenant = await busy.NewTenantAsync();
        using var client = busy.As(tenant, Roles.Coordinator);
        await client.AddNoteAsync(tenant, "told of");

        await Eventually.TrueAsync(() => Task.FromResult(collector.Spans.Any(IsConsumed)), "the consumer's span is exported");
        var consumed = collector.Spans.Last(IsConsumed);
        consumed.Tags["outcome"].ShouldBe("consumed");
        var spans = collector.Spans.Where(span => span.Trace == consumed.Trace).ToList();
        spans.ShouldContain(span => span.Source == "Integrationskonzept.Outbox" && span.Tags["outcome"] == "published");
        spans.ShouldContain(span => span.Source == "Npgsql" && span.Parent == consumed.Id);
        // The test's own bus hears all, and knows no tenants.
        spans
            .Where(span => !span.Tags.ContainsKey("tenant") && span.Source != "MassTransit")
            .Select(span => $"{span.Source} {span.Name}")
            .ShouldBeEmpty();

        // The first probe consumes it, too.
        bool IsConsumed(ExportedSpan span) =>
            span.Tags.GetValueOrDefault("consumer") == "busy-echo-notes"
            && span.Tags["tenant"] == tenant
            && span.Tags["type"] == "TopicAreaOpened";
    }

    /// <summary>Counts statements of one database.</summary>
    sealed class Polls : IDisposable
    {
        readonly MeterListener listener = new();
        int count;

        public Polls(string database)
        {
            listener.InstrumentPublished = (instrument, own) =>
            {
                if (instrument is { Meter.Name: "Npgsql", Name: "db.client.operation.duration" })
                    own.EnableMeasurementEvents(instrument);
            };
            listener.SetMeasurementEventCallback<double>(
                (_, _, tags, _) =>
                {
                    foreach (var (_, value) in tags)
                        if (value is string pool && pool.Contains($"Database={database}", StringComparison.Ordinal))
                            Interlocked.Increment(ref count);
                }
            );
            listener.Start();
        }

        public int Count => Volatile.Read(ref count);

        public void Dispose() => listener.Dispose();
    }
}
