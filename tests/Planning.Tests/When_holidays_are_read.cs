using Integrationskonzept.Planning.Holidays;

namespace Integrationskonzept.Planning.Tests;

public sealed class When_holidays_are_read
{
    [Fact]
    public void Public_holidays_are_those_that_easter_and_the_law_give()
    {
        Hessen
            .File.PublicHolidays.Select(row => row.Date)
            .Order()
            .ShouldBe(Enumerable.Range(2022, 9).SelectMany(Hessen.PublicHolidays).Order());
        Hessen
            .File.PublicHolidays.Single(row => row.Name == "Ostermontag" && row.Date.Year == 2023)
            .Date.ShouldBe(new DateOnly(2023, 4, 10));
    }

    [Fact]
    public void School_holidays_are_plausible_and_complete_for_the_days_that_the_file_covers()
    {
        var file = Hessen.File;
        file.Source.ShouldNotBeNullOrWhiteSpace();
        file.SchoolHolidays.ShouldBe(file.SchoolHolidays.OrderBy(row => row.From));
        foreach (var (one, next) in file.SchoolHolidays.Zip(file.SchoolHolidays.Skip(1)))
            (next.From.DayNumber - one.To.DayNumber).ShouldBeInRange(30, 120);
        foreach (var summer in file.SchoolHolidays.Where(row => row.Name == "Sommerferien"))
            (summer.To.DayNumber - summer.From.DayNumber + 3).ShouldBe(42);
        for (var year = file.CoversFrom.Year; year < file.CoversTo.Year; year++)
            file.SchoolHolidays.Where(row => row.From.Year == year)
                .Select(row => row.Name)
                .ShouldBe(["Osterferien", "Sommerferien", "Herbstferien", "Weihnachtsferien"]);
        file.CoversTo.ShouldBe(file.SchoolHolidays[^1].To);
    }

    [Fact]
    public void A_state_without_a_file_has_no_calendar() => HolidayCalendar.Find("DE-BY").ShouldBeNull();
}
