using Integrationskonzept.Client.Models;
using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Portal.Components;

/// <summary>What moderation is told in: plain, and without blame.</summary>
static class ModerationWords
{
    public static Text Of(ReasonKind? reason) =>
        reason switch
        {
            ReasonKind.Insult => new("beleidigt jemanden", "insults somebody"),
            ReasonKind.Hate => new("hetzt gegen Menschen", "stirs up hatred"),
            ReasonKind.PersonalData => new("verrät Persönliches über jemanden", "tells private things about somebody"),
            ReasonKind.OffTopic => new("gehört nicht zum Thema", "is off topic"),
            ReasonKind.Advertising => new("wirbt für etwas", "advertises"),
            _ => new("etwas anderes", "something else"),
        };

    public static Text Of(CaseKind? kind) =>
        kind switch
        {
            CaseKind.Held => new("wartet auf Veröffentlichung", "waits to be published"),
            CaseKind.Reported => new("gemeldet", "reported"),
            CaseKind.Found => new("von der Moderation gefunden", "found by moderators"),
            _ => new("Widerspruch", "appeal"),
        };

    public static Text Of(ModeratedItem? item) =>
        item switch
        {
            ModeratedItem.Contribution => new("Beitrag", "Contribution"),
            ModeratedItem.Comment => new("Kommentar", "Comment"),
            _ => new("Sperre", "Block"),
        };

    public static Text Of(CaseOutcome? outcome) =>
        outcome switch
        {
            CaseOutcome.Published => new("veröffentlicht", "published"),
            CaseOutcome.Hidden => new("ausgeblendet", "hidden"),
            CaseOutcome.ReportsRejected => new("bleibt, wie es ist", "stays as it is"),
            CaseOutcome.Restored => new("wiederhergestellt", "restored"),
            CaseOutcome.AppealRejected => new("Widerspruch abgelehnt", "appeal rejected"),
            CaseOutcome.Gone => new("von der Person zurückgenommen", "taken back by its author"),
            _ => new("wartet", "waits"),
        };

    public static Text Of(CaseDecision? decision) =>
        decision switch
        {
            CaseDecision.Publish => new("Veröffentlichen", "Publish"),
            CaseDecision.Hide => new("Ausblenden", "Hide"),
            CaseDecision.RejectReports => new("Bleibt, wie es ist", "Stays as it is"),
            CaseDecision.Restore => new("Wiederherstellen", "Restore"),
            _ => new("Widerspruch ablehnen", "Reject the appeal"),
        };

    public static Text Of(ReportOutcome? outcome) =>
        outcome switch
        {
            ReportOutcome.Hidden => new("Wurde ausgeblendet. Danke für den Hinweis.", "Was hidden. Thank you for telling us."),
            ReportOutcome.Stays => new("Wurde geprüft und bleibt stehen.", "Was looked at, and stays."),
            ReportOutcome.Gone => new("Wurde zurückgezogen.", "Was taken back."),
            _ => new("Wird geprüft.", "Is being looked at."),
        };

    public static Text Of(ModerationAct? act) =>
        act switch
        {
            ModerationAct.Held => new("zurückgehalten", "held"),
            ModerationAct.Reported => new("gemeldet", "reported"),
            ModerationAct.Claimed => new("angesehen", "looked at"),
            ModerationAct.TakenOver => new("übernommen", "taken over"),
            ModerationAct.Released => new("freigegeben", "released"),
            ModerationAct.Published => new("veröffentlicht", "published"),
            ModerationAct.Hidden => new("ausgeblendet", "hidden"),
            ModerationAct.ReportsRejected => new("Meldungen abgelehnt", "reports rejected"),
            ModerationAct.Appealed => new("Widerspruch", "appealed"),
            ModerationAct.Restored => new("wiederhergestellt", "restored"),
            ModerationAct.AppealRejected => new("Widerspruch abgelehnt", "appeal rejected"),
            ModerationAct.Gone => new("zurückgenommen", "taken back"),
            ModerationAct.Blocked => new("Person gesperrt", "person blocked"),
            ModerationAct.PictureRemoved => new("Bild entfernt", "picture removed"),
            ModerationAct.Unblocked => new("Sperre aufgehoben", "block lifted"),
            _ => new("Regeln geändert", "rules changed"),
        };

    /// <summary>Why it waits.</summary>
    public static Text Of(HeldFor? why) =>
        why == HeldFor.Words
            ? new("Der Text enthält ein Wort, das wir uns erst ansehen.", "The text has a word that we look at first.")
            : new(
                "In diesem Landkreis wird alles vor der Veröffentlichung angesehen.",
                "In this Landkreis all is looked at before it is published."
            );

    /// <summary>Where something stands; a comment on the page of its contribution.</summary>
    public static string Address(string tenant, Guid? area, Guid? contribution, ModeratedItem? item, Guid? id) =>
        $"{tenant}/topic-areas/{area}/contributions/{contribution}{(item == ModeratedItem.Comment ? $"#c-{id}" : "")}";

    public static IEnumerable<(string, string)> Reasons => Words.Choices<ReasonKind>(Of);
}
