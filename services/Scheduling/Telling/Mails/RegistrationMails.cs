using Integrationskonzept.Mailing.Messages;
using Integrationskonzept.Mailing.Queue;
using Integrationskonzept.Scheduling.Attendance.CheckIns;
using Integrationskonzept.Scheduling.Attendance.Contacts;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.Scheduling.Attendance.Reminders;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.Scheduling.Telling.Calendars;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Scheduling.Telling.Mails;

/// <summary>Mails to people who are registered: what became of it, changes of the event, reminders.</summary>
sealed class RegistrationMails(
    SchedulingDb db,
    Registrar registrar,
    RegistrationLinks links,
    PersonalCalendars calendars,
    TimeProvider time,
    IOptions<RegistrationOptions> options
)
{
    public async Task<Mail?> WriteAsync(QueuedMail mail, MailAbout about, CancellationToken ct)
    {
        var (row, appointment) = (about.Registration!, about.Event);
        var came = mail.Kind == MailKinds.Thanks && await db.CameAsync(row, ct);
        var isStale = mail.Kind switch
        {
            // A later mail says what holds now; and of an event that is cancelled or has begun nobody is promised or offered anything.
            MailKinds.Registration => row.Notice != mail.Occasion
                || (row.IsActive && (!appointment.IsAhead || appointment.Start <= time.GetUtcNow()))
                || await HasSeatAnewAsync(row, about, ct),
            MailKinds.Details => row.Edition != mail.Occasion || !row.IsActive,
            MailKinds.EventChanged => !row.IsActive || await IsToldAgainAsync(mail, appointment, ct),
            MailKinds.Reminder => ReminderDates.OccasionOf(appointment) != mail.Occasion
                || row.State != RegistrationState.Confirmed
                || !appointment.IsAhead
                || appointment.Start <= time.GetUtcNow(),
            MailKinds.Thanks => ReminderDates.OccasionOf(appointment) != mail.Occasion
                || row.State != RegistrationState.Confirmed
                || appointment.State == EventState.Cancelled
                // where people were checked in, who was not did not come
                || (!came && await db.CheckIns.AnyAsync(scan => scan.EventId == appointment.Id, ct)),
            _ => true,
        };
        if (isStale)
            return null;

        var (subject, says) = mail.Kind switch
        {
            MailKinds.EventChanged => RegistrationWords.OfChange(about),
            MailKinds.Details => RegistrationWords.OfDetails(about),
            MailKinds.Reminder => RegistrationWords.OfReminder(about),
            MailKinds.Thanks => RegistrationWords.OfThanks(about),
            _ => RegistrationWords.OfState(about, await PositionAsync(row, ct), await WhyAsync(row, ct)),
        };
        var page = row.IsActive && appointment.IsAhead && appointment.Start > time.GetUtcNow() ? await LinksAsync(about, ct) : null;
        var written = about.Write(
            subject,
            body =>
            {
                body = about.Facts(body.Paragraph(says));
                if (came)
                    TicketMail.Certificate(
                        body,
                        about,
                        links.To(appointment, new(LinkPurpose.Certificate, row.Id, 0, appointment.End + options.Value.CertificateTime))
                    );
                if (page is not null && TicketMail.IsFor(row))
                    TicketMail.Write(body, about);
                return page is null ? body : page(body);
            },
            CalendarOf(mail, about)
        );
        return page is null
            ? written
            : written with
            {
                Unsubscribe = links.To(appointment, Withdraw(row, appointment)),
                Images = TicketMail.IsFor(row) ? [TicketMail.Image(row)] : [],
            };
    }

    /// <summary>
    /// Withdrew and registered again: a CANCEL that comes after the new REQUEST would take the event out of the calendar.
    /// </summary>
    async Task<bool> HasSeatAnewAsync(Registration row, MailAbout about, CancellationToken ct) =>
        row.State == RegistrationState.Withdrawn
        && await registrar.FindAsync(row.EventId, row.Subject, about.Contact!.AddressKey, ct)
            is { State: RegistrationState.Confirmed or RegistrationState.Offered };

    /// <summary>Of a later change, which says the same; by key, for which there is an index.</summary>
    async Task<bool> IsToldAgainAsync(QueuedMail mail, Event appointment, CancellationToken ct)
    {
        var later = Enumerable
            .Range(mail.Occasion + 1, appointment.Sequence - mail.Occasion)
            .Select(sequence => EventNews.KeyOf(sequence) + mail.Reference)
            .ToArray();
        return later.Length > 0
            && await db.Set<QueuedMail>().AnyAsync(row => row.TenantSlug == mail.TenantSlug && later.Contains(row.Key), ct);
    }

    /// <summary>REQUEST to those who have a seat or an offer; CANCEL to those whose calendar has it and should not any more.</summary>
    CalendarPart? CalendarOf(QueuedMail mail, MailAbout about)
    {
        var row = about.Registration!;
        var appointment = about.Event;
        var contact = about.Contact!;
        if (mail.Kind is MailKinds.Reminder or MailKinds.Thanks or MailKinds.Details || !row.WasInvited)
            return null;
        return appointment.IsAhead && row.State is (RegistrationState.Confirmed or RegistrationState.Offered)
            ? EventInvite.Request(
                about.Landkreis,
                appointment,
                about.Sender,
                contact,
                row.State == RegistrationState.Confirmed,
                time.GetUtcNow()
            )
            : EventInvite.Cancel(about.Landkreis, appointment, about.Sender, contact, time.GetUtcNow());
    }

    async Task<Func<MailBody, MailBody>> LinksAsync(MailAbout about, CancellationToken ct)
    {
        var row = about.Registration!;
        var appointment = about.Event;
        var words = about.Words;
        var calendar = await calendars.AddressAsync(about.Contact!.Id, ct);
        return body =>
        {
            if (row.State == RegistrationState.Offered)
                body.Link(
                    words.Say("Platz annehmen", "Take the seat"),
                    links.To(appointment, new(LinkPurpose.Accept, row.Id, row.Notice, row.OfferExpiresAt!.Value))
                );
            return body.Link(
                    words.Say("Angaben ändern", "Change what you have said"),
                    links.To(appointment, new(LinkPurpose.Change, row.Id, row.Edition, appointment.Start))
                )
                .Link(words.Say("Abmelden", "Withdraw"), links.To(appointment, Withdraw(row, appointment)))
                .Link(
                    words.Say(
                        "Ihr Kalender mit allen Ihren Anmeldungen, zum Abonnieren; geben Sie die Adresse nicht weiter",
                        "Your calendar with all your registrations, to subscribe to; keep its address to yourself"
                    ),
                    calendar
                )
                .Link(
                    words.Say(
                        "Neue Adresse für Ihren Kalender; die alte gilt dann nicht mehr",
                        "A new address for your calendar; the old one then is void"
                    ),
                    links.To(appointment, new(LinkPurpose.Calendar, about.Contact!.Id, 0, appointment.Start))
                );
        };
    }

    static LinkToken Withdraw(Registration row, Event appointment) => new(LinkPurpose.Withdraw, row.Id, 0, appointment.Start);

    async Task<WaitReason> WhyAsync(Registration row, CancellationToken ct) =>
        row.State != RegistrationState.Waiting
            ? default
            : (await db.CensusAsync(row.EventId, ct)).Seats.WhyNot(
                await db.RegistrationSettings.AsNoTracking().SingleAsync(settings => settings.Id == row.EventId, ct)
            );

    async Task<int> PositionAsync(Registration row, CancellationToken ct) =>
        row.State != RegistrationState.Waiting
            ? 0
            : await db.Registrations.CountAsync(
                other => other.EventId == row.EventId && other.State == RegistrationState.Waiting && other.Turn <= row.Turn,
                ct
            );
}
