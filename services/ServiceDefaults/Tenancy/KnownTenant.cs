using Integrationskonzept.Contracts;

namespace Integrationskonzept.ServiceDefaults.Tenancy;

/// <summary>A service's own copy of what it needs to know of a Landkreis; kept up to date by messages.</summary>
public sealed class KnownTenant
{
    public required string Slug { get; init; }
    public required int Version { get; set; }
    public required string Name { get; set; }
    public required string DistrictKey { get; set; }
    public required string State { get; set; }
    public required string TimeZone { get; set; }
    public required string Centre { get; set; }
    public required string Color { get; set; }
    public required List<Organization> Organizations { get; set; }

    public static KnownTenant From(TenantState state) =>
        new()
        {
            Slug = state.Tenant,
            Version = state.Version,
            Name = state.Name,
            DistrictKey = state.DistrictKey,
            State = state.State,
            TimeZone = state.TimeZone,
            Centre = state.Centre,
            Color = state.Color,
            Organizations = [.. state.Organizations],
        };

    public void Become(TenantState state)
    {
        Version = state.Version;
        Name = state.Name;
        DistrictKey = state.DistrictKey;
        State = state.State;
        TimeZone = state.TimeZone;
        Centre = state.Centre;
        Color = state.Color;
        Organizations = [.. state.Organizations];
    }

    /// <summary>The day there at a time.</summary>
    public DateOnly DayOf(DateTimeOffset time) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time, TimeZoneInfo.FindSystemTimeZoneById(TimeZone)).DateTime);

    /// <summary>The organization whose decision is binding.</summary>
    public Organization Council => Organizations.First(organization => organization.Authoritative);
}
