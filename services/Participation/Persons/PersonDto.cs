using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Contracts;
using Integrationskonzept.Mailing.Messages;
using Integrationskonzept.Participation.Organisations;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Validation;

namespace Integrationskonzept.Participation.Persons;

/// <param name="Name">Who, up to 200 characters.</param>
/// <param name="Group">The stakeholder group that they belong to.</param>
/// <param name="ConsentedOn">The day on which they agreed to be kept and invited; nobody is kept without it.</param>
/// <param name="Email">Mail address; this or a telephone number is needed.</param>
/// <param name="Phone">Telephone number, up to 50 characters.</param>
/// <param name="Languages">Languages that they speak (BCP 47); at most 20.</param>
public sealed record EditPerson(
    [Required, MaxLength(200)] string Name,
    [Required] StakeholderGroup Group,
    [Required] DateOnly? ConsentedOn = null,
    [MaxLength(254)] string? Email = null,
    [MaxLength(50)] string? Phone = null,
    [MaxLength(OrganisationRules.MostLanguages)] IReadOnlyList<string>? Languages = null
)
{
    /// <exception cref="InvalidFieldProblem">An address or language that can't be used, or a consent that lies ahead.</exception>
    /// <exception cref="ConsentTooOld">It would be forgotten at once.</exception>
    internal void Fill(StakeholderPerson person, DateOnly today, DateOnly oldest)
    {
        var contact = new Contact(
            Name.Trim(),
            Words.OrNull(Email),
            Words.OrNull(Phone) is { } phone ? Contact.Dialled(phone) : null,
            ConsentedOn
        );
        if (contact.Fault(today) is var (field, words))
            throw new InvalidFieldProblem(field, words);
        if (contact.Email is { } address)
            AddressWrong.Require("email", address);
        if (ConsentedOn < oldest)
            throw new ConsentTooOld(oldest);
        var languages = OrganisationRules.Distinct(Languages);
        OrganisationRules.Require([], languages, [], today);
        person.Name = contact.Name;
        person.Group = Group;
        person.Languages = languages;
        person.Reach(contact.Email, contact.Phone, ConsentedOn!.Value);
    }
}

/// <summary>Somebody without an organisation who may be invited.</summary>
/// <param name="Id">Id.</param>
/// <param name="Version">Version.</param>
/// <param name="Name">Who.</param>
/// <param name="Group">The stakeholder group that they belong to.</param>
/// <param name="ConsentedOn">The day on which they agreed to be kept and invited.</param>
/// <param name="Languages">Languages that they speak (BCP 47).</param>
/// <param name="Email">Mail address.</param>
/// <param name="Phone">Telephone number.</param>
public sealed record StakeholderPersonDto(
    Guid Id,
    int Version,
    string Name,
    StakeholderGroup Group,
    DateOnly ConsentedOn,
    IReadOnlyList<string> Languages,
    string? Email = null,
    string? Phone = null
) : IVersioned
{
    internal static StakeholderPersonDto From(StakeholderPerson row) =>
        new(row.Id, row.Version, row.Name, row.Group, row.ConsentedOn, row.Languages, row.Email, row.Phone);
}

/// <summary>Somebody with this address is known.</summary>
public sealed class PersonExists()
    : ConflictProblem(
        "person-exists",
        new("Eine Person mit dieser Mailadresse gibt es schon.", "There is a person with this mail address already.")
    );

/// <summary>It would be forgotten at once.</summary>
public sealed class ConsentTooOld(DateOnly oldest)
    : InvalidFieldProblem(
        "consentedOn",
        new(
            $"Die Einwilligung ist zu alt. Bitten Sie neu darum; sie darf nicht vor dem {oldest:dd.MM.yyyy} liegen.",
            $"The consent is too old. Ask for it anew; it must not lie before {oldest:yyyy-MM-dd}."
        )
    );
