using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Integrationskonzept.ServiceDefaults.Messaging;

/// <summary>Measures the outbox every few seconds; forgets inbox entries after 7 days, in batches.</summary>
sealed class MessagingHousekeeping(
    IServiceScopeFactory scopes, MessagingMetrics metrics, TimeProvider time, ILogger<MessagingHousekeeping> log) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(5), KeepInbox = TimeSpan.FromDays(7);

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try { await RunAsync(ct); }
            catch (Exception failure) when (!ct.IsCancellationRequested) { log.LogWarning(failure, "Messaging housekeeping failed"); }
        }
        while (await timer.WaitForNextTickAsync(ct));
    }

    async Task RunAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        var now = time.GetUtcNow();
        var waiting = await db.Outbox.GroupBy(row => row.Parked)
            .Select(group => new { Parked = group.Key, Count = group.Count(), Oldest = group.Min(row => row.CreatedAt) }).ToListAsync(ct);
        var open = waiting.SingleOrDefault(group => !group.Parked);
        metrics.Observe(open?.Count ?? 0, waiting.SingleOrDefault(group => group.Parked)?.Count ?? 0, open is null ? TimeSpan.Zero : now - open.Oldest);

        await db.Database.ExecuteSqlAsync($"""
            delete from inbox where ctid in (select ctid from inbox where consumed_at < {now - KeepInbox} limit 1000)
            """, ct);
    }
}
