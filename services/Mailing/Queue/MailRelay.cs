using System.Diagnostics;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Mailing.Queue;

/// <summary>
/// Sends what the queue holds. A process leases due mails (others skip them, so any number of relays work side by side) and holds no
/// connection to the database while it talks to a server. What a crashed process had leased is due again when its lease is over.
/// </summary>
sealed class MailRelay(IServiceScopeFactory scopes, TimeProvider time, IOptions<MailOptions> options, ILogger<MailRelay> log) : BackgroundService
{
    const int BatchSize = 20, AtOnce = 4;
    static readonly ActivitySource Spans = new("Integrationskonzept.Mailing");

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(options.Value.LookEvery, time);
        do
        {
            try { while (await RelayBatchAsync(ct) == BatchSize) { } }
            catch (Exception failure) when (!ct.IsCancellationRequested) { log.LogError(failure, "The queue of mails could not be read"); }
        }
        while (await timer.WaitForNextTickAsync(ct));
    }

    async Task<int> RelayBatchAsync(CancellationToken ct)
    {
        var leased = await LeaseAsync(ct);
        try { await DeliverAsync(leased, ct); }
        finally { if (ct.IsCancellationRequested) await GiveBackAsync(leased); }
        return leased.Count;
    }

    /// <summary>What was leased and not begun need not wait for the end of its lease; what is being sent is in doubt and does.</summary>
    async Task GiveBackAsync(List<QueuedMail> leased)
    {
        if (leased.Count == 0) return;
        await using var scope = scopes.CreateAsyncScope();
        var (claim, now) = (leased[0].Claim, time.GetUtcNow());
        await scope.ServiceProvider.GetRequiredService<ServiceDb>().Database.ExecuteSqlAsync(
            $"update mails set claim = null, due_at = {now} where claim = {claim} and state = 'Waiting'", CancellationToken.None);
    }

    async Task DeliverAsync(List<QueuedMail> leased, CancellationToken ct) =>
        await Parallel.ForEachAsync(leased, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (mail, token) =>
        {
            await using var scope = scopes.CreateAsyncScope();
            using var span = Spans.StartActivity($"mail {mail.Kind}");
            span?.SetTag("tenant", mail.TenantSlug).SetBaggage("tenant", mail.TenantSlug);
            // Before anything else is made: what writes mails is the tenant's.
            scope.ServiceProvider.GetRequiredService<TenantContext>().Enter(mail.TenantSlug);
            await scope.ServiceProvider.GetRequiredService<MailDelivery>().DeliverAsync(mail, token);
        });

    async Task<List<QueuedMail>> LeaseAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        var (now, claim) = (time.GetUtcNow(), Guid.CreateVersion7());
        return await db.Set<QueuedMail>().FromSql($"""
            update mails set claim = {claim}, due_at = {now + options.Value.Lease} where id in (
                select id from mails where state in ('Waiting', 'Sending') and due_at <= {now}
                order by due_at limit {BatchSize} for update skip locked)
            returning *
            """).AsNoTracking().ToListAsync(ct);
    }
}
