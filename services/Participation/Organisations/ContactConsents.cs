using Integrationskonzept.ServiceDefaults.Persons;

namespace Integrationskonzept.Participation.Organisations;

/// <summary>Notes who agreed to be a contact of an organisation, as the coordination says, and for whom that has ended.</summary>
static class ContactConsents
{
    public static void NoteContacts(
        this ParticipationDb db,
        Organisation organisation,
        IReadOnlyCollection<Contact> before,
        DateTimeOffset now
    )
    {
        var (had, has) = (Agreed(before), Agreed(organisation.Contacts));
        foreach (var address in had.Union(has))
            db.NoteConsent(ConsentTo.OrganisationContact, address, organisation.Id, had.Contains(address), has.Contains(address), now);
    }

    /// <summary>Who has no mail address is known by none.</summary>
    static HashSet<string> Agreed(IEnumerable<Contact> contacts) =>
        [
            .. contacts
                .Where(contact => contact.ConsentedOn is not null)
                .Select(contact => contact.Email?.Trim().ToLowerInvariant())
                .OfType<string>(),
        ];
}
