using Integrationskonzept.Participation.Screening;
using Integrationskonzept.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Participation.Moderation;

/// <summary>Measures how much waits for moderators, and for how long.</summary>
sealed class ModerationWatch(WorkTools tools, IOptions<ModerationOptions> options, ModerationMetrics metrics)
    : RecurringWork(tools, options.Value.LookEvery)
{
    protected override Task RunAsync(CancellationToken ct) =>
        ForEachTenantAsync(
            async (tenant, services) =>
            {
                var open = services.GetRequiredService<ParticipationDb>().ModerationCases.Where(row => row.Outcome == null);
                var waiting = await open.GroupBy(_ => 1)
                    .Select(rows => new { Count = rows.Count(), Oldest = rows.Min(row => row.OpenedAt) })
                    .SingleOrDefaultAsync(ct);
                metrics.Waiting(tenant, waiting?.Count ?? 0, waiting is null ? TimeSpan.Zero : Now - waiting.Oldest);
            },
            ct
        );
}

/// <summary>
/// Forgets what was decided long ago: reports, cases that changed nothing or were undone, appeals, blocks that are over. Why something is
/// still hidden stays as long as it is; the log stays.
/// </summary>
sealed class ModerationHousekeeping(WorkTools tools, IOptions<ModerationOptions> options) : Housekeeping(tools, options.Value.ForgetEvery)
{
    protected override Task RunAsync(CancellationToken ct) =>
        ForgetOfEachTenantAsync(
            async services =>
            {
                var (db, end) = (services.GetRequiredService<ParticipationDb>(), Now - options.Value.KeepFor);
                var old = db.ModerationCases.Where(row => row.DecidedAt < end);
                return await db.Reports.Where(report => old.Any(row => row.Id == report.CaseId)).ExecuteDeleteAsync(ct)
                    + await old.Where(row => row.Outcome != CaseOutcome.Hidden && row.Outcome != CaseOutcome.AppealRejected)
                        .ExecuteDeleteAsync(ct)
                    + await old.Where(row => row.AppealText != null)
                        .ExecuteUpdateAsync(set => set.SetProperty(row => row.AppealText, (string?)null), ct)
                    + await db.Blocks.Where(row => row.LiftedAt < end || row.Until < end).ExecuteDeleteAsync(ct);
            },
            ct
        );
}
