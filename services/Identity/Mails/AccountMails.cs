using Integrationskonzept.Identity.Accounts;
using Integrationskonzept.Identity.Members;
using Integrationskonzept.Identity.Notices;
using Integrationskonzept.Identity.SignIn;
using Integrationskonzept.Identity.Tenants;
using Integrationskonzept.Mailing;
using Integrationskonzept.Mailing.Messages;
using Integrationskonzept.Mailing.Queue;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Identity.Mails;

/// <summary>Writes what Identity sends, in the platform's own name; what is not true any more is not written.</summary>
sealed class AccountMails(
    IdentityDb db,
    InvitationLinks invitations,
    NewPasswordLinks passwords,
    IOptions<MailOptions> options,
    TimeProvider time
) : IMailComposer
{
    public Task<Mail?> ComposeAsync(QueuedMail mail, CancellationToken ct) =>
        mail.Kind switch
        {
            AccountNotices.Invitation => InviteAsync(mail, ct),
            AccountNotices.NewPassword => ToAccountAsync(
                mail,
                new("Neues Passwort setzen", "Set a new password"),
                (account, body, words) =>
                    body.Paragraph(
                            words.Say(
                                "Jemand, vermutlich Sie selbst, möchte für Ihr Konto ein neues Passwort setzen. Der Link "
                                    + "gilt eine Stunde und nur einmal.",
                                "Somebody, probably you, wants to set a new password for your account. The link is good "
                                    + "for an hour, and once."
                            )
                        )
                        .Link(words.Say("Neues Passwort setzen", "Set a new password"), passwords.To(account))
                        .Paragraph(
                            words.Say(
                                "Waren Sie das nicht? Dann löschen Sie diese Mail einfach. Ihr Passwort bleibt, wie es ist.",
                                "Was it not you? Then just delete this mail. Your password stays as it is."
                            )
                        ),
                ct
            ),
            AccountNotices.PasswordChanged => ToAccountAsync(
                mail,
                new("Ihr Passwort wurde geändert", "Your password was changed"),
                (_, body, words) =>
                    body.Paragraph(
                            words.Say(
                                "Das Passwort Ihres Kontos wurde geändert; überall sonst sind Sie jetzt abgemeldet.",
                                "The password of your account was changed; everywhere else you are signed out now."
                            )
                        )
                        .Paragraph(Beware(words)),
                ct
            ),
            AccountNotices.SecondFactorChanged => ToAccountAsync(
                mail,
                new("Ihre Anmeldung in zwei Schritten wurde geändert", "Your two-step sign-in was changed"),
                (_, body, words) =>
                    body.Paragraph(
                            words.Say(
                                "Für Ihr Konto wurde ein Einmalcode oder ein Passkey eingerichtet oder entfernt.",
                                "A one-time code or a passkey of your account was set up or removed."
                            )
                        )
                        .Paragraph(Beware(words)),
                ct
            ),
            _ => throw new InvalidOperationException($"There is no mail of the kind {mail.Kind}."),
        };

    public async Task BouncedAsync(QueuedMail mail, string? address, string code, CancellationToken ct)
    {
        if (
            mail.Kind == AccountNotices.Invitation
            && await db.Invitations.SingleOrDefaultAsync(row => row.Id == mail.Reference, ct) is { } invitation
        )
            invitation.Bounced();
    }

    async Task<Mail?> InviteAsync(QueuedMail mail, CancellationToken ct)
    {
        var invitation = await db.Invitations.AsNoTracking().SingleOrDefaultAsync(row => row.Id == mail.Reference, ct);
        if (invitation is null or { NeedsSecondPerson: true } || invitation.ExpiresAt <= time.GetUtcNow())
            return null;
        var words = new Words(invitation.Language);
        if (mail.TenantSlug == AccountNotices.OfNoLandkreis)
            return InvitePlatform(invitation, words);
        var landkreis = (await db.FindTenantAsync(mail.TenantSlug, ct)).Description;
        return Write(
            invitation.UserName,
            words,
            new($"Einladung: {landkreis.Name}", $"Invitation: {landkreis.Name}"),
            body =>
                body.Paragraph(
                        words.Say(
                            $"{landkreis.Centre}, {landkreis.Name}, lädt Sie ein, am Integrationskonzept mitzuarbeiten. "
                                + "Erst wenn Sie annehmen, gilt die Einladung.",
                            $"{landkreis.Centre}, {landkreis.Name}, invites you to work on the Integrationskonzept. The "
                                + "invitation counts only when you accept it."
                        )
                    )
                    .Facts(
                        (words.Say("Landkreis", "Landkreis"), landkreis.Name),
                        (words.Say("Rollen", "Roles"), string.Join(", ", invitation.Roles.Select(role => words.Say(RoleNames.Of(role))))),
                        (words.Say("Gültig bis", "Good until"), $"{invitation.ExpiresAt:yyyy-MM-dd HH:mm} UTC")
                    )
                    .Link(Accept(words), invitations.To(invitation))
                    .Paragraph(KeepToYourself(words))
        );
    }

    Mail InvitePlatform(Invitation invitation, Words words) =>
        Write(
            invitation.UserName,
            words,
            new("Einladung: Betrieb der Plattform Integrationskonzept", "Invitation: operation of the platform Integrationskonzept"),
            body =>
                body.Paragraph(
                        words.Say(
                            "Sie sind als Betreiberin oder Betreiber dieser Plattform eingetragen. Erst wenn Sie annehmen, gilt das.",
                            "You are entered as an operator of this platform. It counts only when you accept it."
                        )
                    )
                    .Facts((words.Say("Gültig bis", "Good until"), $"{invitation.ExpiresAt:yyyy-MM-dd HH:mm} UTC"))
                    .Link(Accept(words), invitations.To(invitation))
                    .Paragraph(KeepToYourself(words))
        );

    static string Accept(Words words) => words.Say("Einladung ansehen und annehmen", "See and accept the invitation");

    static string KeepToYourself(Words words) =>
        words.Say(
            "Geben Sie den Link nicht weiter. Kennen Sie den Absender nicht, löschen Sie diese Mail einfach.",
            "Don't pass the link on. If you don't know the sender, just delete this mail."
        );

    async Task<Mail?> ToAccountAsync(QueuedMail mail, Text subject, Func<Account, MailBody, Words, MailBody> body, CancellationToken ct)
    {
        // Who asked in the name of an address without account gets no mail, and can't tell that from outside.
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(row => row.Id == mail.Reference, ct) is not { } account)
            return null;
        var words = new Words(mail.Occasion == Words.English ? "en" : "de");
        return Write(account.UserName, words, subject, text => body(account, text, words));
    }

    static string Beware(Words words) =>
        words.Say(
            "Waren Sie das nicht? Setzen Sie sofort ein neues Passwort und sagen Sie der Koordination Bescheid.",
            "Was it not you? Set a new password at once, and tell the coordination."
        );

    Mail Write(string to, Words words, Text subject, Func<MailBody, MailBody> body) =>
        new()
        {
            Sender = options.Value.Sender,
            To = to,
            Subject = words.Say(subject),
            Body = body(new MailBody(words.Language).Heading(words.Say(subject))),
        };
}
