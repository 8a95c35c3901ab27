using Integrationskonzept.Client.Models;
using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Portal.Pages.EventRecords;

/// <summary>What stages and results of records are called.</summary>
static class RecordWords
{
    public static Text Of(RecordStage? stage) =>
        stage switch
        {
            RecordStage.Editing => new("wird bearbeitet", "being edited"),
            RecordStage.Corrections => new("offen für Berichtigungen", "open for corrections"),
            RecordStage.Locked => new("abgeschlossen", "locked"),
            _ => new("wird mitgeschrieben", "being taken down"),
        };

    public static string Kind(RecordStage? stage) =>
        stage switch
        {
            RecordStage.Locked => "success",
            RecordStage.Corrections => "warning",
            _ => "info",
        };

    public static Text Of(CorrectionState? state) =>
        state switch
        {
            CorrectionState.Accepted => new("übernommen", "accepted"),
            CorrectionState.Declined => new("nicht übernommen", "not accepted"),
            _ => new("noch nicht entschieden", "not decided yet"),
        };
}
