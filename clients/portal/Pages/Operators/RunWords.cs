using Integrationskonzept.Client.Models;
using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Portal.Pages.Operators;

/// <summary>How far a planning run is, and what became of each Landkreis, as people say it.</summary>
static class RunWords
{
    public static bool IsGoing(this PlanningRunDto run) => run.State is PlanningRunState.Queued or PlanningRunState.Running;

    public static Text Of(PlanningRunState? state) =>
        state switch
        {
            PlanningRunState.Queued => new("wartet", "queued"),
            PlanningRunState.Running => new("läuft", "running"),
            PlanningRunState.Done => new("fertig", "done"),
            PlanningRunState.Cancelled => new("angehalten", "stopped"),
            _ => new("gescheitert", "failed"),
        };

    public static string Kind(PlanningRunState? state) =>
        state switch
        {
            PlanningRunState.Done => "success",
            PlanningRunState.Failed => "danger",
            _ => "info",
        };

    public static Text Of(PlanningRunOutcome? outcome) =>
        outcome switch
        {
            PlanningRunOutcome.Waiting => new("wartet", "waiting"),
            PlanningRunOutcome.Planned => new("geplant", "planned"),
            PlanningRunOutcome.Proposed => new("Vorschlag liegt vor", "proposal made"),
            PlanningRunOutcome.Refused => new("nicht planbar", "cannot be planned"),
            _ => new("nichts zu planen", "nothing to plan"),
        };
}
