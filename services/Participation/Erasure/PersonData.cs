using Integrationskonzept.Participation.Persons;
using Integrationskonzept.ServiceDefaults.Persons;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Participation.Erasure;

/// <summary>That somebody may be invited as a person, under their mail address.</summary>
[InChargeOf("stakeholder_persons")]
sealed class PersonData(ParticipationDb db, IOptions<PersonOptions> options) : IPersonalData
{
    public DataClass Class { get; } =
        new(
            "persons",
            new("Personen ohne Organisation", "Persons without organisation"),
            new(
                "Ihr Name, Ihre Mailadresse und Telefonnummer, Ihre Gruppe, Ihre Sprachen und der Tag Ihrer Einwilligung",
                "Your name, mail address, telephone number, your group, your languages and the day of your consent"
            ),
            new("Einladung zu Veranstaltungen", "Invitation to events"),
            LegalBasis.Consent,
            new(
                $"bis {options.Value.KeepConsentedYears} Jahre nach Ihrer Einwilligung, wenn Sie sie nicht erneuern; auf Wunsch sofort weg",
                $"until {options.Value.KeepConsentedYears} years after your consent, unless you renew it; gone at once if you wish"
            ),
            null,
            new("Werden gelöscht.", "Are deleted.")
        );

    public IAsyncEnumerable<object> FindAsync(Person person, CancellationToken ct) =>
        Of(person)
            .AsNoTracking()
            .Select(row => new
            {
                row.Name,
                row.Email,
                row.Phone,
                row.Group,
                row.Languages,
                row.ConsentedOn,
            })
            .AsAsyncEnumerable();

    public async Task EraseAsync(Person person, ErasedRows rows, CancellationToken ct) =>
        rows.Add("stakeholder_persons", await Of(person).ExecuteDeleteAsync(ct));

    /// <summary>By the mail address alone: names are no ids. Who was added after they had asked has agreed anew.</summary>
    IQueryable<StakeholderPerson> Of(Person person)
    {
        var (address, until) = (person.Address, person.UntilId);
        return db.StakeholderPersons.Where(row => address != "" && row.EmailKey == address && row.Id < until);
    }
}
