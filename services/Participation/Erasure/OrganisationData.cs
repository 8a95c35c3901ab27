using System.Runtime.CompilerServices;
using Integrationskonzept.Participation.Organisations;
using Integrationskonzept.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Erasure;

/// <summary>That somebody speaks for an organisation, or is its contact under their mail address.</summary>
[InChargeOf("organisations", "organisation_imports")]
sealed class OrganisationData(ParticipationDb db) : IPersonalData
{
    public DataClass Class { get; } =
        new(
            "organisations",
            new("Organisationen", "Organisations"),
            new(
                "Dass Sie für eine Organisation sprechen; als Ansprechperson Ihr Name, Ihre Mailadresse und Telefonnummer und "
                    + "der Tag Ihrer "
                    + "Einwilligung",
                "That you speak for an organisation; as its contact your name, mail address, telephone number and the day of your consent"
            ),
            new("Einladung und Ansprache der fünf Gruppen", "Inviting and reaching the five groups"),
            LegalBasis.Consent,
            new("bis die Koordination sie entfernt; auf Wunsch sofort", "until the coordination removes it; at once if you wish"),
            null,
            new("Werden gelöscht.", "Are deleted.")
        );

    public async IAsyncEnumerable<object> FindAsync(Person person, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var row in await OwnAsync(person, tracking: false, ct))
            yield return new
            {
                Organisation = row.Name,
                SpeaksFor = row.Delegates.Contains(person.Subject),
                Contacts = row.Contacts.Where(person.Is).ToList(),
            };
    }

    public async Task EraseAsync(Person person, ErasedRows rows, CancellationToken ct)
    {
        var again = await AgreedSinceAsync(person, ct);
        foreach (var row in await OwnAsync(person, tracking: true, ct))
        {
            var (delegates, contacts) = (row.Delegates.Count, row.Contacts.Count);
            row.Delegates = [.. row.Delegates.Where(one => one != person.Subject)];
            row.Contacts = [.. row.Contacts.Where(contact => !person.Is(contact) || again.Contains(row.Id))];
            if ((row.Delegates.Count, row.Contacts.Count) != (delegates, contacts))
                rows.Add("organisations", 1);
        }
        if (person.Address.Length == 0)
            return;
        // A table that was read and not applied yet holds contacts, too; it is kept for a day, and can be sent again.
        rows.Add(
            "organisation_imports",
            await db.Database.ExecuteSqlAsync(
                $"""
                delete from organisation_imports
                where created_at <= {person.Until} and position({person.Address} in lower(rows::text)) > 0
                """,
                ct
            )
        );
    }

    /// <summary>
    /// Organisations of which they are a contact again: with the same address they agreed to it after they had asked to be forgotten.
    /// </summary>
    async Task<HashSet<Guid>> AgreedSinceAsync(Person person, CancellationToken ct)
    {
        var (address, until) = (person.Address, person.Until);
        return
        [
            .. await db.Set<Consent>()
                .Where(row => row.Subject == address && row.Given && row.At > until)
                .Select(row => row.About)
                .ToListAsync(ct),
        ];
    }

    /// <summary>A Landkreis has some hundred organisations.</summary>
    async Task<List<Organisation>> OwnAsync(Person person, bool tracking, CancellationToken ct)
    {
        var rows = db.Organisations.FromSql(
            $"""
            select * from organisations where {person.Subject} = any(delegates)
                or ({person.Address} <> '' and position({person.Address} in lower(contacts::text)) > 0)
            """
        );
        var found = await (tracking ? rows : rows.AsNoTracking()).ToListAsync(ct);
        return [.. found.Where(row => row.Delegates.Contains(person.Subject) || row.Contacts.Any(person.Is))];
    }
}

static class ContactPerson
{
    /// <summary>By the mail address alone: names are no ids.</summary>
    public static bool Is(this Person person, Contact contact) =>
        person.Address.Length > 0 && person.Address == contact.Email?.Trim().ToLowerInvariant();
}
