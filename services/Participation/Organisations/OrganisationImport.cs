using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Participation.Organisations;

/// <summary>What becomes of a row.</summary>
public enum ImportFate
{
    /// <summary>A new organisation.</summary>
    New,

    /// <summary>An organisation that is known already gets what the row says.</summary>
    Changed,

    /// <summary>All of it is known already.</summary>
    Unchanged,

    /// <summary>It can't be used; the problems say why.</summary>
    Refused,
}

/// <summary>
/// A table of organisations that somebody sent, read and compared, and not stored as organisations yet: that takes a second step, after
/// they have seen what would become of every row. Forgotten when it is applied or discarded, and after a day.
/// </summary>
public sealed class OrganisationImport : Aggregate
{
    public const int MostRows = 5000;
    public static readonly TimeSpan Keep = TimeSpan.FromDays(1);

    public required DateTimeOffset CreatedAt { get; init; }
    public required List<ImportedOrganisation> Rows { get; init; }

    /// <summary>Changes the organisations that are known and returns those that are new, in the file's order.</summary>
    /// <exception cref="ImportOutdated">One of them was made or changed since the table was read.</exception>
    public IReadOnlyList<Organisation> Apply(IReadOnlyDictionary<string, Organisation> known)
    {
        var made = new List<Organisation>();
        foreach (var row in Rows.Where(row => row.Fate is not ImportFate.Refused))
        {
            var there = known.GetValueOrDefault(row.Name);
            if ((there?.Id, there?.Version) != (row.OrganisationId, row.Version))
                throw new ImportOutdated(row.Name);
            if (row.Fate is ImportFate.Unchanged)
                continue;
            var organisation = there ?? new Organisation { Name = row.Name, Group = row.Group!.Value };
            organisation.Group = row.Group!.Value;
            organisation.Networks = row.Networks ?? organisation.Networks;
            organisation.Languages = row.Languages ?? organisation.Languages;
            organisation.Contacts = row.Contacts ?? organisation.Contacts;
            if (there is null)
                made.Add(organisation);
        }
        return made;
    }
}

/// <summary>A row, or several with the same name: one organisation.</summary>
public sealed record ImportedOrganisation
{
    /// <summary>Number of its first row as an office program shows it.</summary>
    public required int Number { get; init; }
    public required string Name { get; init; }
    public StakeholderGroup? Group { get; init; }

    /// <summary>Null where the table has no column for it: then what is known stays.</summary>
    public List<string>? Networks { get; init; }

    /// <inheritdoc cref="Networks"/>
    public List<string>? Languages { get; init; }

    /// <inheritdoc cref="Networks"/>
    public List<Contact>? Contacts { get; init; }

    /// <summary>How many contacts of the organisation the table does not have: they would go.</summary>
    public int ContactsLost { get; init; }
    public ImportFate Fate { get; init; }

    /// <summary>The organisation that has the name already, and its version when the table was read.</summary>
    public Guid? OrganisationId { get; init; }
    public int? Version { get; init; }
    public List<ImportProblem> Problems { get; init; } = [];

    /// <summary>What is to become of it, beside what is known.</summary>
    internal ImportedOrganisation Beside(Organisation? known) =>
        this with
        {
            OrganisationId = known?.Id,
            Version = known?.Version,
            ContactsLost = Contacts is null ? 0 : known?.Contacts.Except(Contacts).Count() ?? 0,
            Fate =
                Problems.Count > 0 ? ImportFate.Refused
                : known is null ? ImportFate.New
                : Says(known) ? ImportFate.Unchanged
                : ImportFate.Changed,
        };

    bool Says(Organisation known) =>
        known.Group == Group
        && known.Networks.SequenceEqual(Networks ?? known.Networks)
        && known.Languages.SequenceEqual(Languages ?? known.Languages)
        && known.Contacts.SequenceEqual(Contacts ?? known.Contacts);
}

/// <param name="Row">Number of the row as an office program shows it.</param>
/// <param name="Column">Heading of the column.</param>
/// <param name="De">What is wrong and how to mend it, German.</param>
/// <param name="En">The same in English.</param>
public sealed record ImportProblem(int Row, string Column, string De, string En);

sealed class OrganisationImportTable : IEntityTypeConfiguration<OrganisationImport>
{
    public void Configure(EntityTypeBuilder<OrganisationImport> import)
    {
        import.Property(row => row.Rows).HasJson();
        import.HasIndex(row => new { row.Tenant, row.CreatedAt });
    }
}

/// <summary>Somebody made or changed one of the organisations since the table was read.</summary>
public sealed class ImportOutdated(string name)
    : ConflictProblem(
        "import-outdated",
        new(
            $"„{name}“ hat inzwischen jemand angelegt oder geändert. Es wurde nichts übernommen; laden Sie die Tabelle noch einmal.",
            $"Somebody has made or changed \"{name}\" meanwhile. Nothing was stored; send the table once more."
        )
    );
