using System.Collections.Concurrent;
using System.Diagnostics;
using Integrationskonzept.Contracts;
using MassTransit;

namespace Integrationskonzept.Testing;

/// <summary>Speaks to the real broker as another service would: publishes, and hears everything that is published.</summary>
public sealed class TestBus : IAsyncDisposable
{
    readonly ConcurrentQueue<(IntegrationEvent Message, Guid? Id)> heard = new();
    readonly IBusControl bus;
    int markers;
    volatile int reached;

    TestBus(string broker) =>
        bus = Bus.Factory.CreateUsingRabbitMq(rabbit =>
        {
            rabbit.Host(new Uri(broker));
            rabbit.ReceiveEndpoint(
                new TemporaryEndpointDefinition(),
                endpoint =>
                {
                    endpoint.ConcurrentMessageLimit = 1; // one after the other: what was published first is heard first
                    endpoint.Handler<Marker>(context =>
                    {
                        reached = context.Message.Number;
                        return Task.CompletedTask;
                    });
                    foreach (var type in MessageTypes.All)
                        typeof(TestBus)
                            .GetMethod(nameof(Hear), System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!
                            .MakeGenericMethod(type)
                            .Invoke(this, [endpoint]);
                }
            );
        });

    public static async Task<TestBus> StartAsync(string broker)
    {
        var test = new TestBus(broker);
        await test.bus.StartAsync();
        return test;
    }

    /// <summary>
    /// Publishes as the relay of the message's owner does, or signed as another, or as nobody. The same id twice is a redelivery.
    /// </summary>
    public Task PublishAsync(IntegrationEvent message, Guid? messageId = null, string? tenantHeader = "", string? sender = "") =>
        bus.Publish(
            message,
            message.GetType(),
            context =>
            {
                context.MessageId = messageId ?? Guid.CreateVersion7();
                if (sender is not null && context.TryGetPayload<RabbitMqSendContext>(out var rabbit))
                    rabbit.BasicProperties.UserId = sender.Length == 0 ? MessageTypes.OwnerOf(message.GetType()) : sender;
                if (tenantHeader is not null)
                    context.Headers.Set("tenant", tenantHeader.Length == 0 ? message.Tenant : tenantHeader);
            }
        );

#pragma warning disable RS0030 // no service does that
    /// <summary>Puts it into a queue past its exchange, signed as its owner.</summary>
    public async Task SendAsync(string queue, IntegrationEvent message) =>
        await (await bus.GetSendEndpoint(new($"exchange:{queue}"))).Send(
            message,
            message.GetType(),
            Pipe.Execute<SendContext>(context =>
            {
                if (context.TryGetPayload<RabbitMqSendContext>(out var rabbit))
                    rabbit.BasicProperties.UserId = MessageTypes.OwnerOf(message.GetType());
            })
        );
#pragma warning restore RS0030

    /// <summary>Everything of that type heard so far for a tenant.</summary>
    public IReadOnlyList<T> Heard<T>(string tenant)
        where T : IntegrationEvent => [.. heard.Select(item => item.Message).OfType<T>().Where(message => message.Tenant == tenant)];

    /// <summary>Waits for a message, or fails with what was heard instead.</summary>
    public async Task<T> WaitForAsync<T>(string tenant, Func<T, bool>? which = null)
        where T : IntegrationEvent
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Eventually.Patience; await Task.Delay(20))
            if (Heard<T>(tenant).FirstOrDefault(which ?? (_ => true)) is { } message)
                return message;
        throw new TimeoutException(
            $"No {typeof(T).Name} of {tenant} was published. Heard: {string.Join(", ", heard.Select(item => item.Message.GetType().Name))}"
        );
    }

    /// <summary>Waits until all is heard that was published before: what is not there then never was.</summary>
    public async Task CatchUpAsync()
    {
        var number = Interlocked.Increment(ref markers);
        await bus.Publish(new Marker(number), (PublishContext<Marker> _) => { });
        await Eventually.TrueAsync(() => Task.FromResult(reached >= number), "all is heard that was published before");
    }

    public async ValueTask DisposeAsync() => await bus.StopAsync();

    /// <summary>Comes into the queue behind everything that is in it.</summary>
    public sealed record Marker(int Number);

    void Hear<T>(IReceiveEndpointConfigurator endpoint)
        where T : IntegrationEvent =>
        endpoint.Handler<T>(context =>
        {
            heard.Enqueue((context.Message, context.MessageId));
            return Task.CompletedTask;
        });
}
