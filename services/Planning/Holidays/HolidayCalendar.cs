using System.Text.Json;

namespace Integrationskonzept.Planning.Holidays;

/// <summary>
/// The days on which a state has no events of ours: weekends, public holidays, school holidays. One data file per state, embedded,
/// with version and source; what lies beyond the days that it covers is unknown, not free.
/// </summary>
public sealed class HolidayCalendar
{
    static readonly Dictionary<string, HolidayCalendar> ByState = Load()
        .ToDictionary(calendar => calendar.Data.State, StringComparer.OrdinalIgnoreCase);

    readonly Dictionary<DateOnly, string> publicHolidays,
        schoolHolidays;

    HolidayCalendar(HolidayData data)
    {
        Data = data;
        publicHolidays = data.PublicHolidays.ToDictionary(day => day.Date, day => day.Name);
        schoolHolidays = data
            .SchoolHolidays.SelectMany(holidays => Days(holidays).Select(day => (day, holidays.Name)))
            .ToDictionary(pair => pair.day, pair => pair.Name);
    }

    /// <summary>The file as it is.</summary>
    public HolidayData Data { get; }

    /// <summary>The calendar of a state (ISO 3166-2), or null if there is none.</summary>
    public static HolidayCalendar? Find(string state) => ByState.GetValueOrDefault(state);

    /// <summary>True if the file knows about that day.</summary>
    public bool Covers(DateOnly day) => Data.CoversFrom <= day && day <= Data.CoversTo;

    /// <summary>Why there is no event on that day, or null if there can be one.</summary>
    public DayOff? OffOn(DateOnly day) =>
        publicHolidays.TryGetValue(day, out var holiday) ? new(DayOffKind.PublicHoliday, holiday)
        : schoolHolidays.TryGetValue(day, out var holidays) ? new(DayOffKind.SchoolHoliday, holidays)
        : day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? new(DayOffKind.Weekend, "Wochenende")
        : null;

    /// <summary>Everything that keeps events from that day.</summary>
    public IEnumerable<DayOffKind> AllOffOn(DateOnly day)
    {
        if (publicHolidays.ContainsKey(day))
            yield return DayOffKind.PublicHoliday;
        if (schoolHolidays.ContainsKey(day))
            yield return DayOffKind.SchoolHoliday;
        if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            yield return DayOffKind.Weekend;
    }

    static IEnumerable<DateOnly> Days(SchoolHolidays holidays) =>
        Enumerable.Range(0, holidays.To.DayNumber - holidays.From.DayNumber + 1).Select(holidays.From.AddDays);

    static IEnumerable<HolidayCalendar> Load()
    {
        var assembly = typeof(HolidayCalendar).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("holidays/", StringComparison.Ordinal)))
        {
            using var file = assembly.GetManifestResourceStream(name)!;
            yield return new(JsonSerializer.Deserialize<HolidayData>(file, JsonSerializerOptions.Web)!);
        }
    }
}

/// <summary>Why a day is off.</summary>
public enum DayOffKind
{
    Weekend,
    PublicHoliday,
    SchoolHoliday,
}

/// <param name="Kind">Kind of day.</param>
/// <param name="Name">German name.</param>
public sealed record DayOff(DayOffKind Kind, string Name);

/// <summary>A file of holidays.</summary>
public sealed record HolidayData(
    string State,
    string Version,
    string Source,
    DateOnly CoversFrom,
    DateOnly CoversTo,
    IReadOnlyList<PublicHoliday> PublicHolidays,
    IReadOnlyList<SchoolHolidays> SchoolHolidays
);

/// <summary>A public holiday (gesetzlicher Feiertag).</summary>
public sealed record PublicHoliday(DateOnly Date, string Name);

/// <summary>School holidays, first and last day included.</summary>
public sealed record SchoolHolidays(string Name, DateOnly From, DateOnly To);
