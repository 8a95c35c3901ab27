using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using RabbitMQ.Client;

namespace Integrationskonzept.ServiceDefaults.Messaging;

/// <summary>The messages that a service's consumers gave up on: how many, and back to work with them.</summary>
public sealed class ErrorQueues(IConfiguration configuration, ConsumerQueues queues, Sender sender, MessagingMetrics metrics)
    : IHealthCheck, IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    static readonly Dictionary<string, object?> Quorum = new() { ["x-queue-type"] = "quorum" };
    readonly SemaphoreSlim gate = new(1);
    IConnection? connection;

    /// <summary>
    /// Messages per queue of this service that consumers gave up on. Fails where the broker does not answer soon.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, uint>> CountAsync(CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        var counts = new Dictionary<string, uint>();
        await using var channel = await OpenAsync(limit.Token);
        foreach (var queue in queues.Names) counts[queue] = await DeclareAsync(channel, queue, limit.Token);
        metrics.ObserveErrors(counts);
        return counts;
    }

    /// <summary>
    /// Puts the messages that are in the error queue now back into their queue; returns how many. What fails again at once comes
    /// back behind them and waits for the next time. The inbox makes a second run harmless.
    /// </summary>
    public async Task<int> RedriveAsync(string queue, CancellationToken ct)
    {
        await using var channel = await OpenAsync(ct, confirms: true);
        var waiting = await DeclareAsync(channel, queue, ct);
        for (var moved = 0; ; moved++)
        {
            if (moved == waiting || await channel.BasicGetAsync($"{queue}_error", autoAck: false, ct) is not { } message) return moved;
            var properties = sender.Forward(message.BasicProperties);
            foreach (var fault in properties.Headers?.Keys.Where(key => key.StartsWith("MT-Fault", StringComparison.Ordinal)).ToList() ?? [])
                properties.Headers!.Remove(fault);
            // By its own exchange: who may write to the broker's default one may write to everybody's queues.
            await channel.BasicPublishAsync(queue, "", mandatory: true, properties, message.Body, ct);
            await channel.BasicAckAsync(message.DeliveryTag, multiple: false, ct);
        }
    }

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken ct = default)
    {
        try
        {
            var failed = (await CountAsync(ct)).Where(queue => queue.Value > 0).ToList();
            return failed.Count == 0
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Degraded("Given up: " + string.Join(", ", failed.Select(queue => $"{queue.Value} in {queue.Key}_error")));
        }
        catch (Exception) when (!ct.IsCancellationRequested)
        {
            return HealthCheckResult.Degraded("The broker does not answer; messages wait in the outbox.");
        }
    }

    /// <summary>
    /// As the broker's library would where something fails, and how many messages are in it. To look for what is not there would
    /// cost a channel and two errors in the broker's log, each time.
    /// </summary>
    static async Task<uint> DeclareAsync(IChannel channel, string queue, CancellationToken ct) => (await channel.QueueDeclareAsync(
        $"{queue}_error", durable: true, exclusive: false, autoDelete: false, Quorum, cancellationToken: ct)).MessageCount;

    async Task<IChannel> OpenAsync(CancellationToken ct, bool confirms = false)
    {
        await gate.WaitAsync(ct);
        try
        {
            if (connection is not { IsOpen: true })
                connection = await new ConnectionFactory { Uri = new(configuration.GetConnectionString("rabbitmq")!) }.CreateConnectionAsync(ct);
        }
        finally { gate.Release(); }
        return await connection.CreateChannelAsync(new(confirms, confirms), ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (connection is not null) await connection.DisposeAsync();
        gate.Dispose();
    }
}

/// <summary>The names of the service's queues, filled in when the bus is configured.</summary>
public sealed class ConsumerQueues
{
    /// <summary>Queue names.</summary>
    public HashSet<string> Names { get; } = [];
}
