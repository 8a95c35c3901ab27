using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Components;

namespace Integrationskonzept.Portal.Pages.Resources;

/// <summary>Somebody who moderates, as they are written down.</summary>
public sealed class ModeratorForm
{
    public int Version { get; set; }
    public string? Name { get; set; }
    public string? Skills { get; set; }
    public string? Languages { get; set; }
    public string? Hours { get; set; }
    public string? Absent { get; set; }
    public string? HalfDay { get; set; }
    public string? Day { get; set; }

    public static ModeratorForm Of(ModeratorDto moderator) =>
        new()
        {
            Version = moderator.Version!.Value,
            Name = moderator.Name,
            Skills = string.Join(", ", moderator.Skills ?? []),
            Languages = string.Join(", ", moderator.Languages ?? []),
            Hours = moderator.Hours.ToField(),
            Absent = moderator.Absent.ToField(),
            HalfDay = moderator.Fee?.HalfDay.ToField(),
            Day = moderator.Fee?.Day.ToField(),
        };

    /// <exception cref="Unreadable">Something can't be read.</exception>
    public ModeratorDetails ToDetails() =>
        new()
        {
            Name = Name ?? "",
            Skills = Skills.ToParts(),
            Languages = Languages.ToParts(),
            Hours = Hours.ToHours("hours"),
            Absent = Absent.ToRanges("absent"),
            Fee = new() { HalfDay = HalfDay.ToNumber("fee.halfDay") ?? 0, Day = Day.ToNumber("fee.day") ?? 0 },
        };
}
