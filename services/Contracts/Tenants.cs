namespace Integrationskonzept.Contracts;

/// <summary>What every service knows of a Landkreis.</summary>
public abstract record TenantState : IntegrationEvent
{
    /// <summary>Name as people read it: <c>Landkreis Limburg-Weilburg</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Official district key (AGS), 5 digits, such as <c>06533</c>.</summary>
    public required string DistrictKey { get; init; }

    /// <summary>ISO 3166-2 code of the state, such as <c>DE-HE</c>; decides holidays.</summary>
    public required string State { get; init; }

    /// <summary>IANA time zone in which the tenant's civil times are meant.</summary>
    public required string TimeZone { get; init; }

    /// <summary>The unit that leads the process, usually the WIR-Vielfaltszentrum.</summary>
    public required string Centre { get; init; }

    /// <summary>Main colour of the public site as <c>#rrggbb</c>; its contrast with white is at least 4.5:1.</summary>
    public required string Color { get; init; }

    /// <summary>The organizations that a paper can be put before.</summary>
    public required IReadOnlyList<Organization> Organizations { get; init; }
}

/// <summary>
/// A Gremium, as OParl's Organization: Kreistag, Kreisausschuss, Integrationsbeirat. Not an Organisation, which is a stakeholder that
/// takes part.
/// </summary>
/// <param name="Key">Stable key within the tenant: <c>kreistag</c>.</param>
/// <param name="Name">Name as people read it.</param>
/// <param name="Authoritative">True for the organization whose decision is binding: the Kreistag.</param>
public sealed record Organization(string Key, string Name, bool Authoritative);

/// <summary>A Landkreis has joined the installation.</summary>
public sealed record TenantRegistered : TenantState;

/// <summary>A Landkreis has changed its name, organizations or branding.</summary>
public sealed record TenantChanged : TenantState;
