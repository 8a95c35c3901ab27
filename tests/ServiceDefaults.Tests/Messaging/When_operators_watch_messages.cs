using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.Testing;

namespace Integrationskonzept.ServiceDefaults.Tests.Messaging;

[Collection(nameof(Alone))]
public sealed class When_operators_watch_messages(ProbeService probe)
{
    [Fact]
    public async Task Spans_and_metrics_say_what_became_of_each()
    {
        await using var own = await probe.OwnAsync("watched");
        var tenant = await own.NewTenantAsync();
        using var spans = new Spans("MassTransit");
        using var meters = new Meters();
        (string, object)[] echo = [("tenant", tenant), ("consumer", "watched-echo-notes"), ("type", "TopicAreaOpened")];
        (string, string?)[] tags = [("consumer", "watched-echo-notes"), ("type", "TopicAreaOpened"), ("tenant", tenant)];

        var message = Notes.Message(tenant);
        var id = Guid.CreateVersion7();
        await own.SqlAsync($"insert into obstacles (note_id, attempts) values ('{message.AggregateId}', 2)");
        await probe.Bus.PublishAsync(message, id);
        await Eventually.TrueAsync(() => Task.FromResult(spans.Outcomes(echo) is ["consumed"]), "consumed at last");
        spans.With(echo).Single().GetTagItem("attempts").ShouldBe(3);
        meters.Sum("consumer.failures", [.. tags, ("outcome", "retried")]).ShouldBe(2);

        await probe.Bus.PublishAsync(message, id);
        await Eventually.TrueAsync(() => Task.FromResult(spans.Outcomes(echo) is ["consumed", "duplicate"]), "skipped");
        meters.Sum("inbox.duplicates", tags).ShouldBe(1);

        // Who it is for is not believed, so neither span nor metric says it.
        await probe.Bus.PublishAsync(Notes.Message(tenant), tenantHeader: "somebody-else");
        await Eventually.TrueAsync(
            () =>
                Task.FromResult(
                    meters.Sum("consumer.failures", ("consumer", "watched-echo-notes"), ("tenant", null), ("outcome", "given-up")) is 1
                ),
            "given up at once"
        );
        await Eventually.TrueAsync(
            async () =>
            {
                await own.HealthOfAsync("error-queues"); // looks into the queues
                return meters.Highest("error.queue.depth", ("queue", "watched-echo-notes")) is 1;
            },
            "the error queue is measured"
        );
    }

    [Fact]
    public async Task Without_a_broker_health_says_so_soon_and_the_last_count_stands()
    {
        await using var proxy = new ServerProxy(probe.Settings["ConnectionStrings:rabbitmq"]!);
        await using var own = await probe.OwnAsync("blind", proxy.Address);
        var tenant = await own.NewTenantAsync();
        using var meters = new Meters();
        await probe.Bus.PublishAsync(Notes.Message(tenant), tenantHeader: "somebody-else");
        await Eventually.TrueAsync(
            async () => (await own.HealthOfAsync("error-queues")).Reason == "Given up: 1 in blind-echo-notes_error",
            "given up"
        );

        proxy.TakeAway();
        (await own.HealthOfAsync("error-queues")).Reason.ShouldBe("The broker does not answer; messages wait in the outbox.");
        meters.Highest("error.queue.depth", ("queue", "blind-echo-notes")).ShouldBe(1);
        (await own.HealthOfAsync("recurring-work")).Status.ShouldBe("Healthy", "that the broker is away is no failure of our work");
    }

    [Fact]
    public async Task What_a_request_or_a_consumer_logs_names_tenant_and_trace()
    {
        await using var collector = new Collector();
        await using var own = await probe.OwnAsync(
            "telling",
            settings: [.. collector.Settings, ("Logging:LogLevel:Default", "Information")]
        );
        var tenant = await own.NewTenantAsync();
        using var client = own.As(tenant, Roles.Coordinator);
        using var failed = await client.SendAsync(HttpMethod.Post, $"/api/v1/{tenant}/failing/after-save", new { text = "never" });
        await client.AddNoteAsync(tenant, "told of");

        await Eventually.TrueAsync(() => Task.FromResult(collector.Logs.Any(IsFailure) && collector.Logs.Any(IsEcho)), "both are logged");
        foreach (var log in new[] { collector.Logs.First(IsFailure), collector.Logs.First(IsEcho) })
        {
            log.Tags["tenant"].ShouldBe(tenant);
            log.Trace.ShouldNotBeEmpty();
        }

        static bool IsFailure(ExportedLog log) => log.Text == "Request failed unexpectedly";
        static bool IsEcho(ExportedLog log) => log.Text.StartsWith("Echoed", StringComparison.Ordinal);
    }
}
