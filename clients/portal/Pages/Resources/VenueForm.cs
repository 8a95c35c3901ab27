using System.Globalization;
using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Components;

namespace Integrationskonzept.Portal.Pages.Resources;

/// <summary>A room as it is written down.</summary>
public sealed class VenueForm
{
    public int Version { get; set; }
    public string? Name { get; set; }
    public string? Address { get; set; }
    public string? Capacity { get; set; }
    public string? Equipment { get; set; }
    public string? Hours { get; set; }
    public string? Closed { get; set; }
    public string? HalfDay { get; set; }
    public string? Day { get; set; }

    public static VenueForm Of(VenueDto venue) =>
        new()
        {
            Version = venue.Version!.Value,
            Name = venue.Name,
            Address = venue.Address,
            Capacity = venue.Capacity?.ToString(CultureInfo.InvariantCulture),
            Equipment = string.Join(", ", venue.Equipment ?? []),
            Hours = venue.Hours.ToField(),
            Closed = venue.Closed.ToField(),
            HalfDay = venue.Price?.HalfDay.ToField(),
            Day = venue.Price?.Day.ToField(),
        };

    /// <exception cref="Unreadable">Something can't be read.</exception>
    public VenueDetails ToDetails() =>
        new()
        {
            Name = Name ?? "",
            Address = Address.OrNull(),
            Capacity = Capacity.ToWhole("capacity"),
            Equipment = Equipment.ToParts(),
            Hours = Hours.ToHours("hours"),
            Closed = Closed.ToRanges("closed"),
            Price = new() { HalfDay = HalfDay.ToNumber("price.halfDay") ?? 0, Day = Day.ToNumber("price.day") ?? 0 },
        };
}
