using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Messaging;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.TopicAreas;

/// <summary>Opens topic areas when their time has come; rows are locked, so that any number of processes may look.</summary>
sealed class TopicAreaOpener(IServiceScopeFactory scopes, TimeProvider time, ILogger<TopicAreaOpener> log) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Every, time);
        do
        {
            try { while (await OpenNextAsync(ct)) { } }
            catch (Exception failure) when (!ct.IsCancellationRequested) { log.LogError(failure, "Topic areas that are due could not be opened"); }
        }
        while (await timer.WaitForNextTickAsync(ct));
    }

    async Task<bool> OpenNextAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var openings = scope.ServiceProvider.GetRequiredService<ParticipationDb>();
        await using var transaction = await openings.Database.BeginTransactionAsync(ct);
        var due = await openings.Openings.FromSql($"""
            select * from openings where due_at <= {time.GetUtcNow()} order by due_at limit 1 for update skip locked
            """).SingleOrDefaultAsync(ct);
        if (due is null) return false;

        await OpenAsync(due, ct);
        openings.Openings.Remove(due);
        await openings.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    /// <summary>In a transaction of its own: opening twice is harmless, so a crash before the opening is removed is, too.</summary>
    async Task OpenAsync(Opening due, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<TenantContext>().Enter(due.TenantSlug);
        var db = scope.ServiceProvider.GetRequiredService<ParticipationDb>();
        var area = await db.TopicAreas.GetAsync(due.TopicAreaId, ct);
        if (area.State == TopicAreaState.Upcoming && area.Open(time.GetUtcNow()) is { } opened)
            scope.ServiceProvider.GetRequiredService<Outbox>().Add(opened);
        await db.SaveChangesAsync(ct);
    }
}
