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
    public string? Delegates { get; set; }

    public EditOrganisation ToOrganisation(List<string> delegates) =>
        new()
        {
            Name = Name ?? "",
            Group = Group.ToChoice<StakeholderGroup>(),
            Delegates = delegates,
        };
}
