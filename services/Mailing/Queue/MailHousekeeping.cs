using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Mailing.Queue;

/// <summary>Measures the queue every few seconds; forgets settled mails and used up shares, in batches.</summary>
sealed class MailHousekeeping(WorkTools tools, MailMetrics metrics, IOptions<MailOptions> options)
    : Housekeeping(tools, TimeSpan.FromSeconds(5))
{
    protected override async Task RunAsync(CancellationToken ct)
    {
        await using var scope = NewScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        var now = Now;
        var open = db.Set<QueuedMail>().Where(mail => mail.State == MailState.Waiting || mail.State == MailState.Sending);
        var oldest = await open.MinAsync(mail => (DateTimeOffset?)mail.CreatedAt, ct);
        var parked = await db.Set<QueuedMail>().CountAsync(mail => mail.State == MailState.Parked, ct);
        metrics.Observe(await open.CountAsync(ct), parked, oldest is { } since ? now - since : TimeSpan.Zero);

        await ForgetAsync(
            null,
            async () =>
                await db.Database.ExecuteSqlAsync(
                    $"""
                    delete from mails where id in (select id from mails where settled_at < {now - options.Value.KeepSettled} limit 1000)
                    """,
                    ct
                )
                + await db.Database.ExecuteSqlAsync(
                    $"""
                    delete from address_allowance where ctid in (select ctid from address_allowance where until < {now} limit 1000)
                    """,
                    ct
                )
        );
    }
}

sealed class MailHealth(MailMetrics metrics, IOptions<MailOptions> options) : IHealthCheck
{
    static readonly TimeSpan TooOld = TimeSpan.FromMinutes(10);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken ct = default) =>
        Task.FromResult(
            options.Value.Smtp is null && string.IsNullOrEmpty(options.Value.PickupFolder)
                ? HealthCheckResult.Degraded("No mail server: set Mail:Smtp. Mails of Landkreise without a server of their own wait.")
            : metrics.Parked > 0 ? HealthCheckResult.Degraded($"{metrics.Parked} mails wait for an operator; see docs/operations.")
            : metrics.OldestAge > TooOld
                ? HealthCheckResult.Degraded($"{metrics.Depth} mails wait, the oldest for {metrics.OldestAge.TotalMinutes:0} minutes.")
            : HealthCheckResult.Healthy()
        );
}
