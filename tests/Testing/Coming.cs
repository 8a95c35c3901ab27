using System.Globalization;

namespace Integrationskonzept.Testing;

/// <summary>Days ahead, whenever the tests run: a fixed date would be past one day.</summary>
public static class Coming
{
    static readonly DateOnly Today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>A day that many days ahead.</summary>
    public static DateOnly Day(int ahead) => Today.AddDays(ahead);

    /// <summary>The first of that weekday that is at least so many days ahead.</summary>
    public static DateOnly Weekday(DayOfWeek weekday, int ahead) =>
        Enumerable.Range(ahead, 7).Select(Day).Single(day => day.DayOfWeek == weekday);

    /// <summary>The last Sunday in March, on which the clocks go forward at two, at least so many days ahead.</summary>
    public static DateOnly ClocksForward(int ahead) =>
        Enumerable.Range(ahead, 372).Select(Day).First(day => day is { Month: 3, Day: > 24, DayOfWeek: DayOfWeek.Sunday });

    /// <summary>That hour of the day as the API takes it, in civil time: <c>2031-05-08T10:00</c>.</summary>
    public static string At(this DateOnly day, string time) => $"{day:yyyy-MM-dd}T{time}";

    /// <summary>That hour of the day in Germany, in UTC.</summary>
    public static DateTimeOffset InBerlin(this DateOnly day, int hour) =>
        TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(new(hour, 0)), Berlin);

    /// <summary>The day in words, without its weekday: <c>8. Mai 2031</c>, <c>8 May 2031</c>.</summary>
    public static string In(this DateOnly day, string language) =>
        day.ToString(language == "de" ? "d. MMMM yyyy" : "d MMMM yyyy", CultureInfo.GetCultureInfo(language));
}
