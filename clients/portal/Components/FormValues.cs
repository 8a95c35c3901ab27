using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Kiota.Abstractions;

namespace Integrationskonzept.Portal.Components;

/// <summary>
/// What fields of forms say, as the API wants it. What was left empty is null; what can't be read is an error at its field
/// (<see cref="Unreadable"/>): nothing that somebody typed is dropped.
/// </summary>
static partial class FormValues
{
    const double Most = 1_000_000_000_000;

    public static string? OrNull(this string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().ToText();

    /// <summary>As it was typed; a form sends each new line as two characters.</summary>
    public static string ToText(this string? text) => (text ?? "").ReplaceLineEndings("\n");

    /// <summary>A day as <c>2027-05-03</c> or <c>3.5.2027</c>.</summary>
    /// <param name="field">What was typed.</param>
    /// <param name="api">The field's name in the API.</param>
    /// <exception cref="Unreadable">No day.</exception>
    public static Date? ToDate(this string? field, string api)
    {
        if (field.OrNull() is not { } text)
            return null;
        return TryDate(text) ?? throw new Unreadable(api, Unreadable.Day(text));
    }

    /// <summary>Days, one a line.</summary>
    /// <exception cref="Unreadable">A line is no day.</exception>
    public static List<Date?> ToDates(this string? field, string api) => [.. field.ToLines().Select(line => line.ToDate(api))];

    /// <summary>As <see cref="ToDate"/>, for addresses: what is no day asks for nothing.</summary>
    public static Date? ToDateOrNull(this string? field) => field is null ? null : TryDate(field.Trim());

    public static Guid? ToId(this string? field) => Guid.TryParse(field, out var id) ? id : null;

    /// <summary>
    /// Money and other numbers as people write them: <c>1.234,50</c>, <c>1,234.50</c>, <c>12.000</c> (in German), <c>150 EUR</c>.
    /// </summary>
    /// <param name="field">What was typed.</param>
    /// <param name="api">The field's name in the API.</param>
    /// <exception cref="Unreadable">No number, or one that can be read in two ways.</exception>
    public static double? ToNumber(this string? field, string api)
    {
        if (field.OrNull() is not { } text)
            return null;
        return
            Plain(Decoration().Replace(text, "")) is { } plain
            && double.TryParse(
                plain,
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var number
            )
            && Math.Abs(number) <= Most
            ? number
            : throw new Unreadable(api, Unreadable.Number(text));
    }

    /// <summary>As <see cref="ToNumber"/>, without a fraction.</summary>
    /// <exception cref="Unreadable">No whole number.</exception>
    public static int? ToWhole(this string? field, string api) =>
        field.ToNumber(api) switch
        {
            null => null,
            { } number when number % 1 == 0 && Math.Abs(number) <= int.MaxValue => (int)number,
            _ => throw new Unreadable(api, Unreadable.Whole(field!)),
        };

    /// <summary>What was chosen, as queries of the API spell it; null for nothing and for what is no choice.</summary>
    public static string? ToApiName<T>(this string? field)
        where T : struct, Enum => field.ToChoice<T>() is { } known ? JsonNamingPolicy.CamelCase.ConvertName(known.ToString()) : null;

    public static DateOnly? ToDay(this Date? day) => day is { } known ? new DateOnly(known.Year, known.Month, known.Day) : null;

    public static Date ToApi(this DateOnly day) => new(day.Year, day.Month, day.Day);

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

    static Date? TryDate(string text) =>
        DateOnly.TryParseExact(text, ["yyyy-MM-dd", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new Date(day.Year, day.Month, day.Day)
            : null;

    /// <summary>With a point before the fraction, and no other separator; null where nobody can tell.</summary>
    static string? Plain(string text)
    {
        var (point, comma) = (text.LastIndexOf('.'), text.LastIndexOf(','));
        if (point >= 0 && comma >= 0)
            return point > comma ? Grouped(text, ',', '.') : Grouped(text, '.', ',');
        if (point < 0 && comma < 0)
            return text;
        var separator = point >= 0 ? '.' : ',';
        if (!Groups(separator).IsMatch(text))
            return text.Count(sign => sign == separator) == 1 ? text.Replace(',', '.') : null;
        // Three digits behind it: thousands where the reader's language writes them so, else in doubt.
        return CultureInfo.CurrentUICulture.NumberFormat.NumberGroupSeparator[0] == separator
            ? text.Replace($"{separator}", "", StringComparison.Ordinal)
            : null;
    }

    static string? Grouped(string text, char group, char fraction) =>
        text.Split(fraction) is [var whole, var rest] && Groups(group).IsMatch(whole)
            ? $"{whole.Replace($"{group}", "", StringComparison.Ordinal)}.{rest}"
            : null;

    static Regex Groups(char separator) => separator == '.' ? ByPoints() : ByCommas();

    [GeneratedRegex(@"^-?\d{1,3}(\.\d{3})+$")]
    private static partial Regex ByPoints();

    [GeneratedRegex(@"^-?\d{1,3}(,\d{3})+$")]
    private static partial Regex ByCommas();

    [GeneratedRegex(@"\s|€|EUR\b|Euro\b", RegexOptions.IgnoreCase)]
    private static partial Regex Decoration();
}
