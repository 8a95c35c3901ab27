using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Calendar = Ical.Net.Calendar;

namespace Integrationskonzept.Scheduling.Telling.Calendars;

/// <summary>Events as a published calendar. Depends on the events alone, so that unchanged events give the same bytes.</summary>
static class CalendarFeed
{
    static readonly DateOnly Latest = new(2022, 1, 1);

    public static string Write(KnownTenant tenant, IReadOnlyList<Event> events, string? name = null)
    {
        var calendar = Empty(tenant, events.Count == 0 ? null : events[0].Day, CalendarMethods.Publish);
        calendar.Properties.Add(new CalendarProperty("X-WR-CALNAME", name ?? $"Integrationskonzept {tenant.Name}"));
        foreach (var row in events)
            calendar.Events.Add(Entry(tenant, row));
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    /// <summary>
    /// With the zone's rules from a year before the first event; events never lie before the rules that apply to them. A start in the
    /// future the library refuses; the rules are the same ones since long before <see cref="Latest"/>.
    /// </summary>
    public static Calendar Empty(KnownTenant tenant, DateOnly? firstDay, string method)
    {
        var calendar = new Calendar { ProductId = "-//Integrationskonzept//Scheduling//DE", Method = method };
        var first = firstDay is { } day && day.AddYears(-1) < Latest ? day.AddYears(-1) : Latest;
        calendar.AddTimeZone(VTimeZone.FromDateTimeZone(tenant.TimeZone, first.ToDateTime(default), includeHistoricalData: false));
        return calendar;
    }

    public static CalendarEvent Entry(KnownTenant tenant, Event row)
    {
        var changed = new CalDateTime(row.ChangedAt.UtcDateTime);
        var entry = new CalendarEvent
        {
            Uid = $"{row.Id}@{row.Tenant}.integrationskonzept",
            Summary = row.Title,
            Location = row.Venue,
            Sequence = row.Sequence,
            Start = Local(tenant, row.Start),
            End = Local(tenant, row.End),
            DtStamp = changed,
            LastModified = changed,
            Status = row.State switch
            {
                EventState.Cancelled => EventStatus.Cancelled,
                EventState.Planned => EventStatus.Tentative,
                _ => EventStatus.Confirmed,
            },
        };
        if (row.TopicArea is { } area)
            entry.Categories.Add(area);
        if (row.Reason is { } reason)
            entry.Description = row.State == EventState.Cancelled ? $"Abgesagt: {reason}" : $"Verlegt: {reason}";
        return entry;
    }

    static CalDateTime Local(KnownTenant tenant, DateTimeOffset instant) =>
        new CalDateTime(instant.UtcDateTime).ToTimeZone(tenant.TimeZone);
}
