using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Mailing.Queue;

/// <summary>
/// Sends what the queue holds, a lane for each Landkreis: where the server of one is slow or silent, the mails of the others go on. A
/// process leases due mails (others skip them, so any number of relays work side by side) and holds no connection to the database while it
/// talks to a server. What a crashed process had leased is due again when its lease is over.
/// </summary>
sealed class MailRelay(WorkTools tools, IOptions<MailOptions> options) : RecurringWork(tools, options.Value.LookEvery)
{
    const int BatchSize = 20,
        AtOnce = 4,
        MostLanes = 8;

    readonly TimeProvider time = tools.Time;
    readonly Dictionary<string, Task> lanes = [];

    protected override async Task RunAsync(CancellationToken ct)
    {
        while (await LeaseAsync(ct) is { Count: > 0 } leased)
        {
            foreach (var lane in leased.GroupBy(mail => mail.TenantSlug))
                lanes[lane.Key] = RunLaneAsync(lane.Key, [.. lane], ct);
            if (leased.Count < BatchSize)
                return;
            await Task.WhenAny(lanes.Values.Append(Task.Delay(options.Value.LookEvery, time, ct)));
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await Task.WhenAll(lanes.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Until all are sent, the server does not answer, or half of the lease is over; what was not begun is given back.</summary>
    async Task RunLaneAsync(string tenant, List<QueuedMail> mails, CancellationToken ct)
    {
        var ends = Now + options.Value.Lease / 2;
        var answers = true;
        try
        {
            await TryAsync(
                tenant,
                () =>
                    Parallel.ForEachAsync(
                        mails,
                        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
                        async (mail, token) =>
                        {
                            if (Volatile.Read(ref answers) && Now < ends && !await DeliverAsync(mail, token))
                                Volatile.Write(ref answers, false);
                        }
                    ),
                ct
            );
        }
        finally
        {
            await GiveBackAsync(mails[0].Claim, tenant, answers ? Now : Now + options.Value.FirstPause);
        }
    }

    async Task<bool> DeliverAsync(QueuedMail mail, CancellationToken ct)
    {
        // Before anything else is made: what writes mails is the tenant's.
        await using var scope = NewScope(mail.TenantSlug);
        using var span = StartSpan(mail.TenantSlug)?.SetTag("kind", mail.Kind);
        return await scope.ServiceProvider.GetRequiredService<MailDelivery>().DeliverAsync(mail, ct);
    }

    /// <summary>What was leased and not begun need not wait for the end of its lease; what is being sent is in doubt and does.</summary>
    async Task GiveBackAsync(Guid? claim, string tenant, DateTimeOffset due)
    {
        await using var scope = NewScope();
        await scope
            .ServiceProvider.GetRequiredService<ServiceDb>()
            .Database.ExecuteSqlAsync(
                $"update mails set claim = null, due_at = {due} where claim = {claim} and tenant_slug = {tenant} and state = 'Waiting'",
                CancellationToken.None
            );
    }

    /// <summary>Of those who have no lane.</summary>
    async Task<List<QueuedMail>> LeaseAsync(CancellationToken ct)
    {
        foreach (var ended in lanes.Where(lane => lane.Value.IsCompleted).Select(lane => lane.Key).ToList())
            lanes.Remove(ended);
        if (lanes.Count >= MostLanes)
            return [];
        await using var scope = NewScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        var now = Now;
        var claim = Guid.CreateVersion7();
        var busy = lanes.Keys.ToArray();
        return await db.Set<QueuedMail>()
            .FromSql(
                $"""
                update mails set claim = {claim}, due_at = {now + options.Value.Lease} where id in (
                    select id from mails where state in ('Waiting', 'Sending') and due_at <= {now} and tenant_slug <> all({busy})
                    order by due_at limit {BatchSize} for update skip locked)
                returning *
                """
            )
            .AsNoTracking()
            .ToListAsync(ct);
    }
}
