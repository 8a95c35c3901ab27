using System.Globalization;
using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Components;
using Integrationskonzept.Portal.Pages.Papers;

namespace Integrationskonzept.Portal.Tests;

public sealed class When_somebody_types_into_a_form
{
    [Theory]
    [InlineData("12.000", 12000)]
    [InlineData("1.234,50", 1234.5)]
    [InlineData("1,234.50", 1234.5)]
    [InlineData("1234.5", 1234.5)]
    [InlineData("0,5", 0.5)]
    [InlineData("150 EUR", 150)]
    [InlineData("7.000,00 €", 7000)]
    [InlineData("-3", -3)]
    public void Numbers_are_read_as_people_write_them(string typed, double number)
    {
        Reads("de");
        typed.ToNumber("cost").ShouldBe(number);
    }

    [Theory]
    [InlineData("de", "12,000")]
    [InlineData("en", "12.000")]
    [InlineData("de", "NaN")]
    [InlineData("de", "1e99")]
    [InlineData("de", "99999999999999999999")]
    [InlineData("de", "1.2.3")]
    [InlineData("de", "ungefähr 7")]
    [InlineData("de", "1.23,4,5")]
    public void What_is_no_number_or_two_is_an_error_at_its_field(string language, string typed)
    {
        Reads(language);
        var unreadable = Should.Throw<Unreadable>(() => typed.ToNumber("content.statedTotal"));
        unreadable.Api.ShouldBe("content.statedTotal");
        unreadable.Says.De.ShouldContain(typed);
    }

    [Fact]
    public void Whole_numbers_have_no_fraction()
    {
        "80".ToWhole("seats").ShouldBe(80);
        "".ToWhole("seats").ShouldBeNull();
        Should.Throw<Unreadable>(() => "0,5".ToWhole("seats"));
        Should.Throw<Unreadable>(() => "9999999999".ToWhole("seats"));
    }

    [Theory]
    [InlineData("2027-05-03")]
    [InlineData("3.5.2027")]
    [InlineData(" 03.05.2027 ")]
    public void Days_are_read_as_calendars_and_people_write_them(string typed) => typed.ToDate("on").ToField().ShouldBe("2027-05-03");

    [Theory]
    [InlineData("31.2.2027")]
    [InlineData("3. Mai")]
    [InlineData("05/03/2027")]
    public void A_day_that_is_none_is_not_dropped(string typed) =>
        Should.Throw<Unreadable>(() => $"2027-05-04\n{typed}".ToDates("blockedDates")).Api.ShouldBe("blockedDates");

    [Fact]
    public void A_row_of_a_paper_without_its_name_is_not_dropped()
    {
        var form = new CorrectionForm
        {
            Reference = "VL-1/2027",
            Subject = "Auftrag",
            Clerks = "Amt, Abteilung 2\nWIR-Koordination",
            Programme = [new() { Title = "Auftakt", Count = "1" }, new(), new() { UnitCost = "500" }],
        };
        Should.Throw<Unreadable>(form.ToCorrection).Api.ShouldBe("content.programme[2].title");

        form.Programme[2].UnitCost = null;
        var sent = form.ToCorrection().Content!;
        sent.Programme!.ShouldHaveSingleItem().Title.ShouldBe("Auftakt");
        sent.Clerks.ShouldBe(["Amt, Abteilung 2", "WIR-Koordination"]);

        form.Consultations.Add(new() { Date = "2027-05-03" });
        Should.Throw<Unreadable>(form.ToCorrection).Api.ShouldBe("consultations[0].organization");
    }

    [Fact]
    public void A_choice_that_there_is_not_is_none() => "Sonstiges".ToChoice<StakeholderGroup>().ShouldBeNull();

    static void Reads(string language) => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
}
