using Integrationskonzept.Participation.Groups;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.Spreadsheets;

namespace Integrationskonzept.Participation.Organisations;

/// <summary>Reads a table of organisations: rows with the same name are one, with a contact each.</summary>
static class OrganisationTableReader
{
    /// <exception cref="ColumnsMissing">There is no column for name or group, or one that nobody knows.</exception>
    public static List<ImportedOrganisation> Read(SpreadsheetTable table, DateOnly today)
    {
        bool Has(string column) => table.Columns.Contains(column, StringComparer.OrdinalIgnoreCase);
        if (!Has(OrganisationColumns.Name) || !Has(OrganisationColumns.Group))
            throw new ColumnsMissing();
        if (
            table.Columns.FirstOrDefault(column => !OrganisationColumns.All.Contains(column, StringComparer.OrdinalIgnoreCase)) is
            { } strange
        )
            throw new HeadingUnknown(strange);
        return
        [
            .. table
                .Rows.GroupBy(
                    row => row[OrganisationColumns.Name] is { } name ? Unquoted(name) : $"({row.Number})",
                    StringComparer.OrdinalIgnoreCase
                )
                .Select(rows => Organisation([.. rows], Has, today)),
        ];
    }

    static ImportedOrganisation Organisation(IReadOnlyList<SpreadsheetRow> rows, Func<string, bool> has, DateOnly today)
    {
        var first = rows[0];
        var problems = new List<ImportProblem>();
        void Wrong(SpreadsheetRow row, string column, Text words) => problems.Add(new(row.Number, column, words.De, words.En));

        var name = first[OrganisationColumns.Name] is { } written ? Unquoted(written) : "";
        if (name.Length is 0 or > 200)
            Wrong(
                first,
                OrganisationColumns.Name,
                new("Der Name fehlt oder ist länger als 200 Zeichen.", "The name is missing or longer than 200 characters.")
            );
        else if (IsFormula(first[OrganisationColumns.Name]!))
            Wrong(
                first,
                OrganisationColumns.Name,
                new("Ein Name beginnt nicht mit =, +, - oder @.", "A name does not begin with =, +, - or @.")
            );
        var group = GroupNames.Find(first[OrganisationColumns.Group]);
        if (group is null)
            Wrong(
                first,
                OrganisationColumns.Group,
                new(
                    "Möglich sind Politik, Verwaltung, Zivilgesellschaft, Einrichtung, Migrantenorganisation.",
                    "Possible are Politics, Administration, Civil society, Institution, Migrant organisation."
                )
            );
        var languages = List(first, OrganisationColumns.Languages);
        if (languages.Find(tag => !OrganisationRules.IsLanguage(tag)) is { } unknown)
            Wrong(first, OrganisationColumns.Languages, OrganisationRules.UnknownLanguage(unknown));
        var networks = List(first, OrganisationColumns.Networks);
        if (networks.Exists(network => !OrganisationRules.IsNetwork(network)))
            Wrong(first, OrganisationColumns.Networks, OrganisationRules.NetworkTooLong);
        var contacts = rows.Select(row => Contact(row, today, Wrong)).OfType<Contact>().ToList();
        foreach (var row in rows.Skip(1))
        foreach (var column in new[] { OrganisationColumns.Group, OrganisationColumns.Networks, OrganisationColumns.Languages })
            if (row[column] is { } other && !other.Equals(first[column], StringComparison.OrdinalIgnoreCase))
                Wrong(
                    row,
                    column,
                    new(
                        $"In Zeile {first.Number} steht zu dieser Organisation etwas anderes.",
                        $"Row {first.Number} says something else of this organisation."
                    )
                );
        foreach (var row in rows.Skip(1).Where(row => row[OrganisationColumns.Contact] is null))
            Wrong(
                row,
                OrganisationColumns.Contact,
                new(
                    $"Diese Organisation steht schon in Zeile {first.Number}; eine weitere Zeile braucht einen weiteren Kontakt.",
                    $"This organisation stands in row {first.Number} already; a further row needs a further contact."
                )
            );
        if (
            networks.Count > OrganisationRules.MostNetworks
            || languages.Count > OrganisationRules.MostLanguages
            || contacts.Count > OrganisationRules.MostContacts
        )
            Wrong(
                first,
                OrganisationColumns.Name,
                new("Höchstens 20 Netzwerke, 20 Sprachen und 10 Kontakte.", "At most 20 networks, 20 languages and 10 contacts.")
            );
        return new()
        {
            Number = first.Number,
            Name = name,
            Group = group,
            Networks = has(OrganisationColumns.Networks) ? networks : null,
            Languages = has(OrganisationColumns.Languages) ? languages : null,
            Contacts = has(OrganisationColumns.Contact) ? contacts : null,
            Problems = problems,
        };
    }

    static Contact? Contact(SpreadsheetRow row, DateOnly today, Action<SpreadsheetRow, string, Text> wrong)
    {
        var (email, phone, consented) = (
            row[OrganisationColumns.Email] is { } mail ? Unquoted(mail) : null,
            row[OrganisationColumns.Phone] is { } number ? Organisations.Contact.Dialled(Unquoted(number)) : null,
            row[OrganisationColumns.ConsentedOn]
        );
        if (row[OrganisationColumns.Contact] is not { } name)
        {
            if ((email ?? phone ?? consented) is not null)
                wrong(row, OrganisationColumns.Contact, new("Zu diesem Kontakt fehlt der Name.", "This contact's name is missing."));
            return null;
        }
        var day = consented is null ? null : OrganisationColumns.ToDay(consented);
        if (consented is not null && day is null)
            wrong(row, OrganisationColumns.ConsentedOn, new("Schreiben Sie den Tag wie 03.05.2027.", "Write the day as 2027-05-03."));
        var contact = new Contact(Unquoted(name), email, phone, day);
        if (name.Length > 200 || email?.Length > 254 || phone?.Length > 50)
            wrong(row, OrganisationColumns.Contact, new("Name, Mail oder Telefon ist zu lang.", "Name, mail or telephone is too long."));
        else if (contact.Fault(today) is var (field, words))
            wrong(row, field == "email" ? OrganisationColumns.Email : OrganisationColumns.ConsentedOn, words);
        return contact;
    }

    static List<string> List(SpreadsheetRow row, string column) =>
        OrganisationRules.Distinct(Unquoted(row[column] ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>As we write what a table would take for a formula.</summary>
    static string Unquoted(string text) => text.StartsWith('\'') && IsFormula(text[1..]) ? text[1..] : text;

    static bool IsFormula(string text) => SpreadsheetWriter.Plain(text) != text;
}

/// <summary>The headings are not those of organisations.</summary>
public sealed class ColumnsMissing()
    : UnprocessableProblem(
        "columns-missing",
        new(
            $"In der ersten Zeile stehen die Spalten; Name und Gruppe braucht es. Möglich sind: {OrganisationColumns.InWords}.",
            $"The first row names the columns; Name and Gruppe are needed. Possible are: {OrganisationColumns.InWords}."
        )
    );

/// <summary>A heading that nobody knows: what stands below it would be lost.</summary>
public sealed class HeadingUnknown(string column)
    : UnprocessableProblem(
        "heading-unknown",
        new(
            $"Die Spalte „{column}“ gibt es hier nicht; was darunter steht, ginge verloren. Möglich sind: {OrganisationColumns.InWords}.",
            $"There is no column \"{column}\" here; what stands below it would be lost. Possible are: {OrganisationColumns.InWords}."
        )
    );
