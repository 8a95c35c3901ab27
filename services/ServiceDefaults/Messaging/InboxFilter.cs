using System.Diagnostics;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Telemetry;
using Integrationskonzept.ServiceDefaults.Tenancy;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Integrationskonzept.ServiceDefaults.Messaging;

/// <summary>
/// Refuses what its owner has not told. Runs a consumer at most once per message, in one transaction with all its effects, as the message's
/// tenant.
/// </summary>
sealed class InboxFilter<T>(
    ServiceDb db,
    TenantContext tenant,
    OutboxSignal signal,
    Sender sender,
    MessagingMetrics metrics,
    TimeProvider time,
    ILogger<InboxFilter<T>> log
) : IFilter<ConsumeContext<T>>
    where T : class
{
    public async Task Send(ConsumeContext<T> context, IPipe<ConsumeContext<T>> next)
    {
        var consumer = context.ReceiveContext.InputAddress.Segments[^1];
        var type = typeof(T).Name;
        // The delivery's, which holds all attempts.
        var span = Activity.Current?.SetTag("consumer", consumer).SetTag("type", type).SetTag("attempts", context.GetRetryAttempt() + 1);
        try
        {
            sender.Require(context);
            var slug = TenantHeader.Of(context);
            tenant.Enter(slug);
            span.SetTenant(slug);
            using var logged = log.BeginTenant(slug);
            span?.SetTag("outcome", await ConsumeAsync(context, consumer, next) ? "consumed" : "duplicate");
        }
        catch (ForeignSenderException forged)
        {
            span?.SetTag("outcome", "refused");
            log.LogWarning(
                "{Type} {MessageId} in {Consumer} was sent by {Sender} and is refused",
                type,
                context.MessageId,
                consumer,
                forged.Sender
            );
            metrics.Refused(consumer, type, forged.Sender);
            throw;
        }
        catch (Exception failure) when (!context.CancellationToken.IsCancellationRequested)
        {
            var outcome = Retries.IsLast(context, failure) ? "given-up" : "retried";
            span?.SetTag("outcome", outcome);
            metrics.ConsumerFailed(consumer, type, tenant.Slug, outcome);
            throw;
        }
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("inbox");

    /// <summary>False for a duplicate.</summary>
    async Task<bool> ConsumeAsync(ConsumeContext<T> context, string consumer, IPipe<ConsumeContext<T>> next)
    {
        var ct = context.CancellationToken;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var isNew =
            await db.Database.ExecuteSqlAsync(
                $"""
                insert into inbox (message_id, consumer, consumed_at) values ({context.MessageId}, {consumer}, {time.GetUtcNow()})
                on conflict do nothing
                """,
                ct
            ) == 1;
        if (!isNew)
        {
            metrics.Duplicate(consumer, typeof(T).Name, tenant.Required);
            return false;
        }

        await next.Send(context);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        signal.Wake();
        return true;
    }
}
