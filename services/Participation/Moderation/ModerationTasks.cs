using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Tasks;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Moderation;

/// <summary>The queue as one task: how many cases wait that nobody else looks at. It is due the next day, as people wait.</summary>
sealed class CasesToDecide(ParticipationDb db, Caller caller, TenantClock clock) : ITaskSource
{
    public TaskKind Kind => TaskKind.Moderate;
    public string Permission => Permissions.ModerationDecide;

    public async Task<FoundTasks> FindAsync(CancellationToken ct)
    {
        var (me, now) = (caller.Id, clock.GetUtcNow());
        var mine = db
            .ModerationCases.AsNoTracking()
            .Where(row => row.Outcome == null && (row.ClaimedBy == null || row.ClaimedBy == me || row.ClaimedUntil <= now));
        var first = await mine.OrderBy(row => row.Id).Select(row => new { row.Id, row.OpenedAt }).FirstOrDefaultAsync(ct);
        if (first is null)
            return FoundTasks.None;
        var (count, landkreis) = (await mine.CountAsync(ct), await clock.LandkreisAsync(ct));
        var title =
            count == 1
                ? new Text("Moderation: 1 Fall wartet", "Moderation: 1 case waits")
                : new Text($"Moderation: {count} Fälle warten", $"Moderation: {count} cases wait");
        return new(
            [new(Kind, title.ToString(), new(TaskSubjectType.ModerationCase, first.Id), landkreis.DayOf(first.OpenedAt).AddDays(1), count)],
            1
        );
    }
}
