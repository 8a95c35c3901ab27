using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Components;

namespace Integrationskonzept.Portal.Pages.Settings;

/// <summary>What a Landkreis says of itself.</summary>
public sealed class DescriptionForm
{
    const char Decides = '*';

    public int Version { get; set; }
    public string? Name { get; set; }
    public string? Centre { get; set; }
    public string? Color { get; set; }
    public string? Organizations { get; set; }

    public static DescriptionForm Of(TenantDto tenant) =>
        new()
        {
            Version = tenant.Version!.Value,
            Name = tenant.Description!.Name,
            Centre = tenant.Description.Centre,
            Color = tenant.Description.Color,
            Organizations = string.Join(
                '\n',
                tenant.Description.Organizations!.Select(one => $"{(one.Authoritative == true ? "* " : "")}{one.Key}: {one.Name}")
            ),
        };

    public DescribeLandkreis ToDescription() =>
        new()
        {
            Name = Name ?? "",
            Centre = Centre ?? "",
            Color = Color ?? "",
            Organizations = [.. Organizations.ToLines().Select(Organization)],
        };

    /// <summary>State and time zone are nobody's to change here.</summary>
    public TenantDescription ToDescription(TenantDto tenant) =>
        new()
        {
            Name = Name ?? "",
            Centre = Centre ?? "",
            Color = Color.OrNull(),
            State = tenant.Description!.State,
            TimeZone = tenant.Description.TimeZone,
            Organizations = [.. Organizations.ToLines().Select(Organization)],
        };

    static Organization Organization(string line)
    {
        var (authoritative, text) = (line.StartsWith(Decides), line.TrimStart(Decides, ' '));
        var (key, name) = text.Split(':', 2) is [var before, var after] ? (before.Trim(), after.Trim()) : (text, text);
        return new()
        {
            Key = key,
            Name = name,
            Authoritative = authoritative,
        };
    }
}
