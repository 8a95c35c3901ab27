using System.Globalization;
using Integrationskonzept.Participation.Groups;
using Integrationskonzept.Spreadsheets;

namespace Integrationskonzept.Participation.Organisations;

/// <summary>
/// The columns of a table of organisations, the same when it is written and read. An organisation with several contacts has as many rows;
/// the further ones need its name and the contact alone.
/// </summary>
static class OrganisationColumns
{
    public const string Name = "Name",
        Group = "Gruppe",
        Networks = "Netzwerke",
        Languages = "Sprachen",
        Contact = "Kontakt",
        Email = "Mail",
        Phone = "Telefon",
        ConsentedOn = "Einwilligung am";

    /// <summary>All, in their order.</summary>
    public static IReadOnlyList<string> All { get; } = [Name, Group, Networks, Languages, Contact, Email, Phone, ConsentedOn];

    public static string InWords { get; } = string.Join(", ", All);

    /// <summary>The rows of a table; where there is no organisation, an empty one below the headings.</summary>
    public static IReadOnlyList<Dictionary<string, object?>> Rows(IReadOnlyList<Organisation> organisations) =>
        organisations.Count == 0 ? [All.ToDictionary(column => column, _ => (object?)null)] : [.. organisations.SelectMany(Rows)];

    static IEnumerable<Dictionary<string, object?>> Rows(Organisation row)
    {
        var contacts = row.Contacts.Count == 0 ? [null] : row.Contacts.Cast<Contact?>();
        return contacts.Select(
            (contact, index) =>
                new Dictionary<string, object?>
                {
                    [Name] = SpreadsheetWriter.Plain(row.Name),
                    [Group] = index == 0 ? GroupNames.Of(row.Group).De : null,
                    [Networks] = index == 0 ? SpreadsheetWriter.Plain(string.Join(", ", row.Networks)) : null,
                    [Languages] = index == 0 ? string.Join(", ", row.Languages) : null,
                    [Contact] = SpreadsheetWriter.Plain(contact?.Name),
                    [Email] = SpreadsheetWriter.Plain(contact?.Email),
                    [Phone] = contact?.Phone is { } phone ? Dialled(phone) : null,
                    [ConsentedOn] = contact?.ConsentedOn?.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
                }
        );
    }

    /// <summary>A table would add up what begins with a plus.</summary>
    static string Dialled(string phone) => phone.StartsWith('+') ? $"00{phone[1..]}" : SpreadsheetWriter.Plain(phone)!;

    public static DateOnly? ToDay(string text) =>
        DateOnly.TryParseExact(text, ["d.M.yyyy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
