using Integrationskonzept.Contracts;
using MassTransit;

namespace Integrationskonzept.Benchmarks;

/// <summary>
/// The baseline: the same library, broker, kind of queue and limits, but no database: nothing survives a crash of the sender, nothing stops
/// a redelivery.
/// </summary>
sealed class RawMessaging : IMessaging
{
    readonly IBusControl bus;

    RawMessaging(Servers servers) =>
        bus = Bus.Factory.CreateUsingRabbitMq(rabbit =>
        {
            rabbit.Host(new Uri(servers.RabbitMq));
            rabbit.ReceiveEndpoint(
                "raw",
                endpoint =>
                {
                    endpoint.SetQuorumQueue();
                    endpoint.PrefetchCount = 16;
                    endpoint.ConcurrentMessageLimit = 8;
                    endpoint.Handler<RawOpened>(context =>
                    {
                        Arrivals.Add(context.Message.AggregateId);
                        return Task.CompletedTask;
                    });
                }
            );
        });

    public string Name => "raw";

    public Arrivals Arrivals { get; } = new();

    public static async Task<RawMessaging> StartAsync(Servers servers)
    {
        var raw = new RawMessaging(servers);
        await raw.bus.StartAsync();
        return raw;
    }

#pragma warning disable RS0030 // publishing without an outbox is the very thing that the outbox is compared with
    public Task SendAsync(Guid id, CancellationToken ct) =>
        bus.Publish(
            new RawOpened
            {
                Tenant = OutboxMessaging.Tenant,
                AggregateId = id,
                Version = 1,
                OccurredAt = TimeProvider.System.GetUtcNow(),
                MandateId = id,
                Key = "bildung",
                Title = "Bildung",
            },
            ct
        );
#pragma warning restore RS0030

    public async ValueTask DisposeAsync() => await bus.StopAsync();
}

/// <summary>The same content as the message that the outbox sends; another type, so that each goes to its own queue.</summary>
public sealed record RawOpened : TopicAreaFact;
