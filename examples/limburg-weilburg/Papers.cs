using System.Globalization;

namespace Integrationskonzept.Walkthrough;

/// <summary>A mandate's paper and the days on which its bodies decide.</summary>
public sealed record Papers(string Text, string Reference, DateOnly Committee, DateOnly Council)
{
    static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    static string Example => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "beschlussvorlage.md"));

    public static Papers OfLimburgWeilburg() => new(Example, "VL-320/2022", new(2022, 8, 11), new(2022, 9, 16));

    /// <summary>The same kind of order, given a few weeks ago: a process that has just begun.</summary>
    public static Papers Beginning(string tenant, DateOnly today)
    {
        var (date, committee, council) = (Weekday(today.AddDays(-75)), Weekday(today.AddDays(-56)), Weekday(today.AddDays(-35)));
        var deadline = council.AddMonths(15);
        var reference = $"VL-{council.DayOfYear}/{council.Year}";
        var text = Example
            .Replace("VL-320/2022", reference)
            .Replace("26.07.2022", date.ToString("dd.MM.yyyy", German))
            .Replace("11. August 2022", committee.ToString("d. MMMM yyyy", German))
            .Replace("16. September 2022", council.ToString("d. MMMM yyyy", German))
            .Replace("bis Ende September 2023", $"bis Ende {deadline.ToString("MMMM yyyy", German)}");
        return new(text, reference, committee, council);
    }

    static DateOnly Weekday(DateOnly day) =>
        day.DayOfWeek switch
        {
            DayOfWeek.Saturday => day.AddDays(-1),
            DayOfWeek.Sunday => day.AddDays(-2),
            _ => day,
        };
}
