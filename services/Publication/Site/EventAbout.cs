using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Tenancy;

namespace Integrationskonzept.Publication.Site;

/// <summary>What a visitor asks about an event before coming, as far as its kind and what was announced answer it.</summary>
static class EventAbout
{
    /// <summary>Where nobody has described it yet.</summary>
    public static Text Purpose(EventKind kind, string? area) =>
        kind switch
        {
            EventKind.Kickoff => new(
                "Der Auftakt: Der Landkreis stellt vor, was der Kreistag beauftragt hat, welche Themenfelder es gibt, was bis wann "
                    + "geschieht und wie Sie mitwirken können.",
                "The kickoff: the Landkreis presents what the Kreistag has ordered, which topic areas there are, what happens until when, "
                    + "and how you can take part."
            ),
            EventKind.Workshop => new(
                $"Gemeinsam tragen wir zusammen, was {In(area)}gebraucht wird, und schlagen Ziele und Maßnahmen für das Konzept vor.",
                $"Together we gather what is needed{(area is null ? "" : $" in the topic area “{area}”")}, and propose goals and measures."
            ),
            EventKind.Hearing => new(
                "Eine Anhörung: Sie sagen, was Sie vom Stand des Konzepts halten; was gesagt wird, wird festgehalten und beraten.",
                "A hearing: you say what you think of the concept as it stands; what is said is recorded and considered."
            ),
            EventKind.Meeting => new("Ein Gremium des Landkreises tagt.", "An organization of the Landkreis meets."),
            _ => new("Eine Veranstaltung zum Integrationskonzept.", "An event about the integration concept."),
        };

    public static Text Invited(EventKind kind) =>
        kind == EventKind.Meeting
            ? new(
                "Die Mitglieder des Gremiums. Ob die Sitzung öffentlich ist, steht in der Bekanntmachung des Landkreises.",
                "The members of the organization. Whether the meeting is public is said in the Landkreis' announcement."
            )
            : new(
                "Alle, die im Landkreis leben oder arbeiten und etwas beitragen wollen: Politik, Verwaltung, Zivilgesellschaft, "
                    + "Einrichtungen und Migrantenorganisationen. Vorwissen brauchen Sie nicht.",
                "Everybody who lives or works in the Landkreis and wants to contribute: politics, administration, civil society, "
                    + "institutions and migrant organisations. You need no previous knowledge."
            );

    /// <summary>When one can register, and what it takes.</summary>
    public static string HowToRegister(RegistrationNotice registration, DateTimeOffset now, KnownTenant tenant)
    {
        var window = EventWords.Window(registration, tenant);
        if (now < registration.OpensAt)
            return $"{window} {new Text("Sie hat noch nicht begonnen.", "It has not begun yet.")}";
        if (now >= registration.ClosesAt)
            return $"{window} {new Text("Sie ist vorbei.", "It is over.")}";
        var open = new Text(
            "Ist kein Platz mehr frei, kommen Sie auf die Warteliste und bekommen eine Mail, sobald einer frei wird. Ohne Konto genügt "
                + "eine Mailadresse.",
            "If no seat is left, you are put on the waitlist and get a mail as soon as one is free. Without an account a mail address is "
                + "enough."
        );
        return $"{window} {open}";
    }

    /// <summary>With a ticket, with a link, or just so; null for meetings, which are not ours to open.</summary>
    public static Text? HowToComeIn(EventDetails details) =>
        (details.Kind, details.Registration, details.Mode) switch
        {
            (EventKind.Meeting, _, _) => null,
            (_, null, _) => null,
            (_, _, EventMode.Online) => new(
                "Der Link zur Teilnahme steht in der Bestätigung Ihrer Anmeldung.",
                "The link to take part is in the confirmation of your registration."
            ),
            (_, _, EventMode.Hybrid) => new(
                "Vor Ort zeigen Sie am Eingang den Code aus Ihrer Bestätigung, auf dem Telefon oder ausgedruckt, oder nennen Ihren Namen. "
                    + "Der Link für die Teilnahme online steht in derselben Mail.",
                "On site you show the code of your confirmation at the door, on your phone or printed, or say your name. The link to "
                    + "take part online is in the same mail."
            ),
            _ => new(
                "Am Eingang zeigen Sie den Code aus Ihrer Bestätigung, auf dem Telefon oder ausgedruckt, oder nennen Ihren Namen.",
                "At the door you show the code of your confirmation, on your phone or printed, or say your name."
            ),
        };

    static string In(string? area) => area is null ? "" : $"im Themenfeld „{area}“ ";
}
