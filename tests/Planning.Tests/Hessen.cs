using Integrationskonzept.Planning.Holidays;

namespace Integrationskonzept.Planning.Tests;

/// <summary>
/// Hesse's holidays by other means than the service's: computed from Easter; school holidays read straight from the file's data.
/// </summary>
static class Hessen
{
    public static HolidayData File { get; } = HolidayCalendar.Find("DE-HE")!.Data;

    public static bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        && !PublicHolidays(day.Year).Contains(day)
        && File.SchoolHolidays.All(row => day < row.From || day > row.To);

    public static IReadOnlyList<DateOnly> PublicHolidays(int year)
    {
        var easter = Easter(year);
        return
        [
            new(year, 1, 1),
            easter.AddDays(-2),
            easter.AddDays(1),
            new(year, 5, 1),
            easter.AddDays(39),
            easter.AddDays(50),
            easter.AddDays(60),
            new(year, 10, 3),
            new(year, 12, 25),
            new(year, 12, 26),
        ];
    }

    /// <summary>Gauß's rule as corrected by Lichtenberg.</summary>
    static DateOnly Easter(int year)
    {
        var k = year / 100;
        var m = 15 + (3 * k + 3) / 4 - (8 * k + 13) / 25;
        var s = 2 - (3 * k + 3) / 4;
        var a = year % 19;
        var d = (19 * a + m) % 30;
        var r = (d + a / 11) / 29;
        var og = 21 + d - r;
        var sz = 7 - (year + year / 4 + s) % 7;
        var oe = 7 - (og - sz) % 7;
        return new DateOnly(year, 3, 1).AddDays(og + oe - 1);
    }
}
