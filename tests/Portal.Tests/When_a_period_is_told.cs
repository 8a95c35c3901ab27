using System.Globalization;
using Integrationskonzept.Portal.Pages.Privacy;

namespace Integrationskonzept.Portal.Tests;

public sealed class When_a_period_is_told
{
    [Theory]
    [InlineData("P180D", "180 Tage", "180 days")]
    [InlineData("P1095D", "3 Jahre", "3 years")]
    [InlineData("P365D", "365 Tage", "365 days")]
    [InlineData("P1D", "24 Stunden", "24 hours")]
    [InlineData("PT36H", "36 Stunden", "36 hours")]
    [InlineData("PT15M", "15 Minuten", "15 minutes")]
    public void It_is_told_in_words(string period, string german, string english)
    {
        foreach (var (language, words) in new[] { ("de-DE", german), ("en-GB", english) })
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (new(language), new(language));
            Periods.Of(period).ShouldBe(words);
        }
    }
}
