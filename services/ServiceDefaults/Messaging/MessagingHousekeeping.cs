using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.ServiceDefaults.Messaging;

/// <summary>Measures the outbox every few seconds; forgets inbox entries after 7 days, in batches.</summary>
sealed class MessagingHousekeeping(WorkTools tools, MessagingMetrics metrics, IOptions<MessagingOptions> options)
    : Housekeeping(tools, options.Value.MeasureEvery)
{
    static readonly TimeSpan KeepInbox = TimeSpan.FromDays(7);

    protected override async Task RunAsync(CancellationToken ct)
    {
        await using var scope = NewScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        var now = Now;
        var waiting = await db
            .Outbox.GroupBy(row => row.Parked)
            .Select(group => new
            {
                Parked = group.Key,
                Count = group.Count(),
                Oldest = group.Min(row => row.CreatedAt),
            })
            .ToListAsync(ct);
        var open = waiting.SingleOrDefault(group => !group.Parked);
        metrics.Observe(
            open?.Count ?? 0,
            waiting.SingleOrDefault(group => group.Parked)?.Count ?? 0,
            open is null ? TimeSpan.Zero : now - open.Oldest
        );

        await ForgetAsync(
            null,
            () =>
                db.Database.ExecuteSqlAsync(
                    $"""
                    delete from inbox where ctid in (select ctid from inbox where consumed_at < {now - KeepInbox} limit 1000)
                    """,
                    ct
                )
        );
    }
}
