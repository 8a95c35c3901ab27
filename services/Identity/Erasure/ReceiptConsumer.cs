using Integrationskonzept.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Identity.Erasure;

/// <summary>Keeps the receipts of all services. Who told a message the broker says, so nobody gives that of another.</summary>
sealed class ReceiptConsumer(IdentityDb db, ErasureMetrics metrics, TimeProvider time)
    : IConsumer<PersonErasedInIdentity>,
        IConsumer<PersonErasedInDrafting>,
        IConsumer<PersonErasedInScheduling>,
        IConsumer<PersonErasedInParticipation>,
        IConsumer<PersonErasedInPublication>
{
    public Task Consume(ConsumeContext<PersonErasedInIdentity> context) => KeepAsync(context);

    public Task Consume(ConsumeContext<PersonErasedInDrafting> context) => KeepAsync(context);

    public Task Consume(ConsumeContext<PersonErasedInScheduling> context) => KeepAsync(context);

    public Task Consume(ConsumeContext<PersonErasedInParticipation> context) => KeepAsync(context);

    public Task Consume(ConsumeContext<PersonErasedInPublication> context) => KeepAsync(context);

    async Task KeepAsync<T>(ConsumeContext<T> context)
        where T : PersonErased
    {
        var (receipt, ct) = (context.Message, context.CancellationToken);
        // Of two at once the second sees the first: one of them is the last.
        await db.Database.ExecuteSqlAsync($"select id from erasures where id = {receipt.AggregateId} for update", ct);
        var erasure = await db.Erasures.Include(row => row.Receipts).SingleOrDefaultAsync(row => row.Id == receipt.AggregateId, ct);
        if (erasure is null)
            return; // forgotten long ago
        if (erasure.Receive(MessageTypes.OwnerOf(typeof(T))!, receipt.Rows, time.GetUtcNow()))
            metrics.Completed(erasure.CompletedAt!.Value - erasure.RequestedAt);
    }
}
