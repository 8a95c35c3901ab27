namespace Integrationskonzept.Scheduling.Telling.Mails;

/// <summary>Subject and first paragraph of mails that ask people to come.</summary>
static class RequestWords
{
    public static (string Subject, string Says) OfInvitation(MailAbout about) =>
        (
            about.Words.Say("Einladung", "Invitation"),
            about.Words.Say(
                $"{about.Landkreis.Centre} lädt Sie herzlich ein. Über den Link sagen Sie zu; er gilt nur für Sie.",
                $"{about.Landkreis.Centre} invites you warmly. Use the link to register; it is for you alone."
            )
        );

    public static (string Subject, string Says) OfDecision(MailAbout about) =>
        (
            about.Words.Say("Der Termin steht fest", "The date is set"),
            about.Words.Say(
                "Sie haben in der Umfrage gesagt, dass Sie an diesem Termin können. Angemeldet sind Sie damit noch nicht: "
                    + "Über den Link melden Sie sich an, sobald die Anmeldung offen ist; er gilt nur für Sie.",
                "You said in the poll that you can come on this date. That is no registration yet: use the link to "
                    + "register as soon as registration is open; it is for you alone."
            )
        );
}
