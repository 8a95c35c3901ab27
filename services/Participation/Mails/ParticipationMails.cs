using Integrationskonzept.Mailing.Messages;
using Integrationskonzept.Mailing.Queue;
using Integrationskonzept.Participation.Answers;
using Integrationskonzept.Participation.WaysIn;

namespace Integrationskonzept.Participation.Mails;

/// <summary>Each kind of mail is written by the slice that sends it.</summary>
sealed class ParticipationMails(AnswerMails answers, LinkMails links) : IMailComposer
{
    public Task<Mail?> ComposeAsync(QueuedMail mail, CancellationToken ct) =>
        mail.Kind == LinkMails.Kind ? links.ComposeAsync(mail, ct) : answers.ComposeAsync(mail, ct);

    public Task BouncedAsync(QueuedMail mail, string? address, string code, CancellationToken ct) =>
        mail.Kind == LinkMails.Kind ? links.BouncedAsync(mail, ct) : answers.BouncedAsync(mail, ct);
}
