using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Programme.Budgets;

/// <summary>A mandate's events, items and sources, read together; three small tables, bounded.</summary>
sealed class Ledger(SchedulingDb db)
{
    const int MostEvents = 1000;

    public async Task<(BudgetDto Report, IReadOnlyList<Event> Events, IReadOnlyList<BudgetItem> Items)> ReadAsync(
        Guid mandateId,
        CancellationToken ct
    )
    {
        var mandate = await db.Mandates.AsNoTracking().GetAsync(mandateId, ct);
        var events = await db
            .Events.AsNoTracking()
            .Where(row => row.MandateId == mandateId)
            .OrderBy(row => row.Day)
            .Take(MostEvents)
            .ToListAsync(ct);
        var items = await db
            .BudgetItems.AsNoTracking()
            .Where(row => row.MandateId == mandateId)
            .OrderBy(row => row.Id)
            .Take(BudgetTables.MostItems)
            .ToListAsync(ct);
        var sources = (await db.Fundings.AsNoTracking().SingleOrDefaultAsync(row => row.Id == mandateId, ct))?.Sources ?? [];
        return (BudgetReport.Make(mandate, events, items, sources), events, items);
    }
}
