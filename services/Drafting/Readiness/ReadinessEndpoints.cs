using Integrationskonzept.Drafting.Concepts;
using Integrationskonzept.Drafting.Sections;
using Integrationskonzept.Drafting.Translations;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Drafting.Readiness;

static class ReadinessEndpoints
{
    public static void MapReadiness(this IEndpointRouteBuilder app) =>
        app.MapTenantApi("concepts/{conceptId:guid}/readiness", "Readiness")
            .MapGet("", LookAsync)
            .RequirePermission(Permissions.ConceptRead)
            .WithName("get-readiness")
            .WithSummary("What is missing before the concept is put before the organizations; it stops nobody");

    static async Task<Ok<ReadinessDto>> LookAsync(Guid conceptId, DraftingDb db, TenantContext tenant, CancellationToken ct)
    {
        var concept = await db.Concepts.AsNoTracking().GetAsync(conceptId, ct);
        var look = new ReadinessLook(concept, $"/api/v1/{tenant.Required}/concepts/{conceptId}");
        var sections = await SectionsAsync(db, conceptId, ct);
        var goals = await db.Goals.InReadingOrder(conceptId).ToListAsync(ct);
        var measures = await db.Measures.InReadingOrder(conceptId).ToListAsync(ct);
        var sources = await db
            .Sources.AsNoTracking()
            .Where(row => row.ConceptId == conceptId)
            .Select(row => new SourcePlace(row.ContributionId, row.TopicAreaKey))
            .ToListAsync(ct);
        List<ReadinessItem> items =
        [
            .. look.Chapters(sections),
            .. look.Goals(goals, measures),
            .. look.Measures(measures),
            .. look.Contributions(sources, goals, measures),
            .. look.Translations(await TranslationOverview.LookAsync(db, conceptId, ct)),
        ];
        var counts = items
            .GroupBy(item => item.Kind)
            .Select(kind => new ReadinessCount(kind.Key, kind.Sum(item => item.Count ?? 1)))
            .OrderBy(row => row.Kind);
        return TypedResults.Ok(new ReadinessDto(items.Count == 0, [.. counts], items));
    }

    /// <summary>In reading order.</summary>
    static async Task<IEnumerable<ChapterState>> SectionsAsync(DraftingDb db, Guid conceptId, CancellationToken ct)
    {
        var rows = await db
            .Sections.AsNoTracking()
            .Where(row => row.ConceptId == conceptId)
            .Select(row => new
            {
                Place = new OutlinedSection(row.Id, row.Key, row.Title, row.ParentId, row.Order),
                row.TopicAreaKey,
                IsEmpty = row.Markdown.Trim() == "",
                IsConcluded = row.ConcludedVersion > 0,
            })
            .ToDictionaryAsync(row => row.Place.Id, ct);
        var outline = new Outline(rows.Values.Select(row => row.Place));
        return outline
            .Places.Select(place => (place.Section, Row: rows[place.Section.Id]))
            .Select(one => new ChapterState(
                one.Section.Key,
                one.Section.Title,
                one.Row.TopicAreaKey,
                one.Row.IsEmpty && outline.ChildrenOf(one.Section.Id).Count == 0,
                one.Row.IsConcluded
            ));
    }
}
