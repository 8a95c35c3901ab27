using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Validation;

namespace Integrationskonzept.Identity.Tenants;

/// <summary>What a Landkreis says of itself.</summary>
/// <param name="Name">Name as people read it: <c>Landkreis Limburg-Weilburg</c>.</param>
/// <param name="Centre">The unit that leads the process.</param>
/// <param name="Organizations">Its organizations; exactly one is authoritative (the Kreistag).</param>
/// <param name="State">ISO 3166-2 code of the state.</param>
/// <param name="TimeZone">IANA time zone.</param>
/// <param name="Color">Main colour, <c>#rrggbb</c>; contrast with white at least 4.5:1 (WCAG 2.2, 1.4.3).</param>
public sealed record TenantDescription(
    [Required, MaxLength(200)] string Name,
    [Required, MaxLength(200)] string Centre,
    [MinLength(1), MaxLength(30)] IReadOnlyList<Organization> Organizations,
    [Written("^DE-[A-Z]{2}$", "Land nach ISO 3166-2, etwa DE-HE für Hessen", "a state as of ISO 3166-2, such as DE-HE for Hesse")]
        string State = "DE-HE",
    [MaxLength(60)] string TimeZone = "Europe/Berlin",
    [Written(
        "^#[0-9a-fA-F]{6}$",
        "Farbe mit # und sechs Hexadezimalziffern, etwa #1f4e79",
        "a colour with # and six hexadecimal digits, such as #1f4e79"
    )]
        string Color = "#1f4e79"
)
{
    /// <summary>What the field rules alone can't say.</summary>
    internal void Require()
    {
        if (Organizations.Count(organization => organization.Authoritative) != 1)
            throw new OneAuthoritativeOrganization();
        if (Organizations.Select(organization => organization.Key).Distinct().Count() != Organizations.Count)
            throw new OrganizationKeysRepeat();
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
            throw new TimeZoneUnknown(TimeZone);
        if (Contrast.WithWhite(Color) < 4.5)
            throw new ColorTooPale(Color);
    }
}
