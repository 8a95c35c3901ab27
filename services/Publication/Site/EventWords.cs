using System.Globalization;
using Integrationskonzept.Contracts;
using Integrationskonzept.Publication.Processes;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Tenancy;

namespace Integrationskonzept.Publication.Site;

/// <summary>An event in words, in the reader's language and the Landkreis' time.</summary>
static class EventWords
{
    public static string When(EventDetails details, KnownTenant tenant)
    {
        var (start, end) = (Local(details.Start, tenant), Local(details.End, tenant));
        return $"{start.ToString("dddd, d. MMMM yyyy, HH:mm", Reader)}–{end:HH:mm}";
    }

    /// <summary>Where the page of the Landkreis, which may have several processes, lists the dates of one.</summary>
    public static string Anchor(Guid mandateId) => $"termine-{mandateId:N}";

    public static Text State(AnnouncedEventDto row) =>
        row switch
        {
            { Cancelled: true } => new("abgesagt", "cancelled"),
            { Held: true } => new("hat stattgefunden", "held"),
            { Event.Confirmed: true } => new("bestätigt", "confirmed"),
            _ => new("geplant", "planned"),
        };

    public static string Badge(AnnouncedEventDto row) =>
        row switch
        {
            { Cancelled: true } => "danger",
            { Held: true } => "info",
            { Event.Confirmed: true } => "success",
            _ => "warning",
        };

    public static Text Mode(EventMode mode) =>
        mode switch
        {
            EventMode.Online => new("online", "online"),
            EventMode.Hybrid => new("vor Ort und online", "on site and online"),
            _ => new("vor Ort", "on site"),
        };

    public static IEnumerable<(string Start, AgendaPoint Point)> Agenda(EventDetails details, KnownTenant tenant)
    {
        var start = Local(details.Start, tenant);
        foreach (var point in details.Agenda)
        {
            yield return (start.ToString("HH:mm", CultureInfo.InvariantCulture), point);
            start = start.AddMinutes(point.Minutes);
        }
    }

    /// <summary>What is offered; where nothing is, that one can ask.</summary>
    public static IEnumerable<string> Access(AccessOffer access)
    {
        if (access.StepFree)
            yield return new Text("Ohne Stufen erreichbar, mit barrierefreier Toilette", "Step-free, with an accessible toilet").ToString();
        if (access.EasyLanguage)
            yield return new Text(
                "In Leichter Sprache, oder in Leichter Sprache zusammengefasst",
                "In easy language, or summed up in easy language"
            ).ToString();
        if (access.Childcare)
            yield return new Text("Kinder werden betreut", "Children are looked after").ToString();
        foreach (var language in access.Interpreters)
            yield return new Text($"Es wird übersetzt: {Name(language)}", $"Interpreted: {Name(language)}").ToString();
        yield return new Text(
            "Was Sie sonst brauchen, können Sie bei der Anmeldung sagen.",
            "Say what else you need when you register."
        ).ToString();
    }

    public static string Window(RegistrationNotice registration, KnownTenant tenant)
    {
        var (opens, closes) = (Day(registration.OpensAt), Day(registration.ClosesAt));
        return new Text(
            $"Anmeldung vom {opens} bis zum {closes} Uhr. Es gibt {registration.Seats} Plätze.",
            $"Registration from {opens} to {closes}. There are {registration.Seats} seats."
        ).ToString();

        string Day(DateTimeOffset at) => Local(at, tenant).ToString("d. MMMM yyyy, HH:mm", Reader);
    }

    static DateTimeOffset Local(DateTimeOffset at, KnownTenant tenant) =>
        TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(tenant.TimeZone));

    static IFormatProvider Reader => CultureInfo.CurrentUICulture;

    static string Name(string tag)
    {
        if (tag == "gsg")
            return new Text("Deutsche Gebärdensprache", "German Sign Language").ToString();
        try
        {
            return CultureInfo.GetCultureInfo(tag) is var culture && culture.EnglishName.StartsWith("Unknown", StringComparison.Ordinal)
                ? tag
                : culture.DisplayName;
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }
}
