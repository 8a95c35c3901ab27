using Integrationskonzept.ServiceDefaults.Persons;

namespace Integrationskonzept.Participation.Persons;

/// <summary>Notes who agreed to be invited, as the coordination says, who did so anew, and for whom that has ended.</summary>
static class PersonConsents
{
    /// <param name="db">Where.</param>
    /// <param name="person">Whom it is about.</param>
    /// <param name="before">The address that had agreed; null for nobody.</param>
    /// <param name="after">The address that agrees now.</param>
    /// <param name="now">When.</param>
    /// <param name="isAnew">They agreed on another day than before.</param>
    public static void NotePerson(
        this ParticipationDb db,
        StakeholderPerson person,
        string? before,
        string? after,
        DateTimeOffset now,
        bool isAnew = false
    )
    {
        // Who has no mail address is known by none.
        foreach (var address in new[] { before, after }.OfType<string>().Distinct())
            db.NoteConsent(ConsentTo.PersonInvited, address, person.Id, before == address, after == address, now, isAnew);
    }
}
