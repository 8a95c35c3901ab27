using System.Globalization;
using System.Text.RegularExpressions;

namespace Integrationskonzept.Portal.Pages.Settings;

/// <summary>How well a colour can be read on white (WCAG 2.2, relative luminance): 4.5 is the least, 7 is good.</summary>
static partial class Contrast
{
    public static double? WithWhite(string? color)
    {
        if (color is null || !Color().IsMatch(color))
            return null;
        var channels = Enumerable
            .Range(0, 3)
            .Select(index => int.Parse(color.AsSpan(1 + 2 * index, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0)
            .Select(value => value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4))
            .ToArray();
        return 1.05 / (0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2] + 0.05);
    }

    [GeneratedRegex("^#[0-9a-fA-F]{6}$")]
    private static partial Regex Color();
}
