using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using RabbitMQ.Client;

namespace Integrationskonzept.ServiceDefaults.Messaging;

/// <summary>The messages that a service's consumers gave up on: how many, and back to work with them.</summary>
public sealed class ErrorQueues(IConfiguration configuration, ConsumerQueues queues, Sender sender, MessagingMetrics metrics)
    : IHealthCheck,
        IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    static readonly Dictionary<string, object?> Quorum = new() { ["x-queue-type"] = "quorum" };
    readonly SemaphoreSlim gate = new(1);
    IConnection? connection;

    /// <summary>
    /// Messages per queue of this service that consumers gave up on; <see cref="BrokerAway"/> where the broker does not answer soon.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, uint>> CountAsync(CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            // A broker that hangs also keeps from us that we gave up, until its library does.
            var counts = await AskAsync(limit.Token).WaitAsync(Patience, ct);
            metrics.ObserveErrors(counts);
            return counts;
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            throw new BrokerAway(failure);
        }
    }

    async Task<IReadOnlyDictionary<string, uint>> AskAsync(CancellationToken ct)
    {
        var counts = new Dictionary<string, uint>();
        await using var channel = await OpenAsync(ct);
        foreach (var queue in queues.Names)
            counts[queue] = await DeclareAsync(channel, queue, ct);
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
            if (moved == waiting || await channel.BasicGetAsync($"{queue}_error", autoAck: false, ct) is not { } message)
                return moved;
            var properties = sender.Forward(message.BasicProperties);
            foreach (
                var fault in properties.Headers?.Keys.Where(key => key.StartsWith("MT-Fault", StringComparison.Ordinal)).ToList() ?? []
            )
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
                : HealthCheckResult.Degraded(
                    "Given up: " + string.Join(", ", failed.Select(queue => $"{queue.Value} in {queue.Key}_error"))
                );
        }
        catch (BrokerAway)
        {
            return HealthCheckResult.Degraded("The broker does not answer; messages wait in the outbox.");
        }
    }

    /// <summary>
    /// As the broker's library would where something fails, and how many messages are in it. To look for what is not there would
    /// cost a channel and two errors in the broker's log, each time.
    /// </summary>
    static async Task<uint> DeclareAsync(IChannel channel, string queue, CancellationToken ct) =>
        (
            await channel.QueueDeclareAsync(
                $"{queue}_error",
                durable: true,
                exclusive: false,
                autoDelete: false,
                Quorum,
                cancellationToken: ct
            )
        ).MessageCount;

    async Task<IChannel> OpenAsync(CancellationToken ct, bool confirms = false)
    {
        await gate.WaitAsync(ct);
        try
        {
            if (connection is not { IsOpen: true })
                connection = await new ConnectionFactory
                {
                    Uri = new(configuration.GetConnectionString("rabbitmq")!),
                }.CreateConnectionAsync(ct);
        }
        finally
        {
            gate.Release();
        }
        return await connection.CreateChannelAsync(new(confirms, confirms), ct);
    }

    public async ValueTask DisposeAsync()
    {
        if (connection is not null)
            await connection.DisposeAsync();
        gate.Dispose();
    }
}

/// <summary>503: the broker does not answer; what it alone knows must wait.</summary>
public sealed class BrokerAway(Exception failure)
    : Problem(
        StatusCodes.Status503ServiceUnavailable,
        "broker-away",
        new("Gerade nicht erreichbar", "Not available right now"),
        new(
            "Der Nachrichtenverteiler antwortet gerade nicht. Nachrichten warten im Postausgang; versuchen Sie es in "
                + "einigen Sekunden erneut.",
            "The broker does not answer right now. Messages wait in the outbox; try again in some seconds."
        )
    )
{
    /// <summary>Why.</summary>
    public Exception Failure { get; } = failure;
}

/// <summary>The names of the service's queues, filled in when the bus is configured.</summary>
public sealed class ConsumerQueues
{
    /// <summary>Queue names.</summary>
    public HashSet<string> Names { get; } = [];
}
