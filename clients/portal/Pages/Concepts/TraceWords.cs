using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Components;
using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Portal.Pages.Concepts;

/// <summary>The names of a trace as people say them, and where the portal shows what it names.</summary>
static class TraceWords
{
    public static Text Of(TraceKind? kind) =>
        kind switch
        {
            TraceKind.Contribution => new("Beitrag", "Contribution"),
            TraceKind.Record => new("Ergebnisse", "Results"),
            TraceKind.Goal => new("Ziel", "Goal"),
            TraceKind.Measure => new("Maßnahme", "Measure"),
            TraceKind.Section => new("Kapitel", "Section"),
            TraceKind.Revision => new("Fassung", "Revision"),
            TraceKind.Milestone => new("Stand", "Milestone"),
            TraceKind.Paper => new("Vorlage", "Paper"),
            TraceKind.Decision => new("Beschluss", "Decision"),
            _ => new("Ausgabe", "Edition"),
        };

    /// <summary>How far it is; nothing where that says nothing.</summary>
    public static string? State(TraceNode node) =>
        (node.Kind, node.State) switch
        {
            (_, null) => null,
            (_, "withdrawn") => new Text("zurückgezogen", "withdrawn").ToString(),
            (TraceKind.Measure, "incomplete") => new Text("unvollständig", "incomplete").ToString(),
            (TraceKind.Measure, _) => new Text("vollständig", "complete").ToString(),
            (TraceKind.Contribution, var kind) => Words.Of(kind.ToChoiceOfApi<ContributionKind>()).ToString(),
            (TraceKind.Paper, var state) => Words.Of(state.ToChoiceOfApi<PaperState>()).ToString(),
            (TraceKind.Decision, var outcome) => Words.Of(outcome.ToChoiceOfApi<Outcome>()).ToString(),
            (TraceKind.Edition, var state) => Words.Of(state.ToChoiceOfApi<ConceptState>()).ToString(),
            _ => null,
        };

    /// <summary>The portal's page of what the API names; null where there is none.</summary>
    public static string? Page(TraceNode node) =>
        (node.Kind, node.Link) switch
        {
            (TraceKind.Milestone, _) or (_, null) => null,
            (TraceKind.Edition, var path) => path,
            (TraceKind.Revision, var path) => path["/api/v1/".Length..path.IndexOf("/revisions", StringComparison.Ordinal)],
            (_, var path) => path["/api/v1/".Length..],
        };

    static T? ToChoiceOfApi<T>(this string name)
        where T : struct, Enum => Enum.TryParse<T>(name, ignoreCase: true, out var known) ? known : null;
}
