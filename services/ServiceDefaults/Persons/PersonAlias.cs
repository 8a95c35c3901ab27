using System.Runtime.CompilerServices;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.ServiceDefaults.Persons;

/// <summary>
/// Under which random id a person stands in logs that nobody may change. When they are forgotten this row goes, and the log, as it was
/// written, leads to nobody.
/// </summary>
public sealed class PersonAlias : ITenantOwned
{
    /// <inheritdoc/>
    public string Tenant { get; private set; } = null!;

    /// <summary>Account id.</summary>
    public required Guid Person { get; init; }

    /// <summary>What stands in the logs of this Landkreis.</summary>
    public required Guid Alias { get; init; }
}

/// <summary>An entry of a log that names people and can't be changed later: it is stored with their aliases.</summary>
public interface INamesPersons
{
    /// <summary>Account ids that it names.</summary>
    IEnumerable<Guid> Persons { get; }

    /// <summary>Before it is stored.</summary>
    void UseAliases(IReadOnlyDictionary<Guid, Guid> aliases);
}

/// <summary>How logs name people.</summary>
public static class PersonAliases
{
    /// <summary>Entries that have theirs: where storing them is tried again, the alias gets none of its own.</summary>
    static readonly ConditionalWeakTable<INamesPersons, INamesPersons> Aliased = [];

    /// <summary>For services with such logs.</summary>
    public static void AddPersonAliases(this ModelBuilder model) =>
        model.Entity<PersonAlias>(alias =>
        {
            alias.ToTable("person_aliases");
            alias.HasKey(row => new { row.Tenant, row.Person });
            alias.HasIndex(row => new { row.Tenant, row.Alias }).IsUnique();
        });

    /// <summary>The people behind aliases; those who are forgotten are missing.</summary>
    public static Task<Dictionary<Guid, Guid>> PersonsOfAsync(this ServiceDb db, IEnumerable<Guid> aliases, CancellationToken ct)
    {
        var wanted = aliases.Distinct().ToList();
        return db.Set<PersonAlias>()
            .AsNoTracking()
            .Where(row => wanted.Contains(row.Alias))
            .ToDictionaryAsync(row => row.Alias, row => row.Person, ct);
    }

    /// <summary>The alias of somebody, or null if no log of this Landkreis names them.</summary>
    public static Task<Guid?> AliasOfAsync(this ServiceDb db, Person person, CancellationToken ct) =>
        db.Set<PersonAlias>().Where(row => row.Person == person.Id).Select(row => (Guid?)row.Alias).SingleOrDefaultAsync(ct);

    /// <summary>Takes the way from the logs to somebody.</summary>
    public static Task<int> ForgetAliasAsync(this ServiceDb db, Person person, CancellationToken ct) =>
        db.Set<PersonAlias>().Where(row => row.Person == person.Id).ExecuteDeleteAsync(ct);

    /// <summary>
    /// Those whom a log names for the first time get one; not those who are forgotten: they stand there under an id that nobody keeps.
    /// </summary>
    internal static async Task UseAliasesAsync(this ServiceDb db, string tenant, CancellationToken ct)
    {
        var added = db
            .ChangeTracker.Entries<INamesPersons>()
            .Where(entry => entry.State == EntityState.Added && !Aliased.TryGetValue(entry.Entity, out _))
            .Select(entry => entry.Entity)
            .ToList();
        var persons = added.SelectMany(entry => entry.Persons).Distinct().ToArray();
        if (persons.Length == 0)
            return;
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into person_aliases (tenant, person, alias)
            select {tenant}, person, gen_random_uuid() from unnest({persons}) as person where not exists (
                select from erased_persons where person_hash = encode(sha256(convert_to(person::text, 'UTF8')), 'hex')
            )
            on conflict do nothing
            """,
            ct
        );
        var aliases = await db.Set<PersonAlias>()
            .AsNoTracking()
            .Where(row => persons.Contains(row.Person))
            .ToDictionaryAsync(row => row.Person, row => row.Alias, ct);
        foreach (var person in persons)
            aliases.TryAdd(person, Guid.CreateVersion7());
        foreach (var entry in added)
        {
            entry.UseAliases(aliases);
            Aliased.Add(entry, entry);
        }
    }
}
