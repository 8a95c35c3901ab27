using System.Globalization;
using Microsoft.Kiota.Abstractions;

namespace Integrationskonzept.Portal.Components;

/// <summary>What fields of forms say, as the API wants it. What can't be read is left out, and the API says that it is missing.</summary>
static class FormValues
{
    public static string? OrNull(this string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().ToText();

    /// <summary>As it was typed; a form sends each new line as two characters.</summary>
    public static string ToText(this string? text) => (text ?? "").ReplaceLineEndings("\n");

    public static Date? ToDate(this string? field) =>
        DateOnly.TryParseExact(field, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new Date(day.Year, day.Month, day.Day)
            : null;

    public static Guid? ToId(this string? field) => Guid.TryParse(field, out var id) ? id : null;

    /// <summary>Money and other numbers as people write them in either language: <c>1.234,50</c> or <c>1234.50</c>.</summary>
    public static double? ToNumber(this string? field)
    {
        var text = field?.Trim().Replace(" ", "", StringComparison.Ordinal).Replace("€", "", StringComparison.Ordinal);
        if (text?.Contains(',') == true)
            text = text.Replace(".", "", StringComparison.Ordinal).Replace(',', '.');
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    public static string? ToField(this Date? day) => day is { } known ? $"{known.Year:0000}-{known.Month:00}-{known.Day:00}" : null;

    public static string? ToField(this double? number) => number?.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>One entry a line.</summary>
    public static List<string> ToLines(this string? field) =>
        [.. (field ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>Separated by commas.</summary>
    public static List<string> ToParts(this string? field) =>
        [.. (field ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    public static TEnum? ToChoice<TEnum>(this string? field)
        where TEnum : struct, Enum => Enum.TryParse<TEnum>(field, out var value) && Enum.IsDefined(value) ? value : null;
}
