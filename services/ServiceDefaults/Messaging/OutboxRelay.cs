using System.Diagnostics;
using System.Text.Json;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Telemetry;
using Integrationskonzept.ServiceDefaults.Work;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Integrationskonzept.ServiceDefaults.Messaging;

/// <summary>
/// Publishes what the outbox holds: locks due rows (others skip them, so any number of relays work side by side), publishes with
/// the stored message id and the broker's confirmation, then deletes. A crash in between publishes again, under the same id.
/// </summary>
sealed class OutboxRelay(WorkTools tools, IBus bus, OutboxSignal signal, MessagingMetrics metrics) : RecurringWork(tools, Net)
{
    const int BatchSize = 50;
    static readonly ActivitySource Spans = new("Integrationskonzept.Outbox");
    static readonly TimeSpan Net = TimeSpan.FromSeconds(1),
        PublishLimit = TimeSpan.FromSeconds(10);
    static readonly BackOff Later = new(TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(1));

    protected override async Task RunAsync(CancellationToken ct)
    {
        while (await RelayBatchAsync(ct) == BatchSize) { }
    }

    /// <summary>A commit of this process wakes it at once, but not while it fails.</summary>
    protected override Task WaitAsync(PeriodicTimer timer, CancellationToken ct) =>
        HasFailed ? base.WaitAsync(timer, ct) : signal.WaitAsync(Net, ct);

    async Task<int> RelayBatchAsync(CancellationToken ct)
    {
        await using var scope = NewScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var now = Now;
        var due = await db
            .Outbox.FromSql(
                $"""
                select * from outbox where due_at <= {now} and not parked
                order by position limit {BatchSize} for update skip locked
                """
            )
            .ToListAsync(ct);
        if (due.Count == 0)
            return 0;

        var published = await Task.WhenAll(due.Select(message => TryPublishAsync(message, ct)));
        db.Outbox.RemoveRange(due.Zip(published).Where(pair => pair.Second).Select(pair => pair.First));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return due.Count;
    }

    async Task<bool> TryPublishAsync(OutboxMessage message, CancellationToken ct)
    {
        ActivityContext.TryParse(message.TraceParent, null, isRemote: true, out var cause);
        using var span = Spans.StartActivity($"relay {message.Type}", ActivityKind.Internal, cause);
        span.SetTenant(message.Tenant)?.SetTag("type", message.Type);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(PublishLimit);
        try
        {
            var body = message.Read();
            await bus.Publish(
                    body,
                    body.GetType(),
                    context =>
                    {
                        context.MessageId = message.MessageId;
                        Sender.Sign(context, body.GetType());
                        context.Headers.Set(TenantHeader.Name, message.Tenant);
                    },
                    limit.Token
                )
                .WaitAsync(limit.Token); // where the connection breaks in between, the library may wait past its token
            span?.SetTag("outcome", "published");
            return true;
        }
        catch (JsonException unreadable)
        {
            message.Parked = true;
            return Failed(unreadable);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            return Failed(failure);
        }

        bool Failed(Exception failure)
        {
            message.Attempts++;
            message.LastError = failure.Message;
            message.DueAt = Now + Later.After(message.Attempts);
            metrics.PublishFailed(message.Tenant, message.Type);
            span?.SetTag("outcome", message.Parked ? "parked" : "failed").SetStatus(ActivityStatusCode.Error, failure.GetType().Name);
            Log.LogWarning(
                "{Type} {MessageId} of {Tenant} was not published (attempt {Attempts}, parked {Parked}): {Reason}",
                message.Type,
                message.MessageId,
                message.Tenant,
                message.Attempts,
                message.Parked,
                failure.Message
            );
            return false;
        }
    }
}
