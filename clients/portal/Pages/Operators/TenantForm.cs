using System.Globalization;
using System.Text;
using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Components;

namespace Integrationskonzept.Portal.Pages.Operators;

/// <summary>A Landkreis as it is registered.</summary>
public sealed class TenantForm
{
    public string? Name { get; set; }
    public string? Slug { get; set; }
    public string? DistrictKey { get; set; }
    public string? Centre { get; set; }
    public string? Council { get; set; }
    public string? Others { get; set; }
    public string? State { get; set; }
    public string? TimeZone { get; set; }
    public string? Color { get; set; }
    public string? Coordinator { get; set; }

    /// <summary>ISO 3166-2.</summary>
    public static IReadOnlyList<(string, string)> States { get; } =
    [
        ("DE-BW", "Baden-Württemberg"),
        ("DE-BY", "Bayern"),
        ("DE-BE", "Berlin"),
        ("DE-BB", "Brandenburg"),
        ("DE-HB", "Bremen"),
        ("DE-HH", "Hamburg"),
        ("DE-HE", "Hessen"),
        ("DE-MV", "Mecklenburg-Vorpommern"),
        ("DE-NI", "Niedersachsen"),
        ("DE-NW", "Nordrhein-Westfalen"),
        ("DE-RP", "Rheinland-Pfalz"),
        ("DE-SL", "Saarland"),
        ("DE-SN", "Sachsen"),
        ("DE-ST", "Sachsen-Anhalt"),
        ("DE-SH", "Schleswig-Holstein"),
        ("DE-TH", "Thüringen"),
    ];

    internal RegisterTenant ToRegistration() =>
        new()
        {
            Slug = Slug ?? "",
            DistrictKey = DistrictKey ?? "",
            Description = new()
            {
                Name = Name ?? "",
                Centre = Centre ?? "",
                State = State.OrNull(),
                TimeZone = TimeZone.OrNull(),
                Color = Color.OrNull(),
                Organizations =
                [
                    Organization(Council, authoritative: true),
                    .. Others.ToLines().Select(name => Organization(name, authoritative: false)),
                ],
            },
        };

    static Organization Organization(string? name, bool authoritative) =>
        new()
        {
            Key = KeyOf(name ?? ""),
            Name = name ?? "",
            Authoritative = authoritative,
        };

    /// <summary>As in addresses: <c>Ausschuss für Soziales</c> is <c>ausschuss-fuer-soziales</c>.</summary>
    static string KeyOf(string name)
    {
        var spelled = name.ToLower(CultureInfo.InvariantCulture)
            .Replace("ä", "ae", StringComparison.Ordinal)
            .Replace("ö", "oe", StringComparison.Ordinal)
            .Replace("ü", "ue", StringComparison.Ordinal)
            .Replace("ß", "ss", StringComparison.Ordinal)
            .Normalize(NormalizationForm.FormD)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            .Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : ' ');
        return string.Join('-', string.Concat(spelled).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
