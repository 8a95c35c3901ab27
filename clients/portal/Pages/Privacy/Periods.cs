using System.Globalization;
using System.Xml;
using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Portal.Pages.Privacy;

/// <summary>Periods of ISO 8601 in words.</summary>
static class Periods
{
    const int DaysOfYear = 365;

    public static string Of(string period)
    {
        var time = XmlConvert.ToTimeSpan(period);
        return time.TotalDays switch
        {
            >= 2 * DaysOfYear when time.TotalDays % DaysOfYear == 0 => Say(time.TotalDays / DaysOfYear, new("Jahre", "years")),
            > 1 when time.TotalDays % 1 == 0 => Say(time.TotalDays, new("Tage", "days")),
            >= 1.0 / 24 => Say(time.TotalHours, new("Stunden", "hours")),
            _ => Say(time.TotalMinutes, new("Minuten", "minutes")),
        };
    }

    static string Say(double number, Text unit) => $"{number.ToString("0.##", CultureInfo.CurrentCulture)} {unit}";
}
