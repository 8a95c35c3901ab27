using System.Globalization;
using Integrationskonzept.Planning;
using Integrationskonzept.Scheduling.Attendance.Contacts;
using NodaTime;

namespace Integrationskonzept.Scheduling.Telling;

/// <summary>What mails say, in the person's language.</summary>
sealed class MailWords(MailLanguage language)
{
    readonly CultureInfo culture = CultureInfo.GetCultureInfo(language == MailLanguage.En ? "en-GB" : "de-DE");

    /// <summary>BCP 47.</summary>
    public string Code => language == MailLanguage.En ? "en" : "de";

    public string Say(string german, string english) => language == MailLanguage.En ? english : german;

    /// <summary>Day and hours as the tenant's clocks show them.</summary>
    public string When(CivilTime time, DateTimeOffset start, DateTimeOffset end)
    {
        var (from, to) = (time.Local(start), time.Local(end));
        return Say(
            $"{from.ToString("dddd, d. MMMM yyyy", culture)}, {from:HH:mm} bis {to:HH:mm} Uhr",
            $"{from.ToString("dddd, d MMMM yyyy", culture)}, {from:HH:mm} to {to:HH:mm} ({ZoneOf(time.Zone)})"
        );
    }

    public string Moment(CivilTime time, DateTimeOffset moment)
    {
        var at = time.Local(moment);
        return Say(
            $"{at.ToString("d. MMMM yyyy", culture)}, {at:HH:mm} Uhr",
            $"{at.ToString("d MMMM yyyy", culture)}, {at:HH:mm} ({ZoneOf(time.Zone)})"
        );
    }

    static string ZoneOf(DateTimeZone zone) => $"{zone.Id} time";
}
