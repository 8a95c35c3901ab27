using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Programme.Budgets;

/// <summary>A mandate's events, items and sources, read together; three small tables, bounded.</summary>
sealed class Ledger(SchedulingDb db)
{
    const int MostEvents = 1000;

    public async Task<(BudgetDto Report, IReadOnlyList<Event> Events, IReadOnlyList<BudgetItem> Items)> ReadAsync(Guid mandateId, CancellationToken ct)
    {
        var mandate = await db.Mandates.AsNoTracking().GetAsync(mandateId, ct);
        var events = await db.Events.AsNoTracking().Where(row => row.MandateId == mandateId).OrderBy(row => row.Day).Take(MostEvents).ToListAsync(ct);
        var items = await db.BudgetItems.AsNoTracking().Where(row => row.MandateId == mandateId).OrderBy(row => row.Id).Take(BudgetTables.MostItems).ToListAsync(ct);
        var sources = (await db.Fundings.AsNoTracking().SingleOrDefaultAsync(row => row.Id == mandateId, ct))?.Sources ?? [];
        return (BudgetReport.Of(mandate, events, items, sources), events, items);
    }

    /// <summary>
    /// Changes and saves while nobody else changes this budget. What is planned and what is ordered stays within the grant; a bill that came is booked.
    /// </summary>
    public Task<T> KeepWithinGrantAsync<T>(Guid mandateId, Func<Task<T>> change, CancellationToken ct) => db.InTransactionAsync(async () =>
    {
        var mandate = await db.Mandates.FromSql($"select * from mandates where id = {mandateId} for update").AsNoTracking().SingleOrDefaultAsync(ct) ?? throw new NotFoundProblem();
        var before = (await ReadAsync(mandateId, ct)).Report.Total;
        var result = await change();
        var after = (await ReadAsync(mandateId, ct)).Report.Total;
        if (after.Planned > mandate.Budget && after.Planned > before.Planned) throw new GrantExceeded(after.Planned, mandate.Budget);
        if (after.Committed > mandate.Budget && after.Committed > before.Committed) throw new GrantExceeded(after.Committed, mandate.Budget);
        return result;
    }, ct);

    /// <summary>The same for an item.</summary>
    public Task<T> KeepWithinGrantAsync<T>(Guid mandateId, Func<Task<BudgetItem>> change, Func<BudgetItem, T> view, CancellationToken ct) => KeepWithinGrantAsync(mandateId, async () =>
    {
        var row = await change();
        if (row.EventId is { } id && !await db.Events.AnyAsync(held => held.Id == id && held.MandateId == mandateId, ct)) throw new EventOfOtherMandate();
        await db.SaveChangesAsync(ct);
        return view(row);
    }, ct);
}
