using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integrationskonzept.ServiceDefaults.Work;

/// <summary>
/// That something is to be done at a time. Carries the tenant as data, without a policy, so that one worker sees all that is due.
/// </summary>
public interface IDue
{
    Guid DueId { get; }
    string TenantSlug { get; }
}

/// <summary>
/// Does what is due, one row after the other; rows are locked, so that any number of processes may look. The work itself is done within the
/// tenant, in a transaction of its own: after a crash before the row is settled it is done once more, so it must do no harm the second
/// time. A row that fails waits a minute and holds up no other.
/// </summary>
public abstract class DueWork<TRow>(WorkTools tools, TimeSpan every) : RecurringWork(tools, every)
    where TRow : class, IDue
{
    static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    readonly Dictionary<Guid, DateTimeOffset> failed = [];

    /// <summary>The first row that is due and not in <paramref name="but"/>, locked, past those that others have locked.</summary>
    protected abstract IQueryable<TRow> Next(ServiceDb db, DateTimeOffset now, Guid[] but);

    /// <summary>Within the tenant.</summary>
    protected abstract Task DoAsync(TRow due, IServiceProvider services, CancellationToken ct);

    /// <summary>It is done.</summary>
    protected virtual void Settle(ServiceDb db, TRow due) => db.Remove(due);

    protected sealed override async Task RunAsync(CancellationToken ct)
    {
        foreach (var id in failed.Where(row => row.Value + Pause <= Now).Select(row => row.Key).ToList())
            failed.Remove(id);
        while (await DoNextAsync(ct)) { }
        HasFailed |= failed.Count > 0;
    }

    async Task<bool> DoNextAsync(CancellationToken ct)
    {
        await using var scope = NewScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await Next(db, Now, [.. failed.Keys]).SingleOrDefaultAsync(ct) is not { } due)
            return false;
        using var span = StartSpan(due.TenantSlug);
        var isDone = await TryAsync(due.TenantSlug, () => DoAsync(due, ct), ct);
        span?.SetTag("kind", typeof(TRow).Name).SetTag("outcome", isDone ? "done" : "failed");
        if (isDone)
            Settle(db, due);
        else
            failed[due.DueId] = Now;
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    async Task DoAsync(TRow due, CancellationToken ct)
    {
        await using var scope = NewScope(due.TenantSlug);
        await DoAsync(due, scope.ServiceProvider, ct);
    }
}
