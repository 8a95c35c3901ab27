using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.Scheduling.Events;

namespace Integrationskonzept.Scheduling.Telling.Mails;

/// <summary>Subject and first paragraph of each mail to somebody who is registered.</summary>
static class RegistrationWords
{
    public static (string Subject, string Says) OfState(MailAbout about, int position, WaitReason why)
    {
        var (words, row) = (about.Words, about.Registration!);
        return row.State switch
        {
            RegistrationState.Confirmed => (
                words.Say("Sie sind angemeldet", "You are registered"),
                words.Say(
                    "Ihr Platz ist sicher. Wir freuen uns auf Sie. Der Termin hängt für Ihren Kalender an.",
                    "Your seat is safe. We look forward to seeing you. The date is attached for your calendar."
                )
            ),
            RegistrationState.Pending => (
                words.Say("Ihre Anmeldung ist eingegangen", "Your registration has come in"),
                words.Say(
                    "Ein Platz ist für Sie frei gehalten. Wir prüfen Ihre Anmeldung noch und melden uns.",
                    "A seat is kept for you. We still look at your registration and will write to you."
                )
            ),
            RegistrationState.Waiting when row.OfferLapsedAt is not null => (
                words.Say("Ihr Angebot ist abgelaufen", "Your offer has expired"),
                words.Say(
                    $"Der frei gewordene Platz ging an die nächste Person. Sie stehen wieder auf der Warteliste, auf Platz {position}.",
                    $"The seat that had become free went to the next person. You are on the waiting list again, at place {position}."
                )
            ),
            RegistrationState.Waiting => (
                words.Say("Sie stehen auf der Warteliste", "You are on the waiting list"),
                words.Say(
                    (why == WaitReason.Full ? "Alle Plätze sind vergeben." : "Die freien Plätze sind für andere Gruppen reserviert.")
                        + $" Sie stehen auf Platz {position} der Warteliste. Sobald ein Platz für Sie frei wird, schreiben wir Ihnen.",
                    (why == WaitReason.Full ? "All seats are taken." : "The free seats are reserved for other groups.")
                        + $" You are at place {position} of the waiting list. We write to you as soon as a seat becomes free for you."
                )
            ),
            RegistrationState.Offered => (
                words.Say("Ein Platz ist frei für Sie", "A seat is free for you"),
                words.Say(
                    $"Bitte nehmen Sie ihn bis {words.Moment(about.Time, row.OfferExpiresAt!.Value)} an. Danach bieten wir "
                        + "ihn der nächsten Person an.",
                    $"Please take it by {words.Moment(about.Time, row.OfferExpiresAt!.Value)}. After that we offer it to the next person."
                )
            ),
            RegistrationState.Refused => (
                words.Say("Ihre Anmeldung", "Your registration"),
                words.Say(
                    "Leider können wir Ihnen für diese Veranstaltung keinen Platz geben. Fragen dazu beantworten wir gern.",
                    "Unfortunately we can't give you a seat at this event. We are happy to answer questions."
                )
            ),
            _ => (
                words.Say("Sie sind abgemeldet", "You have withdrawn"),
                words.Say(
                    "Schade, dass Sie nicht kommen. Ihr Platz geht an die nächste Person.",
                    "We are sorry that you are not coming. Your seat goes to the next person."
                )
            ),
        };
    }

    public static (string Subject, string Says) OfChange(MailAbout about)
    {
        var (words, appointment) = (about.Words, about.Event);
        return appointment.State == EventState.Cancelled
            ? (
                words.Say("Abgesagt", "Cancelled"),
                words.Say(
                    $"Leider findet diese Veranstaltung nicht statt. Grund: {appointment.Reason}",
                    $"Unfortunately this event will not take place. Reason: {appointment.Reason}"
                )
            )
            : (
                words.Say("Änderung", "Change"),
                words.Say(
                    "Zeit, Ort, Online-Zugang oder Titel der Veranstaltung haben sich geändert; unten steht, was jetzt "
                        + $"gilt. {(appointment.Reason is null ? "" : $"Grund: {appointment.Reason} ")}Ihre Anmeldung bleibt, "
                        + "wie sie ist. Wenn Sie nicht können, melden Sie sich bitte ab.",
                    "Time, place, online access or title of the event have changed; what holds now is below. "
                        + $"{(appointment.Reason is null ? "" : $"Reason: {appointment.Reason} ")}Your registration stays as it "
                        + "is. If you can't come, please withdraw."
                )
            );
    }

    public static (string Subject, string Says) OfDetails(MailAbout about) =>
        (
            about.Words.Say("Ihre Angaben sind geändert", "Your details have changed"),
            about.Words.Say(
                "Wir haben Ihre neuen Angaben. Die Links in dieser Mail ersetzen die früheren.",
                "We have your new details. The links in this mail take the place of earlier ones."
            )
        );

    public static (string Subject, string Says) OfReminder(MailAbout about) =>
        (
            about.Words.Say("Erinnerung", "Reminder"),
            about.Words.Say(
                "Bald ist es so weit. Wenn Sie doch nicht kommen können, melden Sie sich bitte ab: Andere warten "
                    + "vielleicht auf einen Platz.",
                "It is soon. If you can't come after all, please withdraw: others may wait for a seat."
            )
        );

    public static (string Subject, string Says) OfThanks(MailAbout about) =>
        (
            about.Words.Say("Danke, dass Sie dabei waren", "Thank you for taking part"),
            about.Words.Say(
                $"Ihr Beitrag zählt. Was daraus wird, lesen Sie auf der Seite von {about.Landkreis.Name}.",
                $"What you said counts. You can read what becomes of it on the site of {about.Landkreis.Name}."
            )
        );
}
