using Integrationskonzept.Mailing.Messages;
using Integrationskonzept.Scheduling.Attendance.CheckIns;
using Integrationskonzept.Scheduling.Attendance.Registrations;

namespace Integrationskonzept.Scheduling.Telling.Mails;

/// <summary>The ticket in mails to those who have a seat, as image and as text; and what one gets for having come.</summary>
static class TicketMail
{
    const string Name = "ticket.png";

    public static bool IsFor(Registration row) => row.State == RegistrationState.Confirmed;

    public static MailFile Image(Registration row) => new(Name, "image/png", Ticket.Png(Ticket.CodeOf(row)));

    public static void Write(MailBody body, MailAbout about)
    {
        var words = about.Words;
        body.Paragraph(
                words.Say(
                    "Ihr Ticket: Zeigen Sie am Einlass diesen QR-Code, auf dem Bildschirm oder gedruckt. Wer ihn hat, "
                        + "kommt damit hinein; geben Sie ihn nicht weiter.",
                    "Your ticket: show this QR code at the door, on the screen or printed. Whoever has it gets in with "
                        + "it; keep it to yourself."
                )
            )
            .Image(
                Name,
                words.Say("QR-Code Ihres Tickets; als Text steht er darunter.", "QR code of your ticket; it stands below as text.")
            )
            .Facts((words.Say("Ticket als Text", "Ticket as text"), Ticket.CodeOf(about.Registration!)));
    }

    public static void Certificate(MailBody body, MailAbout about, string link)
    {
        var words = about.Words;
        body.Paragraph(
                words.Say(
                    "Sie können eine Teilnahmebescheinigung als PDF herunterladen, sobald die Veranstaltung als "
                        + "durchgeführt gemeldet ist. Haben Sie bisher keinen Namen angegeben, fragt die Seite danach.",
                    "You can download a certificate of attendance as PDF as soon as the event is reported as held. If you "
                        + "have not given a name yet, the page asks for it."
                )
            )
            .Link(words.Say("Teilnahmebescheinigung", "Certificate of attendance"), link);
    }
}
