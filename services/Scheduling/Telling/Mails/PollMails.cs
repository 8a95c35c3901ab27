using Integrationskonzept.Mailing.Messages;
using Integrationskonzept.Mailing.Queue;
using Integrationskonzept.Planning;
using Integrationskonzept.Scheduling.Attendance.Polls;
using Integrationskonzept.Scheduling.Telling.Senders;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Scheduling.Telling.Mails;

/// <summary>Asks people without an account when they can come. There is no event yet, so the poll's dates are what it is about.</summary>
sealed class PollMails(SchedulingDb db, PollLinks links, TenantSender senders, TenantClock clock)
{
    public Task<PollInvitation?> InvitationAsync(QueuedMail mail, CancellationToken ct) =>
        db.PollInvitations.AsNoTracking().SingleOrDefaultAsync(row => row.Id == mail.Reference, ct);

    /// <summary>None where nobody could answer any more.</summary>
    public async Task<Mail?> InviteAsync(PollInvitation invitation, CancellationToken ct)
    {
        var poll = await db.Polls.AsNoTracking().SingleAsync(row => row.Id == invitation.PollId, ct);
        if (!poll.IsOpen(clock.GetUtcNow()))
            return null;
        var landkreis = await clock.LandkreisAsync(ct);
        var time = await clock.CivilTimeAsync(ct);
        var words = new MailWords(invitation.Language);
        var subject = words.Say("Wann können Sie?", "When can you come?");
        return new()
        {
            Sender = await senders.CurrentAsync(landkreis.Name, ct),
            To = invitation.Address,
            Subject = $"{subject}: {poll.Title}",
            Body = new MailBody(words.Code)
                .Heading(subject)
                .Paragraph(
                    words.Say(
                        $"{landkreis.Centre} sucht einen Termin und fragt Sie, wann Sie können. Den Link können Sie bis "
                            + "zur Frist benutzen, auch mehrmals, um Ihre Antwort zu ändern; er gilt nur für Sie.",
                        $"{landkreis.Centre} looks for a date and asks when you can come. You can use the link until the "
                            + "deadline, also several times to change your answer; it is for you alone."
                    )
                )
                .Facts([
                    (words.Say("Veranstaltung", "Event"), poll.Title),
                    (words.Say("Wo", "Where"), poll.Venue),
                    (words.Say("Antworten bis", "Answer by"), words.Moment(time, poll.Deadline)),
                    .. poll.Options.Select(option =>
                        (
                            words.Say($"Termin {option.Number}", $"Date {option.Number}"),
                            (string?)words.When(time, option.Slot.Start, option.Slot.End)
                        )
                    ),
                ])
                .Link(words.Say("Zur Umfrage", "To the poll"), links.To(invitation))
                .Paragraph(
                    words.Say(
                        "Wenn Sie nicht antworten möchten, müssen Sie nichts tun. Ihre Antwort sehen andere nicht; wir "
                            + "vergessen Ihre Adresse nach der Veranstaltung.",
                        "If you don't want to answer, there is nothing to do. Others do not see your answer; we forget "
                            + "your address after the event."
                    )
                )
                .Paragraph(
                    words.Say(
                        $"Mit freundlichen Grüßen\n{landkreis.Centre}, {landkreis.Name}",
                        $"Kind regards\n{landkreis.Centre}, {landkreis.Name}"
                    )
                ),
        };
    }
}
