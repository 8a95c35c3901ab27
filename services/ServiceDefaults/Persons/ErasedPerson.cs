using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.ServiceDefaults.Persons;

/// <summary>
/// That somebody was forgotten here. As long as it is remembered nothing of theirs comes into being: neither by a token that was issued
/// before nor by a message that comes late. Holds a hash of an id that leads nowhere.
/// </summary>
public sealed class ErasedPerson : ITenantOwned
{
    /// <inheritdoc/>
    public string Tenant { get; private set; } = null!;

    /// <summary><see cref="Person.Hash"/>.</summary>
    public required string PersonHash { get; init; }

    /// <summary>When it was first done.</summary>
    public required DateTimeOffset ErasedAt { get; init; }

    /// <summary>What was done in all, by table: an erasure that is tried again says what all its tries did.</summary>
    public Dictionary<string, int> Rows { get; set; } = [];
}

static class ErasedPersons
{
    public static void AddErasedPersons(this ModelBuilder model) =>
        model.Entity<ErasedPerson>(erased =>
        {
            erased.ToTable("erased_persons");
            erased.HasKey(row => new { row.Tenant, row.PersonHash });
            erased.Property(row => row.PersonHash).HasMaxLength(64);
            erased.Property(row => row.Rows).HasJson();
            erased.HasIndex(row => new { row.Tenant, row.ErasedAt });
        });

    /// <summary>When they were forgotten here, or null; by its key.</summary>
    public static Task<DateTimeOffset?> ErasedAtAsync(this ServiceDb db, Person person, CancellationToken ct)
    {
        var hash = person.Hash;
        return db.Set<ErasedPerson>()
            .Where(row => row.PersonHash == hash)
            .Select(row => (DateTimeOffset?)row.ErasedAt)
            .SingleOrDefaultAsync(ct);
    }
}
