using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.ServiceDefaults.Data;

/// <summary>How aggregates are found.</summary>
public static class AggregateQueries
{
    /// <summary>The aggregate of that id in the current tenant, or a 404.</summary>
    public static async Task<T> GetAsync<T>(this IQueryable<T> rows, Guid id, CancellationToken ct)
        where T : Aggregate => await rows.SingleOrDefaultAsync(row => row.Id == id, ct) ?? throw new NotFoundProblem();
}
