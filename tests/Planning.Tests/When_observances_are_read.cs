using System.Globalization;
using Integrationskonzept.Planning.Observances;

namespace Integrationskonzept.Planning.Tests;

public sealed class When_observances_are_read
{
    [Theory]
    [InlineData("jewish", "2023-09-25", "Jom Kippur")]
    [InlineData("jewish", "2024-10-03", "Rosch ha-Schana")]
    [InlineData("jewish", "2024-03-24", "Purim")] // a leap year: the second Adar
    [InlineData("muslim", "2023-04-21", "Ramadanfest (Zuckerfest)")]
    [InlineData("muslim", "2024-06-16", "Opferfest")]
    [InlineData("orthodox", "2023-04-16", "Orthodoxes Ostern")]
    [InlineData("orthodox", "2027-05-02", "Orthodoxes Ostern")]
    [InlineData("western", "2023-11-22", "Buß- und Bettag")]
    [InlineData("yazidi", "2023-04-19", "Roter Mittwoch (Çarşema Sor)")]
    [InlineData("alevi", "2023-07-31", "Aşure")]
    public void They_are_where_the_faith_has_them(string faith, string day, string name) =>
        ObservanceCalendar.Choose([faith]).On(DateOnly.Parse(day, CultureInfo.InvariantCulture)).Select(row => row.De).ShouldContain(name);

    [Fact]
    public void Each_file_says_what_it_covers_and_where_it_comes_from_and_has_every_year()
    {
        ObservanceCalendar.All.Select(file => file.Faith).ShouldBe(["alevi", "jewish", "muslim", "orthodox", "western", "yazidi"]);
        foreach (var file in ObservanceCalendar.All)
        {
            file.Source.ShouldNotBeNullOrWhiteSpace();
            file.Note.ShouldNotBeNullOrWhiteSpace();
            (file.CoversFrom, file.CoversTo).ShouldBe((new DateOnly(2022, 1, 1), new DateOnly(2030, 12, 31)));
            file.Days.ShouldAllBe(row =>
                row.From <= row.To && row.Weight >= 1 && row.Weight <= 10 && row.De.Length > 0 && row.En.Length > 0
            );
            file.Days.ShouldBe(file.Days.OrderBy(row => row.From).ThenBy(row => row.To));
            for (var year = 2022; year <= 2030; year++)
                file.Days.Where(row => row.Weight >= 3).Select(row => row.From.Year).ShouldContain(year, $"{file.Faith} {year}");
        }
    }

    /// <summary>The days that move most, by the calendars of .NET.</summary>
    [Fact]
    public void Moving_days_are_those_that_the_calendars_give()
    {
        var hebrew = new HebrewCalendar();
        var hijri = new UmAlQuraCalendar();
        var kippur = Enumerable.Range(5783, 9).Select(year => DateOnly.FromDateTime(hebrew.ToDateTime(year, 1, 10, 0, 0, 0, 0)));
        Starts("jewish", "Jom Kippur").ShouldBe(kippur);
        var ends = Enumerable
            .Range(1443, 10)
            .Select(year => DateOnly.FromDateTime(hijri.ToDateTime(year, 10, 1, 0, 0, 0, 0)))
            .Where(day => day.Year is >= 2022 and <= 2030);
        Starts("muslim", "Ramadanfest (Zuckerfest)").ShouldBe(ends);
    }

    static IEnumerable<DateOnly> Starts(string faith, string name) =>
        ObservanceCalendar.All.Single(file => file.Faith == faith).Days.Where(row => row.De == name).Select(row => row.From);
}
