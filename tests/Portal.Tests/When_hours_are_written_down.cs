using System.Globalization;
using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Components;
using Integrationskonzept.Portal.Pages.Resources;

namespace Integrationskonzept.Portal.Tests;

public sealed class When_hours_are_written_down
{
    [Theory]
    [InlineData("Mo 08:00–20:00")]
    [InlineData("Montag 8-20 Uhr")]
    [InlineData("mo: 8.00 bis 20.00")]
    [InlineData("Mon 08:00–20:00")]
    public void A_day_is_read_as_people_write_it(string line)
    {
        var hours = line.ToHours("hours").ShouldHaveSingleItem();
        (hours.Day, hours.From, hours.To).ShouldBe((DayOfWeekObject.Monday, "08:00:00", "20:00:00"));
    }

    [Fact]
    public void A_span_is_each_of_its_days_also_over_the_weekend()
    {
        "Fr–Mo 9–12"
            .ToHours("hours")
            .Select(hours => hours.Day)
            .ShouldBe([DayOfWeekObject.Friday, DayOfWeekObject.Saturday, DayOfWeekObject.Sunday, DayOfWeekObject.Monday]);
    }

    [Theory]
    [InlineData("werktags")]
    [InlineData("Mo 8 Uhr")]
    [InlineData("Xy 08:00–20:00")]
    [InlineData("Mo 25:00–26:00")]
    public void What_says_no_hours_is_an_error_at_its_field(string line) =>
        Should.Throw<Unreadable>(() => $"Di 8–12\n{line}".ToHours("hours")).Api.ShouldBe("hours");

    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    public void What_is_shown_can_be_read_again(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var week = "Mo–So 08:30–20:00".ToHours("hours");
        var again = week.ToField().ToHours("hours");
        again.Select(hours => (hours.Day, hours.From, hours.To)).ShouldBe(week.Select(hours => (hours.Day, hours.From, hours.To)));
        "2027-12-20 – 5.1.2028\n2028-05-01".ToRanges("closed").ToField().ShouldBe("2027-12-20 – 2028-01-05\n2028-05-01");
    }
}
