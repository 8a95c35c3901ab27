using System.Globalization;
using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Components;
using Integrationskonzept.Portal.Pages.Resources;

namespace Integrationskonzept.Portal.Pages.Operators;

/// <summary>What several Landkreise may book, as it is written.</summary>
public abstract class SharedForm
{
    public int Version { get; set; }
    public string? Name { get; set; }
    public string? Tenants { get; set; }
    public string? HalfDay { get; set; }
    public string? Day { get; set; }

    protected Price Price(string api) => new() { HalfDay = HalfDay.ToNumber($"{api}.halfDay") ?? 0, Day = Day.ToNumber($"{api}.day") ?? 0 };
}

/// <summary>A shared venue.</summary>
public sealed class SharedVenueForm : SharedForm
{
    public string? Address { get; set; }
    public string? Capacity { get; set; }
    public string? Equipment { get; set; }
    public string? Hours { get; set; }
    public string? Closed { get; set; }

    public static SharedVenueForm Of(SharedVenueDto venue) =>
        new()
        {
            Version = venue.Version!.Value,
            Name = venue.Name,
            Tenants = string.Join(", ", venue.Tenants!),
            Address = venue.Address,
            Capacity = venue.Capacity?.ToString(CultureInfo.InvariantCulture),
            Equipment = string.Join(", ", venue.Equipment ?? []),
            Hours = venue.Hours.ToField(),
            Closed = venue.Closed.ToField(),
            HalfDay = venue.Price?.HalfDay.ToField(),
            Day = venue.Price?.Day.ToField(),
        };

    public SharedVenueDetails ToDetails() =>
        new()
        {
            Name = Name ?? "",
            Tenants = Tenants.ToParts(),
            Address = Address.OrNull(),
            Capacity = Capacity.ToWhole("capacity"),
            Equipment = Equipment.ToParts(),
            Price = Price("price"),
            Hours = Hours.ToHours("hours"),
            Closed = Closed.ToRanges("closed"),
        };
}

/// <summary>A shared moderator.</summary>
public sealed class SharedModeratorForm : SharedForm
{
    public string? Skills { get; set; }
    public string? Languages { get; set; }
    public string? Hours { get; set; }
    public string? Absent { get; set; }

    public static SharedModeratorForm Of(SharedModeratorDto moderator) =>
        new()
        {
            Version = moderator.Version!.Value,
            Name = moderator.Name,
            Tenants = string.Join(", ", moderator.Tenants!),
            Skills = string.Join(", ", moderator.Skills ?? []),
            Languages = string.Join(", ", moderator.Languages ?? []),
            Hours = moderator.Hours.ToField(),
            Absent = moderator.Absent.ToField(),
            HalfDay = moderator.Fee?.HalfDay.ToField(),
            Day = moderator.Fee?.Day.ToField(),
        };

    public SharedModeratorDetails ToDetails() =>
        new()
        {
            Name = Name ?? "",
            Tenants = Tenants.ToParts(),
            Skills = Skills.ToParts(),
            Languages = Languages.ToParts(),
            Fee = Price("fee"),
            Hours = Hours.ToHours("hours"),
            Absent = Absent.ToRanges("absent"),
        };
}
