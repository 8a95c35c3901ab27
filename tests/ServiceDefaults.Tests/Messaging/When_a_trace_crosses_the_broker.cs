using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using Integrationskonzept.Probe.Notes;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.Testing;

namespace Integrationskonzept.ServiceDefaults.Tests.Messaging;

public sealed class When_a_trace_crosses_the_broker(ProbeService probe)
{
    [Fact]
    public async Task The_consumer_belongs_to_the_trace_of_the_request()
    {
        var trace = ActivityTraceId.CreateRandom();
        var spans = new ConcurrentBag<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "MassTransit" or "Integrationskonzept.Outbox",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == trace)
                    spans.Add(activity);
            },
        };
        ActivitySource.AddActivityListener(listener);
        var tenant = await probe.NewTenantAsync();
        using var client = probe.As(tenant, Roles.Coordinator);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/{tenant}/notes")
        {
            Content = JsonContent.Create(new WriteNote("traced")),
        };
        request.Headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
        await client.SendAsync(request).ReadAsync();

        await Eventually.TrueAsync(() => Task.FromResult(spans.Any(IsTheProbesConsumer)), "the consumer's span is in the trace");
        spans.ShouldContain(span => span.Source.Name == "Integrationskonzept.Outbox");
        spans.First(IsTheProbesConsumer).GetTagItem("tenant").ShouldBe(tenant);
    }

    // The test's own bus listens too; only the probe consumes by a class.
    static bool IsTheProbesConsumer(Activity span) =>
        span.Kind == ActivityKind.Consumer
        && span.TagObjects.Any(tag => tag.Value is string value && value.Contains("EchoNotes", StringComparison.Ordinal));
}
