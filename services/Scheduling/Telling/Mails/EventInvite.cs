using Ical.Net;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Integrationskonzept.Mailing.Messages;
using Integrationskonzept.Scheduling.Attendance.Contacts;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.Scheduling.Telling.Calendars;
using Integrationskonzept.ServiceDefaults.Tenancy;

namespace Integrationskonzept.Scheduling.Telling.Mails;

/// <summary>
/// iTIP (RFC 5546): the event for one person's calendar. The same UID and SEQUENCE as in the public calendar; DTSTAMP is that of the mail,
/// by which programs tell a later message with the same SEQUENCE (withdrawn, registered again) from an earlier one.
/// </summary>
static class EventInvite
{
    public static CalendarPart Request(
        KnownTenant tenant,
        Event row,
        MailSender organizer,
        Contact attendee,
        bool accepted,
        DateTimeOffset now
    ) =>
        Write(
            CalendarMethods.Request,
            tenant,
            row,
            organizer,
            attendee,
            accepted ? EventParticipationStatus.Accepted : EventParticipationStatus.NeedsAction,
            now
        );

    public static CalendarPart Cancel(KnownTenant tenant, Event row, MailSender organizer, Contact attendee, DateTimeOffset now) =>
        Write(CalendarMethods.Cancel, tenant, row, organizer, attendee, EventParticipationStatus.Declined, now);

    static CalendarPart Write(
        string method,
        KnownTenant tenant,
        Event row,
        MailSender organizer,
        Contact attendee,
        string status,
        DateTimeOffset now
    )
    {
        var calendar = CalendarFeed.Empty(tenant, row.Day, method);
        var entry = CalendarFeed.Entry(tenant, row);
        if (status == EventParticipationStatus.Accepted && row.Description.OnlineUrl is { } online)
        {
            entry.Url = new(online);
            entry.Location = row.Venue ?? online;
        }
        entry.DtStamp = new CalDateTime(now.UtcDateTime.AddTicks(-(now.UtcDateTime.Ticks % TimeSpan.TicksPerSecond)));
        if (method == CalendarMethods.Cancel)
            entry.Status = EventStatus.Cancelled;
        entry.Organizer = new Organizer($"mailto:{organizer.Address}") { CommonName = organizer.Name };
        var person = new Attendee($"mailto:{attendee.Address}")
        {
            ParticipationStatus = status,
            Role = ParticipationRole.RequiredParticipant,
            Rsvp = false,
        };
        person.Parameters.Set("LANGUAGE", new MailWords(attendee.Language).Code);
        entry.Attendees.Add(person);
        calendar.Events.Add(entry);
        return new(method, new CalendarSerializer().SerializeToString(calendar)!);
    }
}
