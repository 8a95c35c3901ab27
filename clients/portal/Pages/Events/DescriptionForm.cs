using System.Text.RegularExpressions;
using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Components;

namespace Integrationskonzept.Portal.Pages.Events;

/// <summary>What people read about an event, as it is written.</summary>
public sealed partial class DescriptionForm
{
    public int Version { get; set; }
    public string? Title { get; set; }
    public string? Description { get; set; }
    public string? Mode { get; set; }
    public string? OnlineUrl { get; set; }
    public string? Arrival { get; set; }
    public string? Agenda { get; set; }
    public bool StepFree { get; set; }
    public bool Childcare { get; set; }
    public bool EasyLanguage { get; set; }
    public string? Interpreters { get; set; }

    public static DescriptionForm Of(EventDto row) =>
        new()
        {
            Version = row.Version!.Value,
            Title = row.Title,
            Description = row.Description,
            Mode = row.Mode.ToString(),
            OnlineUrl = row.OnlineUrl,
            Arrival = row.Arrival,
            Agenda = string.Join(
                '\n',
                (row.Agenda ?? []).Select(point => $"{point.Minutes}, {point.Title}{(point.By is null ? "" : $" ({point.By})")}")
            ),
            StepFree = row.Access?.StepFree == true,
            Childcare = row.Access?.Childcare == true,
            EasyLanguage = row.Access?.EasyLanguage == true,
            Interpreters = string.Join(", ", row.Access?.Interpreters ?? []),
        };

    /// <summary>Its place is changed by moving it, not here.</summary>
    public DescribeEvent ToDescription(EventDto row) =>
        new()
        {
            Title = Title ?? "",
            Venue = row.Venue,
            Description = Description.OrNull(),
            Mode = Mode.ToChoice<EventMode>(),
            OnlineUrl = OnlineUrl.OrNull(),
            Arrival = Arrival.OrNull(),
            Agenda = [.. Agenda.ToLines().Select(Point)],
            Access = new()
            {
                StepFree = StepFree,
                Childcare = Childcare,
                EasyLanguage = EasyLanguage,
                Interpreters = Interpreters.ToParts(),
            },
        };

    static AgendaPoint Point(string line)
    {
        var read = Line().Match(line);
        if (!read.Success || read.Groups["title"].Length == 0)
            throw new Unreadable("agenda", Unreadable.AgendaLine(line));
        return new()
        {
            Minutes = int.Parse(read.Groups["minutes"].Value, System.Globalization.CultureInfo.InvariantCulture),
            Title = read.Groups["title"].Value.Trim(),
            By = read.Groups["by"].Value.OrNull(),
        };
    }

    [GeneratedRegex(@"^(?<minutes>\d{1,4})\s*(?:min\.?|Minuten)?\s*[,:;]?\s*(?<title>.*?)\s*(?:\((?<by>[^()]+)\))?$")]
    private static partial Regex Line();
}
