using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integrationskonzept.ServiceDefaults.Persons;

/// <summary>
/// Forgets somebody in the Landkreis of its scope: all classes of data in one transaction, with the mark that it was done.
/// </summary>
sealed class PersonEraser(ServiceDb db, IEnumerable<IPersonalData> all, TenantContext tenant, TimeProvider time)
{
    /// <summary>A second time, or after a failure, it does what is left to do.</summary>
    /// <returns>What was done in all, by table.</returns>
    public async Task<IReadOnlyDictionary<string, int>> EraseAsync(Person person, CancellationToken ct)
    {
        foreach (var data in all)
            await data.LeaveAsync(person, ct);
        return await db.InTransactionAsync(
            async () =>
            {
                await db.Database.ExecuteSqlAsync(
                    $$"""
                    insert into erased_persons (tenant, person_hash, erased_at, rows)
                    values ({{tenant.Required}}, {{person.Hash}}, {{time.GetUtcNow()}}, '{}') on conflict do nothing
                    """,
                    ct
                );
                var hash = person.Hash;
                // Of two at once the second waits, and finds nothing more to do.
                var mark = await db.Set<ErasedPerson>()
                    .FromSql($"select * from erased_persons where person_hash = {hash} for update")
                    .SingleAsync(ct);
                var rows = new ErasedRows();
                foreach (var data in all)
                {
                    await data.EraseAsync(person, rows, ct);
                    await db.SaveChangesAsync(ct);
                }
                rows.Add(mark.Rows);
                mark.Rows = new(rows.ByTable);
                await db.SaveChangesAsync(ct);
                return mark.Rows;
            },
            ct
        );
    }
}

/// <summary>Forgets somebody in every Landkreis that the service knows, one after the other.</summary>
sealed class EverywhereEraser(ServiceDb db, IServiceScopeFactory scopes, TenantContext tenant)
{
    public async Task<IReadOnlyDictionary<string, int>> EraseAsync(Person person, CancellationToken ct)
    {
        var rows = new ErasedRows();
        // And in what is no Landkreis' own, in whose name the message came.
        foreach (var slug in (await db.KnownTenants.Select(known => known.Slug).ToListAsync(ct)).Append(tenant.Required).Distinct())
        {
            await using var scope = scopes.CreateScopeOf(slug);
            rows.Add(await scope.ServiceProvider.GetRequiredService<PersonEraser>().EraseAsync(person, ct));
        }
        return rows.ByTable;
    }
}
