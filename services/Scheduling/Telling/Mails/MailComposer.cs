using Integrationskonzept.Mailing.Messages;
using Integrationskonzept.Mailing.Queue;
using Integrationskonzept.Planning;
using Integrationskonzept.Scheduling.Attendance.Contacts;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.Scheduling.Telling.Senders;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Telling.Mails;

/// <summary>
/// Looks up what a mail of the queue is about and writes it as things are now; what is not true any more is not written. Nothing goes to
/// an address that refused.
/// </summary>
sealed class MailComposer(
    SchedulingDb db,
    ContactBook contacts,
    TenantSender senders,
    RequestMails requests,
    PollMails polls,
    RegistrationMails registrations,
    TenantClock clock
) : IMailComposer
{
    public async Task<Mail?> ComposeAsync(QueuedMail mail, CancellationToken ct)
    {
        if (mail.Kind == MailKinds.PollInvitation)
            return await polls.InvitationAsync(mail, ct) is { } asked && !await contacts.IsUndeliverableAsync(asked.Address, ct)
                ? await polls.InviteAsync(asked, ct)
                : null;
        if (await AboutAsync(mail, ct) is not { } about || await contacts.IsUndeliverableAsync(about.Address, ct))
            return null;
        return mail.Kind switch
        {
            MailKinds.ConfirmAddress => await requests.ConfirmAsync(about, ct),
            MailKinds.Invitation => await requests.InviteAsync(about, RequestWords.OfInvitation(about), ct),
            MailKinds.PollDecided => await requests.InviteAsync(about, RequestWords.OfDecision(about), ct),
            _ => await registrations.WriteAsync(mail, about, ct),
        };
    }

    public async Task BouncedAsync(QueuedMail mail, string? address, string code, CancellationToken ct)
    {
        var of =
            mail.Kind == MailKinds.PollInvitation
                ? (await polls.InvitationAsync(mail, ct))?.Address
                : (await AboutAsync(mail, ct))?.Address;
        if ((address ?? of) is { } known)
            await contacts.MarkUndeliverableAsync(known, code, ct);
    }

    async Task<MailAbout?> AboutAsync(QueuedMail mail, CancellationToken ct)
    {
        switch (mail.Kind)
        {
            case MailKinds.ConfirmAddress:
                return await db.RegistrationRequests.AsNoTracking().SingleOrDefaultAsync(row => row.Id == mail.Reference, ct) is { } request
                    ? (await GatherAsync(request.EventId, request.Address, request.Language, ct)) with
                    {
                        Request = request,
                    }
                    : null;
            case MailKinds.Invitation or MailKinds.PollDecided:
                return await db.Invitations.AsNoTracking().SingleOrDefaultAsync(row => row.Id == mail.Reference, ct) is { } invitation
                    ? (await GatherAsync(invitation.EventId, invitation.Address, invitation.Language, ct)) with
                    {
                        Invitation = invitation,
                    }
                    : null;
            default:
                if (await db.Registrations.AsNoTracking().SingleOrDefaultAsync(row => row.Id == mail.Reference, ct) is not { } registration)
                    return null;
                var contact = await db.Contacts.AsNoTracking().SingleOrDefaultAsync(row => row.Subject == registration.Subject, ct);
                return contact is null
                    ? null
                    : (await GatherAsync(registration.EventId, contact.Address, contact.Language, ct)) with
                    {
                        Registration = registration,
                        Contact = contact,
                    };
        }
    }

    async Task<MailAbout> GatherAsync(Guid eventId, string address, MailLanguage language, CancellationToken ct)
    {
        var landkreis = await clock.LandkreisAsync(ct);
        var appointment = await db.Events.AsNoTracking().SingleAsync(row => row.Id == eventId, ct);
        return new(
            landkreis,
            await senders.CurrentAsync(landkreis.Name, ct),
            await clock.CivilTimeAsync(ct),
            appointment,
            address,
            new(language)
        );
    }
}

/// <summary>What a mail is about, looked up.</summary>
sealed record MailAbout(KnownTenant Landkreis, MailSender Sender, CivilTime Time, Event Event, string Address, MailWords Words)
{
    public RegistrationRequest? Request { get; init; }
    public Invitation? Invitation { get; init; }
    public Registration? Registration { get; init; }
    public Contact? Contact { get; init; }

    /// <summary>A mail with these words, the event's facts and who writes.</summary>
    public Mail Write(string subject, Func<MailBody, MailBody> body, CalendarPart? calendar = null) =>
        new()
        {
            Sender = Sender,
            To = Address,
            Subject = $"{subject}: {Event.Title}",
            Calendar = calendar,
            Body = body(new MailBody(Words.Code).Heading(subject))
                .Paragraph(
                    Words.Say(
                        $"Mit freundlichen Grüßen\n{Landkreis.Centre}, {Landkreis.Name}",
                        $"Kind regards\n{Landkreis.Centre}, {Landkreis.Name}"
                    )
                ),
        };

    public MailBody Facts(MailBody body) =>
        body.Facts(
            (Words.Say("Veranstaltung", "Event"), Event.Title),
            (Words.Say("Wann", "When"), Words.When(Time, Event.Start, Event.End)),
            (Words.Say("Wo", "Where"), Event.Venue),
            (Words.Say("Anfahrt und Eingang", "Getting there"), Event.Description.Arrival),
            (Words.Say("Online dabei sein", "Join online"), Event.OnlineUrlFor(Registration))
        );
}
