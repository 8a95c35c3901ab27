using Integrationskonzept.Drafting.Concepts;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Drafting.Tracing;

static class TraceEndpoints
{
    public static void MapTraces(this IEndpointRouteBuilder app) =>
        app.MapTenantApi("concepts/contributions/{contributionId:guid}/trace", "Traces")
            .MapGet("", TraceAsync)
            .RequirePermission(Permissions.TopicAreasRead)
            .WithName("trace-contribution")
            .WithSummary("Where a contribution went: chapter, measures, decision, edition; 404 until a concept has taken it");

    static async Task<Ok<ContributionTrace>> TraceAsync(Guid contributionId, DraftingDb db, Caller caller, CancellationToken ct)
    {
        var source =
            await db.Sources.AsNoTracking().SingleOrDefaultAsync(row => row.ContributionId == contributionId, ct)
            ?? throw new NotFoundProblem();
        var concept = await db.Concepts.AsNoTracking().SingleAsync(row => row.Id == source.ConceptId, ct);
        var section = await db
            .Sections.AsNoTracking()
            .Where(row => row.ConceptId == concept.Id && row.TopicAreaKey == source.TopicAreaKey)
            .Select(row => new
            {
                row.Key,
                row.Title,
                row.Revision,
            })
            .SingleAsync(ct);
        // What is written and put before the organizations is theirs who work on it, until it is decided.
        var isTold = concept.IsDecided || caller.Has(Permissions.ConceptRead);
        var paper = !isTold
            ? null
            : await db.Papers.AsNoTracking().Where(row => row.ConceptId == concept.Id).OrderBy(row => row.Id).LastOrDefaultAsync(ct);
        return TypedResults.Ok(
            new ContributionTrace
            {
                ConceptId = concept.Id,
                State = concept.State,
                MandateReference = concept.MandateReference,
                SectionKey = section.Key,
                SectionTitle = isTold ? section.Title : concept.TopicAreas[concept.NumberOf(source.TopicAreaKey) - 1].Title,
                SectionRevision = isTold ? section.Revision : null,
                Measures = isTold ? await db.MeasuresOfAsync(source, concept.NumberOf(source.TopicAreaKey), ct) : [],
                Paper = paper is null ? null : TracedPaper.From(paper),
                Edition = concept.Edition,
                EditionPath = concept.EditionPath,
            }
        );
    }

    /// <summary>A chapter has at most a hundred or two, which are looked through here.</summary>
    static async Task<IReadOnlyList<TracedMeasure>> MeasuresOfAsync(this DraftingDb db, Source source, int area, CancellationToken ct)
    {
        var chapter = await db
            .Measures.AsNoTracking()
            .Where(row => row.ConceptId == source.ConceptId && row.TopicArea == area)
            .ToListAsync(ct);
        return
        [
            .. chapter
                .Where(row => row.Proposal.ContributionIds.Contains(source.ContributionId))
                .OrderBy(row => row.Position)
                .Select(row => new TracedMeasure(row.Id, row.Number, row.Proposal.Title)),
        ];
    }
}
