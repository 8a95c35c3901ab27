using System.Diagnostics;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Tenancy;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Integrationskonzept.ServiceDefaults.Messaging;

/// <summary>Runs a consumer at most once per message, in one transaction with all its effects, as the message's tenant.</summary>
sealed class InboxFilter<T>(
    ServiceDb db, TenantContext tenant, OutboxSignal signal, MessagingMetrics metrics, TimeProvider time, ILogger<InboxFilter<T>> log)
    : IFilter<ConsumeContext<T>> where T : class
{
    public async Task Send(ConsumeContext<T> context, IPipe<ConsumeContext<T>> next)
    {
        var slug = TenantHeader.Of(context);
        tenant.Enter(slug);
        Activity.Current?.SetTag("tenant", slug).SetBaggage("tenant", slug);
        using var logged = log.BeginScope(new Dictionary<string, object> { ["tenant"] = slug });

        var consumer = context.ReceiveContext.InputAddress.Segments[^1];
        var ct = context.CancellationToken;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var isNew = await db.Database.ExecuteSqlAsync($"""
            insert into inbox (message_id, consumer, consumed_at) values ({context.MessageId}, {consumer}, {time.GetUtcNow()})
            on conflict do nothing
            """, ct) == 1;
        if (!isNew)
        {
            metrics.Duplicate(consumer);
            return;
        }

        await next.Send(context);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        signal.Wake();
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("inbox");
}
