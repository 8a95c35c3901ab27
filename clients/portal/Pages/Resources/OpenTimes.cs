using System.Globalization;
using System.Text.RegularExpressions;
using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Components;

namespace Integrationskonzept.Portal.Pages.Resources;

/// <summary>
/// When a room is open or somebody is there, one a line: <c>Mo–Fr 08:00–20:00</c>; and when not: <c>20.12.2027 – 05.01.2028</c>.
/// </summary>
static partial class OpenTimes
{
    static readonly string[][] Names =
    [
        ["sonntag", "sunday"],
        ["montag", "monday"],
        ["dienstag", "tuesday"],
        ["mittwoch", "wednesday"],
        ["donnerstag", "thursday"],
        ["freitag", "friday"],
        ["samstag", "saturday"],
    ];

    public static string HoursHint =>
        new ServiceDefaults.Errors.Text(
            "je Zeile Tage und Uhrzeit: Mo–Fr 08:00–20:00; ohne Angabe immer",
            "days and hours, one a line: Mon–Fri 08:00–20:00; always if not said"
        ).ToString();

    public static string RangesHint =>
        new ServiceDefaults.Errors.Text(
            "ein Zeitraum je Zeile: 20.12.2027 – 05.01.2028",
            "one period a line: 2027-12-20 – 2028-01-05"
        ).ToString();

    public static string ToField(this List<WeeklyHours>? hours) => string.Join('\n', (hours ?? []).Select(Line));

    public static string ToField(this List<DayRange>? days) => string.Join('\n', (days ?? []).Select(Line));

    /// <exception cref="Unreadable">A line says no days and hours.</exception>
    public static List<WeeklyHours> ToHours(this string? field, string api) =>
        [.. field.ToLines().SelectMany(line => Read(line) ?? throw new Unreadable(api, Says(line)))];

    /// <exception cref="Unreadable">A line says no day.</exception>
    public static List<DayRange> ToRanges(this string? field, string api) =>
        [
            .. field
                .ToLines()
                .Select(line => Until().Split(line))
                .Select(parts => new DayRange
                {
                    From = parts[0].ToDate(api),
                    To = string.Join(' ', parts[1..]).ToDate(api) ?? parts[0].ToDate(api),
                }),
        ];

    static string Line(WeeklyHours hours)
    {
        var days = CultureInfo.GetCultureInfo(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName).DateTimeFormat;
        return $"{days.GetAbbreviatedDayName((DayOfWeek)hours.Day!).TrimEnd('.')} {hours.From![..5]}–{hours.To![..5]}";
    }

    static string Line(DayRange days) => days.From.Equals(days.To) ? days.From.ToField()! : $"{days.From.ToField()} – {days.To.ToField()}";

    static IEnumerable<WeeklyHours>? Read(string line)
    {
        var read = Hours().Match(line);
        if (
            !read.Success
            || DayOf(read.Groups["first"].Value) is not { } first
            || DayOf(read.Groups["last"].Success ? read.Groups["last"].Value : read.Groups["first"].Value) is not { } last
            || TimeOf(read.Groups["from"].Value) is not { } from
            || TimeOf(read.Groups["to"].Value) is not { } to
        )
            return null;
        return Enumerable
            .Range(first, ((last - first + 7) % 7) + 1)
            .Select(day => new WeeklyHours
            {
                Day = (DayOfWeekObject)(day % 7),
                From = from,
                To = to,
            });
    }

    static int? DayOf(string typed) =>
        Array.FindIndex(Names, names => names.Any(name => name.StartsWith(typed, StringComparison.OrdinalIgnoreCase))) is >= 0 and var day
            ? day
            : null;

    static string? TimeOf(string typed) =>
        TimeOnly.TryParseExact(typed, ["H:mm", "H.mm", "%H"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time.ToString("HH:mm:ss", CultureInfo.InvariantCulture)
            : null;

    static ServiceDefaults.Errors.Text Says(string typed) =>
        new(
            $"„{typed}“ sagt nicht, an welchen Tagen von wann bis wann. Schreiben Sie die Zeile wie „Mo–Fr 08:00–20:00“.",
            $"“{typed}” does not say on which days from when until when. Write the line as “Mon–Fri 08:00–20:00”."
        );

    [GeneratedRegex(
        @"^(?<first>\p{L}{2,})\.?(?:\s*[-–]\s*(?<last>\p{L}{2,})\.?)?:?\s+(?<from>[\d:.]+)\s*(?:[-–]|bis|to)\s*(?<to>[\d:.]+)(?:\s*Uhr)?$"
    )]
    private static partial Regex Hours();

    [GeneratedRegex(@"\s*–\s*|\s+(?:-|bis|to)\s+")]
    private static partial Regex Until();
}
