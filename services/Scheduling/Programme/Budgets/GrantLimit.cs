using Integrationskonzept.Planning;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Programme.Budgets;

/// <summary>The limit of a mandate's money: nothing is planned or ordered beyond what was granted.</summary>
sealed class GrantLimit(SchedulingDb db, Ledger ledger)
{
    /// <summary>
    /// Changes and saves while nobody else changes this budget. What is planned and what is ordered stays within the grant; a bill that
    /// came is booked.
    /// </summary>
    public Task<T> KeepAsync<T>(Guid mandateId, Func<Task<T>> change, CancellationToken ct) =>
        db.InTransactionAsync(
            async () =>
            {
                var mandate =
                    await db
                        .Mandates.FromSql($"select * from mandates where id = {mandateId} for update")
                        .AsNoTracking()
                        .SingleOrDefaultAsync(ct)
                    ?? throw new NotFoundProblem();
                var before = (await ledger.ReadAsync(mandateId, ct)).Report.Total;
                var result = await change();
                var after = (await ledger.ReadAsync(mandateId, ct)).Report.Total;
                if (after.Planned > mandate.Budget && after.Planned > before.Planned)
                    throw new GrantExceeded(after.Planned, mandate.Budget);
                if (after.Committed > mandate.Budget && after.Committed > before.Committed)
                    throw new GrantExceeded(after.Committed, mandate.Budget);
                return result;
            },
            ct
        );

    /// <summary>The same for an item.</summary>
    public Task<T> KeepAsync<T>(Guid mandateId, Func<Task<BudgetItem>> change, Func<BudgetItem, T> view, CancellationToken ct) =>
        KeepAsync(
            mandateId,
            async () =>
            {
                var row = await change();
                if (row.EventId is { } id && !await db.Events.AnyAsync(one => one.Id == id && one.MandateId == mandateId, ct))
                    throw new EventOfOtherMandate();
                await db.SaveChangesAsync(ct);
                return view(row);
            },
            ct
        );
}

/// <summary>More would be planned or ordered than was granted.</summary>
public sealed class GrantExceeded(decimal wanted, decimal granted)
    : UnprocessableProblem(
        "grant-exceeded",
        new(
            $"Damit wären {Money.De(wanted)} verplant oder beauftragt, bewilligt sind {Money.De(granted)}: es fehlen "
                + $"{Money.De(wanted - granted)}.",
            $"This would plan or commit {Money.En(wanted)}, {Money.En(granted)} are granted: {Money.En(wanted - granted)} are missing."
        )
    )
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, object?> Extensions { get; } =
        new Dictionary<string, object?>
        {
            ["wanted"] = wanted,
            ["granted"] = granted,
            ["missing"] = wanted - granted,
        };
}
