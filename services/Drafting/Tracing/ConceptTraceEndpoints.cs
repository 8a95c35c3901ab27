using Integrationskonzept.Drafting.Concepts;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Integrationskonzept.Spreadsheets;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Drafting.Tracing;

/// <summary>From anything of a concept to all that it came of and all that came of it, by one endpoint.</summary>
static class ConceptTraceEndpoints
{
    static readonly TraceKind[] Told = [TraceKind.Contribution, TraceKind.Record, TraceKind.Section];

    public static void MapConceptTraces(this IEndpointRouteBuilder app)
    {
        var trace = app.MapTenantApi("concepts/{conceptId:guid}/trace", "Traces");

        trace
            .MapGet("", TraceAsync)
            .RequirePermission(Permissions.TopicAreasRead)
            .WithName("trace-concept")
            .WithSummary("All that something of the concept came of, and all that came of it; who takes part asks of contributions");

        trace
            .MapGet(
                "export.json",
                async (Guid conceptId, DraftingDb db, TenantContext tenant, CancellationToken ct) =>
                    TypedResults.Ok(await WholeAsync(conceptId, db, tenant, ct))
            )
            .RequirePermission(Permissions.ConceptRead)
            .WithName("export-trace-json")
            .WithSummary("The whole trace of a concept as JSON");

        trace
            .MapGet("export.csv", ExportAsync)
            .Produces<string>(200, SpreadsheetTypes.Csv)
            .RequirePermission(Permissions.ConceptRead)
            .WithName("export-trace-csv")
            .WithSummary("The whole trace of a concept as CSV: a row for each step from one thing to the next");
    }

    static async Task<Ok<ConceptTrace>> TraceAsync(
        Guid conceptId,
        DraftingDb db,
        Caller caller,
        TenantContext tenant,
        CancellationToken ct,
        string? of = null
    )
    {
        var concept = await db.Concepts.AsNoTracking().GetAsync(conceptId, ct);
        var key = TraceKey.Parse(of);
        var isStaff = caller.Has(Permissions.ConceptRead);
        if (!isStaff && key.Kind != TraceKind.Contribution)
            throw new TraceIsForStaff();
        var graph = await new TraceLoading(db, concept, ApiOf(tenant)).LoadAsync(ct);
        if (!graph.Has(key))
            throw new NotFoundProblem();
        var found = new TraceWalk(graph, key).Find();
        return TypedResults.Ok(isStaff ? graph.Tell(key, found) : ForWhoTakesPart(concept, graph, key, found));
    }

    /// <summary>What is written and put before the organizations is theirs who work on it, until it is decided.</summary>
    static ConceptTrace ForWhoTakesPart(Concept concept, TraceGraph graph, TraceKey of, IReadOnlySet<TraceKey> found)
    {
        var trace = graph.Tell(of, concept.IsDecided ? found : found.Where(key => Told.Contains(key.Kind)).ToHashSet());
        return trace with { Nodes = [.. trace.Nodes.Select(node => TellParticipant(concept, node))] };
    }

    static TraceNode TellParticipant(Concept concept, TraceNode node) =>
        node with
        {
            Label =
                node.Kind == TraceKind.Section && !concept.IsDecided
                    ? concept.TopicAreas.Find(area => area.Key == node.Id)?.Title ?? node.Label
                    : node.Label,
            Link = node.Kind is TraceKind.Contribution or TraceKind.Edition ? node.Link : null,
        };

    static string ApiOf(TenantContext tenant) => $"/api/v1/{tenant.Required}";

    static async Task<ConceptTrace> WholeAsync(Guid conceptId, DraftingDb db, TenantContext tenant, CancellationToken ct)
    {
        var concept = await db.Concepts.AsNoTracking().GetAsync(conceptId, ct);
        var graph = await new TraceLoading(db, concept, ApiOf(tenant)).LoadAsync(ct);
        return graph.Tell(null, graph.Keys.ToHashSet());
    }

    static async Task<FileContentHttpResult> ExportAsync(
        Guid conceptId,
        DraftingDb db,
        TenantContext tenant,
        TenantClock clock,
        CancellationToken ct
    )
    {
        var trace = await WholeAsync(conceptId, db, tenant, ct);
        var names = trace.Nodes.ToDictionary(node => $"{new TraceKey(node.Kind, node.Id)}");
        var rows = trace.Edges.Select(edge => Row(names[edge.From], edge, names[edge.To])).ToList();
        var file = await SpreadsheetWriter.WriteAsync(SpreadsheetFormat.Csv, rows, "Nachweis", ct);
        var name = FileNames.Of("Nachweis", clock.Slug, null, await clock.TodayAsync(ct), "csv");
        return TypedResults.File(file, SpreadsheetTypes.Of(SpreadsheetFormat.Csv), name);
    }

    static Dictionary<string, object?> Row(TraceNode from, TraceEdge edge, TraceNode to) =>
        new()
        {
            ["Von"] = edge.From,
            ["Bezeichnung"] = SpreadsheetWriter.Plain(from.Label),
            ["Beziehung"] = edge.Kind.ToString(),
            ["Zu"] = edge.To,
            ["Bezeichnung des Ziels"] = SpreadsheetWriter.Plain(to.Label),
        };
}
