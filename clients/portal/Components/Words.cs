using System.Globalization;
using Integrationskonzept.Client.Models;
using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Portal.Components;

/// <summary>The API's names as people say them.</summary>
static class Words
{
    /// <summary>A number with its noun: <c>1 Tag</c>, <c>2 Tage</c>.</summary>
    public static string Count(int? number, string one, string more) => $"{number ?? 0} {(number == 1 ? one : more)}";

    /// <summary>The language in which somebody who reads this page will probably write.</summary>
    public static string Spoken =>
        Translations.Language is { Length: 2 } further ? further : CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    public static Text Of(PaperState? state) =>
        state switch
        {
            PaperState.Draft => new("Entwurf", "Draft"),
            PaperState.InConsultation => new("In Beratung", "In consultation"),
            PaperState.Adopted => new("Beschlossen", "Adopted"),
            PaperState.Rejected => new("Abgelehnt", "Rejected"),
            _ => new("–", "–"),
        };

    public static string Kind(PaperState? state) =>
        state switch
        {
            PaperState.Adopted => "success",
            PaperState.Rejected => "danger",
            _ => "info",
        };

    public static Text Of(PaperKind? kind) =>
        kind == PaperKind.Adoption ? new("Beschluss des Konzepts", "Adoption of the concept") : new("Auftrag", "Mandate");

    public static Text Of(RenditionState? state) =>
        state switch
        {
            RenditionState.Made => new("fertig", "made"),
            RenditionState.Failing => new("misslingt noch, wird wieder versucht", "fails so far, is tried again"),
            _ => new("in Arbeit", "in the making"),
        };

    public static Text Of(ConsultationRole? role) =>
        role switch
        {
            ConsultationRole.Decision => new("Entscheidung", "Decision"),
            ConsultationRole.Preparation => new("Vorberatung", "Preparation"),
            ConsultationRole.Hearing => new("Anhörung", "Hearing"),
            _ => new("Kenntnisnahme", "Notice"),
        };

    public static Text Of(Outcome? outcome) =>
        outcome switch
        {
            Outcome.Adopted => new("angenommen", "adopted"),
            Outcome.AdoptedWithChanges => new("mit Änderungen angenommen", "adopted with changes"),
            Outcome.Deferred => new("vertagt", "deferred"),
            Outcome.Rejected => new("abgelehnt", "rejected"),
            Outcome.Noted => new("zur Kenntnis genommen", "noted"),
            _ => new("offen", "open"),
        };

    public static Text Of(EventKind? kind) =>
        kind switch
        {
            EventKind.Kickoff => new("Auftakt", "Kickoff"),
            EventKind.Workshop => new("Workshop", "Workshop"),
            EventKind.Hearing => new("Anhörung", "Hearing"),
            EventKind.Meeting => new("Besprechung", "Meeting"),
            _ => new("Veranstaltung", "Event"),
        };

    public static Text Of(EventState? state) =>
        state switch
        {
            EventState.Planned => new("geplant", "planned"),
            EventState.Confirmed => new("fest", "fixed"),
            EventState.Held => new("hat stattgefunden", "has taken place"),
            _ => new("abgesagt", "cancelled"),
        };

    public static string Kind(EventState? state) =>
        state switch
        {
            EventState.Confirmed or EventState.Held => "success",
            EventState.Cancelled => "danger",
            _ => "info",
        };

    public static Text Of(EventMode? mode) =>
        mode switch
        {
            EventMode.Online => new("online", "online"),
            EventMode.Hybrid => new("vor Ort und online", "on site and online"),
            _ => new("vor Ort", "on site"),
        };

    public static Text Of(PlanState? state) =>
        state switch
        {
            PlanState.Proposed => new("Vorschlag", "Proposal"),
            PlanState.Confirmed => new("gilt", "in force"),
            _ => new("abgelöst", "superseded"),
        };

    public static Text Of(StakeholderGroup? group) =>
        group switch
        {
            StakeholderGroup.Politics => new("Politik", "Politics"),
            StakeholderGroup.Administration => new("Verwaltung", "Administration"),
            StakeholderGroup.CivilSociety => new("Zivilgesellschaft", "Civil society"),
            StakeholderGroup.Institution => new("Einrichtung", "Institution"),
            StakeholderGroup.MigrantOrganisation => new("Migrantenorganisation", "Migrant organisation"),
            _ => new("–", "–"),
        };

    public static Text Of(RegistrationState? state) =>
        state switch
        {
            RegistrationState.Confirmed => new("angemeldet", "registered"),
            RegistrationState.Pending => new("wartet auf Zustimmung", "waits for approval"),
            RegistrationState.Waiting => new("auf der Warteliste", "on the waitlist"),
            RegistrationState.Offered => new("Platz angeboten", "seat offered"),
            RegistrationState.Withdrawn => new("abgemeldet", "withdrawn"),
            _ => new("abgelehnt", "refused"),
        };

    public static Text Of(WaitReason? reason) =>
        reason switch
        {
            WaitReason.Full => new("alle Plätze sind vergeben", "all seats are taken"),
            WaitReason.ReservedForOthers => new(
                "die freien Plätze sind für andere Gruppen vorgehalten",
                "the free seats are reserved for other groups"
            ),
            WaitReason.Approval => new("jede Anmeldung wird einzeln bestätigt", "each registration is approved one by one"),
            WaitReason.OfferExpired => new("das Angebot wurde nicht angenommen", "the offer was not accepted"),
            _ => new("", ""),
        };

    public static Text Of(TopicAreaState? state) =>
        state switch
        {
            TopicAreaState.Open => new("offen für Beiträge", "open for contributions"),
            TopicAreaState.Concluded => new("abgeschlossen", "concluded"),
            _ => new("kommt noch", "still to come"),
        };

    public static Text Of(ContributionKind? kind) =>
        kind switch
        {
            ContributionKind.Need => new("Bedarf", "Need"),
            ContributionKind.Idea => new("Idee", "Idea"),
            ContributionKind.Experience => new("Erfahrung", "Experience"),
            ContributionKind.Goal => new("Ziel", "Goal"),
            _ => new("Maßnahme", "Measure"),
        };

    public static Text Of(ContributionAnswer? answer) =>
        answer switch
        {
            ContributionAnswer.TakenUp => new("aufgenommen", "taken up"),
            ContributionAnswer.Merged => new("zusammengeführt", "merged"),
            ContributionAnswer.NotTakenUp => new("nicht aufgenommen", "not taken up"),
            ContributionAnswer.Deferred => new("zurückgestellt", "deferred"),
            _ => new("noch keine Antwort", "no answer yet"),
        };

    public static Text Of(ConceptState? state) =>
        state switch
        {
            ConceptState.Drafting => new("in Arbeit", "in work"),
            ConceptState.Submitted => new("liegt zum Beschluss vor", "submitted for adoption"),
            ConceptState.Adopted => new("beschlossen", "adopted"),
            _ => new("veröffentlicht", "published"),
        };

    public static Text Of(Stage? stage) =>
        stage switch
        {
            Stage.Mandated => new("Auftrag erteilt", "Mandated"),
            Stage.Planned => new("Plan steht", "Planned"),
            Stage.Participation => new("Beteiligung läuft", "Participation"),
            Stage.Drafting => new("Konzept wird geschrieben", "Drafting"),
            Stage.Submitted => new("Liegt zum Beschluss vor", "Submitted"),
            _ => new("Veröffentlicht", "Published"),
        };

    public static Text Role(string role) =>
        role switch
        {
            "coordinator" => new("Koordination", "Coordination"),
            "editor" => new("Redaktion", "Editing"),
            "moderator" => new("Moderation", "Moderation"),
            "council-office" => new("Gremienbüro", "Council office"),
            "participant" => new("Teilnahme", "Participation"),
            "check-in-helper" => new("Hilfe am Einlass", "Help at the door"),
            _ => new(role, role),
        };

    /// <summary>The values of an enumeration with their words, for a field to choose from.</summary>
    public static IEnumerable<(string, string)> Choices<T>(Func<T?, Text> text)
        where T : struct, Enum => Enum.GetValues<T>().Select(value => (value.ToString(), text(value).ToString()));
}
