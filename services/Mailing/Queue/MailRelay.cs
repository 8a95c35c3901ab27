using System.Diagnostics;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Mailing.Queue;

/// <summary>
/// Sends what the queue holds. A process leases due mails (others skip them, so any number of relays work side by side) and holds no
/// connection to the database while it talks to a server. What a crashed process had leased is due again when its lease is over.
/// </summary>
sealed class MailRelay(WorkTools tools, IOptions<MailOptions> options) : RecurringWork(tools, options.Value.LookEvery)
{
    const int BatchSize = 20, AtOnce = 4;
    static readonly ActivitySource Spans = new("Integrationskonzept.Mailing");

    protected override async Task RunAsync(CancellationToken ct)
    {
        while (await RelayBatchAsync(ct) == BatchSize) { }
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
        await using var scope = NewScope();
        var (claim, now) = (leased[0].Claim, Now);
        await scope.ServiceProvider.GetRequiredService<ServiceDb>().Database.ExecuteSqlAsync(
            $"update mails set claim = null, due_at = {now} where claim = {claim} and state = 'Waiting'", CancellationToken.None);
    }

    async Task DeliverAsync(List<QueuedMail> leased, CancellationToken ct) =>
        await Parallel.ForEachAsync(leased, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (mail, token) =>
        {
            // Before anything else is made: what writes mails is the tenant's.
            await using var scope = NewScope(mail.TenantSlug);
            using var span = Spans.StartActivity($"mail {mail.Kind}");
            span?.SetTag("tenant", mail.TenantSlug).SetBaggage("tenant", mail.TenantSlug);
            await scope.ServiceProvider.GetRequiredService<MailDelivery>().DeliverAsync(mail, token);
        });

    async Task<List<QueuedMail>> LeaseAsync(CancellationToken ct)
    {
        await using var scope = NewScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        var (now, claim) = (Now, Guid.CreateVersion7());
        return await db.Set<QueuedMail>().FromSql($"""
            update mails set claim = {claim}, due_at = {now + options.Value.Lease} where id in (
                select id from mails where state in ('Waiting', 'Sending') and due_at <= {now}
                order by due_at limit {BatchSize} for update skip locked)
            returning *
            """).AsNoTracking().ToListAsync(ct);
    }
}
