using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Integrationskonzept.ServiceDefaults.Persons;

/// <summary>
/// Forgets somebody in the Landkreis of its scope. First the mark that they are to be forgotten: whoever of their requests is done later
/// sees it, and forgets once more. Then all classes of data in one transaction.
/// </summary>
sealed class PersonEraser(ServiceDb db, IEnumerable<IPersonalData> all, TenantContext tenant, TimeProvider time)
{
    const int MostTries = 3;

    /// <summary>A second time, or after a failure, it does what is left to do.</summary>
    /// <returns>What was done in all, by table.</returns>
    public async Task<IReadOnlyDictionary<string, int>> EraseAsync(Person person, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync(
            $$"""
            insert into erased_persons (tenant, person_hash, erased_at, rows)
            values ({{tenant.Required}}, {{person.Hash}}, {{time.GetUtcNow()}}, '{}') on conflict do nothing
            """,
            ct
        );
        for (var tries = 1; ; tries++)
        {
            foreach (var data in all)
                await data.LeaveAsync(person, ct);
            try
            {
                return await db.InTransactionAsync(() => ForgetAsync(person, ct), ct);
            }
            catch (StillTakesPart) when (tries < MostTries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    async Task<Dictionary<string, int>> ForgetAsync(Person person, CancellationToken ct)
    {
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
    }
}

/// <summary>Of somebody who is to be forgotten something began after they had left; it ends by the rules of the field first.</summary>
public sealed class StillTakesPart() : Exception("Somebody who is to be forgotten takes part in something that is still ahead.");

/// <summary>Forgets somebody in every Landkreis that the service knows, one after the other.</summary>
sealed class EverywhereEraser(ServiceDb db, IServiceScopeFactory scopes, TenantContext tenant)
{
    /// <summary>A Landkreis in which it fails keeps no other from it.</summary>
    /// <exception cref="AggregateException">It failed somewhere, and is to be tried again.</exception>
    public async Task<IReadOnlyDictionary<string, int>> EraseAsync(Person person, CancellationToken ct)
    {
        var rows = new ErasedRows();
        var failures = new List<Exception>();
        // And in what is no Landkreis' own, in whose name the message came.
        foreach (var slug in (await db.KnownTenants.Select(known => known.Slug).ToListAsync(ct)).Append(tenant.Required).Distinct())
            try
            {
                await using var scope = scopes.CreateScopeOf(slug);
                rows.Add(await scope.ServiceProvider.GetRequiredService<PersonEraser>().EraseAsync(person, ct));
            }
            catch (Exception failure) when (!ct.IsCancellationRequested)
            {
                failures.Add(failure);
            }
        return failures.Count == 0 ? rows.ByTable : throw new AggregateException(failures);
    }
}
