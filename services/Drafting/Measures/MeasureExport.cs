using System.Globalization;
using Integrationskonzept.Drafting.Concepts;
using Integrationskonzept.Drafting.Goals;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Integrationskonzept.Spreadsheets;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using static Integrationskonzept.Spreadsheets.SpreadsheetWriter;

namespace Integrationskonzept.Drafting.Measures;

/// <summary>Goals and measures as a table, in German as all tables of the Landkreis, and as JSON.</summary>
static class MeasureExport
{
    public static void MapMeasureExport(this RouteGroupBuilder measures)
    {
        foreach (var format in Enum.GetValues<SpreadsheetFormat>())
        {
            var name = format.ToString().ToLowerInvariant();
            measures
                .MapGet(
                    $"export.{name}",
                    (Guid conceptId, DraftingDb db, TenantClock clock, CancellationToken ct) =>
                        ExportAsync(format, conceptId, db, clock, ct)
                )
                .Produces<string>(200, format == SpreadsheetFormat.Csv ? SpreadsheetTypes.Csv : SpreadsheetTypes.Xlsx)
                .RequirePermission(Permissions.ConceptRead)
                .WithName($"export-measures-{name}")
                .WithSummary($"All measures with their goals as a table ({name.ToUpperInvariant()})");
        }

        measures
            .MapGet(
                "export.json",
                async (Guid conceptId, DraftingDb db, TenantClock clock, HttpResponse response, CancellationToken ct) =>
                {
                    var concept = await db.Concepts.AsNoTracking().GetAsync(conceptId, ct);
                    var goals = await GoalsAsync(db, conceptId, ct);
                    response.Headers.ContentDisposition = $"attachment; filename={await NameAsync(concept, clock, "json", ct)}";
                    return TypedResults.Ok(
                        db.Measures.InReadingOrder(conceptId)
                            .AsAsyncEnumerable()
                            .Select(row => new ExportedMeasure(MeasureDto.From(row), GoalOf(goals, row)?.Number, GoalOf(goals, row)?.Title))
                    );
                }
            )
            .RequirePermission(Permissions.ConceptRead)
            .WithName("export-measures-json")
            .WithSummary("All measures with their goals as JSON, written row by row");
    }

    static Task<Dictionary<Guid, Goal>> GoalsAsync(DraftingDb db, Guid conceptId, CancellationToken ct) =>
        db.Goals.AsNoTracking().Where(row => row.ConceptId == conceptId).ToDictionaryAsync(row => row.Id, ct);

    /// <summary>Null also for one that was removed while the table is written.</summary>
    static Goal? GoalOf(Dictionary<Guid, Goal> goals, Measure row) => row.GoalId is { } goal ? goals.GetValueOrDefault(goal) : null;

    static async Task<string> NameAsync(Concept concept, TenantClock clock, string extension, CancellationToken ct) =>
        FileNames.Of("Massnahmen", clock.Slug, concept.MandateReference, await clock.TodayAsync(ct), extension);

    static async Task<FileContentHttpResult> ExportAsync(
        SpreadsheetFormat format,
        Guid conceptId,
        DraftingDb db,
        TenantClock clock,
        CancellationToken ct
    )
    {
        var concept = await db.Concepts.AsNoTracking().GetAsync(conceptId, ct);
        var goals = await GoalsAsync(db, conceptId, ct);
        var areas = concept.TopicAreas.ToDictionary(area => area.Key, area => area.Title);
        var measures = await db.Measures.InReadingOrder(conceptId).ToListAsync(ct);
        var rows = measures
            .Select(row => Row(format, row, areas.GetValueOrDefault(row.SectionKey), GoalOf(goals, row)?.Number, GoalOf(goals, row)?.Title))
            .DefaultIfEmpty(Row(format, null, null, null, null))
            .ToList();
        var file = await WriteAsync(format, rows, "Maßnahmen", ct);
        var name = await NameAsync(concept, clock, format.ToString().ToLowerInvariant(), ct);
        return TypedResults.File(file, SpreadsheetTypes.Of(format), name);
    }

    static readonly CultureInfo German = new("de-DE");

    /// <summary>Without a measure: the headings, and one empty row below them.</summary>
    static Dictionary<string, object?> Row(SpreadsheetFormat format, Measure? row, string? area, string? goal, string? goalTitle)
    {
        var (words, plan) = (row?.Proposal, row?.Plan);
        return new()
        {
            ["Nummer"] = Plain(row?.Number),
            ["Themenfeld"] = Plain(area),
            ["Ziel"] = Plain(goal is null ? null : $"{goal} {goalTitle}"),
            ["Maßnahme"] = Plain(words?.Title),
            ["Beschreibung"] = Plain(words?.Description),
            ["Zielgruppe"] = Plain(words?.TargetGroup),
            ["Verantwortlich"] = Plain(words?.Owner),
            ["Beteiligt"] = Plain(words?.Partners),
            ["Zeitraum"] = Plain(words?.Period),
            ["Beginn"] = Plain(plan?.From),
            ["Ende"] = Plain(plan?.To),
            ["Kosten"] = Plain(words?.Cost),
            ["Kosten einmalig (EUR)"] = Amount(plan?.CostOnce),
            ["Kosten im Jahr (EUR)"] = Amount(plan?.CostPerYear),
            ["Finanzierung"] = Plain(plan?.Funding),
            ["Finanzierung (EUR)"] = Amount(plan?.FundingAmount),
            ["Woran man den Erfolg sieht"] = Plain(words?.Indicator),
            ["Indikator"] = Plain(plan?.Indicator?.Name),
            ["Einheit"] = Plain(plan?.Indicator?.Unit),
            ["Ausgangswert"] = Amount(plan?.Indicator?.Base),
            ["Zielwert"] = Amount(plan?.Indicator?.Target),
            ["Zielwert bis"] = Plain(plan?.Indicator?.By),
            ["Beiträge"] = words?.ContributionIds.Count,
            ["Kennung"] = row?.Id.ToString(),
        };

        object? Amount(decimal? number) => format == SpreadsheetFormat.Csv ? number?.ToString("0.##", German) : number;
    }
}

/// <param name="Measure">The measure.</param>
/// <param name="GoalNumber">Number of its goal as printed, if it has one.</param>
/// <param name="GoalTitle">Title of that goal.</param>
public sealed record ExportedMeasure(MeasureDto Measure, string? GoalNumber, string? GoalTitle);
