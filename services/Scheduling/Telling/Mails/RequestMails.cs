using Integrationskonzept.Mailing.Messages;
using Integrationskonzept.Scheduling.Attendance.Registrations;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Scheduling.Telling.Mails;

/// <summary>Mails to people who are not registered yet: to show that the address is theirs, and invitations.</summary>
sealed class RequestMails(Registrar registrar, RegistrationLinks links, TimeProvider time, IOptions<RegistrationOptions> options)
{
    /// <summary>Only the mail says whether the address is registered already: whoever asked in its name learns nothing.</summary>
    public async Task<Mail?> ConfirmAsync(MailAbout about, CancellationToken ct)
    {
        var words = about.Words;
        var request = about.Request!;
        var appointment = about.Event;
        if (request.UsedAt is not null || !appointment.IsAhead)
            return null;
        if (await registrar.FindAsync(appointment.Id, null, MailAddresses.KeyOf(request.Address), ct) is { IsActive: true } known)
            return about.Write(
                words.Say("Sie sind schon angemeldet", "You are registered already"),
                body =>
                    about
                        .Facts(
                            body.Paragraph(
                                words.Say(
                                    "Jemand, vermutlich Sie selbst, wollte diese Adresse noch einmal anmelden. Ihre "
                                        + "Anmeldung gilt weiter; Sie müssen nichts tun.",
                                    "Somebody, probably you, tried to register this address again. Your registration "
                                        + "holds; there is nothing to do."
                                )
                            )
                        )
                        .Link(
                            words.Say("Abmelden", "Withdraw"),
                            links.To(appointment, new(LinkPurpose.Withdraw, known.Id, 0, appointment.Start))
                        )
            );

        var until = request.RequestedAt + options.Value.ConfirmTime is var end && end < appointment.Start ? end : appointment.Start;
        if (until <= time.GetUtcNow())
            return null;
        return about.Write(
            words.Say("Bitte bestätigen Sie Ihre Anmeldung", "Please confirm your registration"),
            body =>
                about
                    .Facts(
                        body.Paragraph(
                            words.Say(
                                "Sie sind noch nicht angemeldet. Bitte bestätigen Sie bis "
                                    + $"{words.Moment(about.Time, until)}, dass diese Mailadresse Ihnen gehört. Erst in diesem "
                                    + "Moment bekommen Sie einen Platz.",
                                $"You are not registered yet. Please confirm by {words.Moment(about.Time, until)} that "
                                    + "this mail address is yours. Only then you get a seat."
                            )
                        )
                    )
                    .Link(
                        words.Say("Anmeldung bestätigen", "Confirm the registration"),
                        links.To(appointment, new(LinkPurpose.Confirm, request.Id, 0, until))
                    )
                    .Paragraph(
                        words.Say(
                            "Waren Sie das nicht? Dann löschen Sie diese Mail einfach. Wir vergessen die Adresse nach einer Woche.",
                            "Was it not you? Then just delete this mail. We forget the address after a week."
                        )
                    )
        );
    }

    public async Task<Mail?> InviteAsync(MailAbout about, (string Subject, string Says) says, CancellationToken ct)
    {
        var words = about.Words;
        var invitation = about.Invitation!;
        var appointment = about.Event;
        if (invitation.UsedAt is not null || !appointment.IsAhead || appointment.Start <= time.GetUtcNow())
            return null;
        if (await registrar.FindAsync(appointment.Id, null, invitation.AddressKey, ct) is not null)
            return null;
        return about.Write(
            says.Subject,
            body =>
                about
                    .Facts(body.Paragraph(says.Says))
                    .Link(
                        words.Say("Zur Anmeldung", "To the registration"),
                        links.To(appointment, new(LinkPurpose.Invitation, invitation.Id, 0, appointment.Start))
                    )
                    .Paragraph(
                        words.Say(
                            "Wenn Sie nicht kommen möchten, müssen Sie nichts tun. Wir vergessen Ihre Adresse nach der Veranstaltung.",
                            "If you don't want to come, there is nothing to do. We forget your address after the event."
                        )
                    )
        );
    }
}
