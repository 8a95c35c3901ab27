namespace Integrationskonzept.ServiceDefaults.Data;

/// <summary>For slices that must lock before they look.</summary>
public static class Transactions
{
    /// <summary>Runs the work in the request's transaction, where there is one (idempotency key), else in one of its own.</summary>
    public static async Task<T> InTransactionAsync<T>(this ServiceDb db, Func<Task<T>> work, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is not null)
            return await work();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var result = await work();
        await transaction.CommitAsync(ct);
        db.WakeRelay();
        return result;
    }
}
