using Integrationskonzept.ServiceDefaults.Persons;

namespace Integrationskonzept.Participation.Organisations;

/// <summary>
/// Notes who agreed to be a contact of an organisation, as the coordination says, who did so anew, and for whom that has ended.
/// </summary>
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
        foreach (var address in had.Keys.Union(has.Keys))
        {
            var (agreed, agrees) = (had.TryGetValue(address, out var on), has.TryGetValue(address, out var again));
            db.NoteConsent(ConsentTo.OrganisationContact, address, organisation.Id, agreed, agrees, now, isAnew: on != again);
        }
    }

    /// <summary>Addresses, with the last day on which they agreed. Who has no mail address is known by none.</summary>
    static Dictionary<string, DateOnly> Agreed(IEnumerable<Contact> contacts) =>
        contacts
            .Where(contact => contact is { ConsentedOn: not null, Email: not null })
            .GroupBy(contact => contact.Email!.Trim().ToLowerInvariant(), contact => contact.ConsentedOn!.Value)
            .ToDictionary(days => days.Key, days => days.Max());
}
