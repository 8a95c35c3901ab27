using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;

namespace Integrationskonzept.Participation.Organisations;

/// <summary>A table that was read, with what would become of every row. Forgotten after a day.</summary>
/// <param name="Id">Id.</param>
/// <param name="Version">Version.</param>
/// <param name="CreatedAt">When it was read.</param>
/// <param name="Counts">How many of each fate.</param>
/// <param name="Rows">The organisations in the table's order, at most 5,000.</param>
public sealed record OrganisationImportDto(
    Guid Id,
    int Version,
    DateTimeOffset CreatedAt,
    ImportCounts Counts,
    IReadOnlyList<ImportRowDto> Rows
) : IVersioned
{
    internal static OrganisationImportDto From(OrganisationImport import) =>
        new(import.Id, import.Version, import.CreatedAt, ImportCounts.Of(import), [.. import.Rows.Select(ImportRowDto.From)]);
}

/// <param name="New">New organisations.</param>
/// <param name="Changed">Organisations that get what the table says.</param>
/// <param name="Unchanged">Organisations of which all is known already.</param>
/// <param name="Refused">Organisations that can't be used.</param>
public sealed record ImportCounts(int New, int Changed, int Unchanged, int Refused)
{
    internal static ImportCounts Of(OrganisationImport import)
    {
        int Count(ImportFate fate) => import.Rows.Count(row => row.Fate == fate);
        return new(Count(ImportFate.New), Count(ImportFate.Changed), Count(ImportFate.Unchanged), Count(ImportFate.Refused));
    }
}

/// <param name="Number">Number of its first row as an office program shows it; the headings are 1.</param>
/// <param name="Name">Name.</param>
/// <param name="Fate">What would become of it.</param>
/// <param name="Contacts">How many contacts it has.</param>
/// <param name="Problems">Why it can't be used.</param>
/// <param name="Group">Stakeholder group, if it can be read.</param>
/// <param name="OrganisationId">The organisation that has the name already.</param>
/// <param name="ContactsLost">How many contacts of that organisation the table does not have; they would go.</param>
public sealed record ImportRowDto(
    int Number,
    string Name,
    ImportFate Fate,
    int Contacts,
    IReadOnlyList<ImportProblemDto> Problems,
    StakeholderGroup? Group = null,
    Guid? OrganisationId = null,
    int ContactsLost = 0
)
{
    internal static ImportRowDto From(ImportedOrganisation row) =>
        new(
            row.Number,
            row.Name,
            row.Fate,
            row.Contacts?.Count ?? 0,
            [.. row.Problems.Select(ImportProblemDto.From)],
            row.Group,
            row.OrganisationId,
            row.ContactsLost
        );
}

/// <param name="Row">Number of the row.</param>
/// <param name="Column">Heading of the column.</param>
/// <param name="Text">What is wrong and how to mend it, in the reader's language.</param>
public sealed record ImportProblemDto(int Row, string Column, string Text)
{
    internal static ImportProblemDto From(ImportProblem problem) =>
        new(problem.Row, problem.Column, new Text(problem.De, problem.En).ToString());
}
