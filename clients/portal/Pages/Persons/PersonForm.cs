using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Components;

namespace Integrationskonzept.Portal.Pages.Persons;

/// <summary>A person as it is written.</summary>
public sealed class PersonForm
{
    public int Version { get; set; }
    public string? Name { get; set; }
    public string? Group { get; set; }
    public string? Email { get; set; }
    public string? Phone { get; set; }

    /// <summary>Separated by commas.</summary>
    public string? Languages { get; set; }
    public string? ConsentedOn { get; set; }

    internal static PersonForm Of(StakeholderPersonDto person) =>
        new()
        {
            Version = person.Version!.Value,
            Name = person.Name,
            Group = person.Group.ToString(),
            Email = person.Email,
            Phone = person.Phone,
            Languages = string.Join(", ", person.Languages!),
            ConsentedOn = person.ConsentedOn.ToField(),
        };

    /// <exception cref="Unreadable">The day of consent is none.</exception>
    internal EditPerson ToPerson() =>
        new()
        {
            Name = Name ?? "",
            Group = Group.ToChoice<StakeholderGroup>(),
            Email = Email.OrNull(),
            Phone = Phone.OrNull(),
            Languages = Languages.ToParts(),
            ConsentedOn = ConsentedOn.ToDate("consentedOn"),
        };
}
