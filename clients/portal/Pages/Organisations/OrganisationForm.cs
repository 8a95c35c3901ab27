using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Components;

namespace Integrationskonzept.Portal.Pages.Organisations;

/// <summary>An organisation as it is written.</summary>
public sealed class OrganisationForm
{
    public int Version { get; set; }
    public string? Name { get; set; }
    public string? Group { get; set; }

    /// <summary>A line each.</summary>
    public string? Networks { get; set; }

    /// <summary>Separated by commas.</summary>
    public string? Languages { get; set; }
    public List<ContactLine> Contacts { get; set; } = [];

    /// <summary>A line each.</summary>
    public string? Delegates { get; set; }

    public static OrganisationForm Empty
    {
        get
        {
            var form = new OrganisationForm();
            form.Contacts.Arrange();
            return form;
        }
    }

    public static OrganisationForm Of(OrganisationDto organisation, string delegates)
    {
        var form = new OrganisationForm
        {
            Version = organisation.Version!.Value,
            Name = organisation.Name,
            Group = organisation.Group.ToString(),
            Networks = string.Join('\n', organisation.Networks!),
            Languages = string.Join(", ", organisation.Languages!),
            Contacts = [.. (organisation.Contacts ?? []).Select(ContactLine.Of)],
            Delegates = delegates,
        };
        form.Contacts.Arrange();
        return form;
    }

    /// <exception cref="Unreadable">A day of consent is none.</exception>
    public EditOrganisation ToOrganisation(List<string> delegates) =>
        new()
        {
            Name = Name ?? "",
            Group = Group.ToChoice<StakeholderGroup>(),
            Delegates = delegates,
            Networks = Networks.ToLines(),
            Languages = Languages.ToParts(),
            Contacts = [.. Contacts.Where(line => !line.IsEmpty).Select((line, index) => line.ToContact($"contacts[{index}]"))],
        };
}

/// <summary>Somebody to turn to; an empty line is left out.</summary>
public sealed class ContactLine : IFormLine
{
    public string? Name { get; set; }
    public string? Email { get; set; }
    public string? Phone { get; set; }
    public string? ConsentedOn { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Name + Email + Phone + ConsentedOn);

    internal static ContactLine Of(Contact contact) =>
        new()
        {
            Name = contact.Name,
            Email = contact.Email,
            Phone = contact.Phone,
            ConsentedOn = contact.ConsentedOn.ToField(),
        };

    internal Contact ToContact(string api) =>
        new()
        {
            Name = Name ?? "",
            Email = Email.OrNull(),
            Phone = Phone.OrNull(),
            ConsentedOn = ConsentedOn.ToDate($"{api}.consentedOn"),
        };
}
