using Integrationskonzept.Drafting.Concepts;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Drafting.Measures;

static class MeasureEndpoints
{
    public static void MapMeasures(this IEndpointRouteBuilder app)
    {
        var measures = app.MapTenantApi("concepts/{conceptId:guid}/measures", "Measures");

        measures
            .MapGet(
                "",
                async (Guid conceptId, DraftingDb db, CancellationToken ct) =>
                {
                    await db.Concepts.GetAsync(conceptId, ct);
                    var rows = await db.Measures.InReadingOrder(conceptId).ToListAsync(ct);
                    return TypedResults.Ok(rows.Select(MeasureDto.From).ToList());
                }
            )
            .RequirePermission(Permissions.ConceptRead)
            .WithName("list-measures")
            .WithSummary("All measures in reading order");

        measures
            .MapGet(
                "{id:guid}",
                async (Guid conceptId, Guid id, DraftingDb db, CancellationToken ct) =>
                    TypedResults.Ok(
                        MeasureDto.From(await db.Measures.AsNoTracking().Where(row => row.ConceptId == conceptId).GetAsync(id, ct))
                    )
            )
            .RequirePermission(Permissions.ConceptRead)
            .WithName("get-measure")
            .WithSummary("One measure");

        measures
            .MapPut("{id:guid}", EditAsync)
            .RequirePermission(Permissions.ConceptWrite)
            .WithName("edit-measure")
            .WithSummary("Edits a measure, as words and as data; where it came from stays");

        measures.MapMeasureExport();

        measures
            .MapPost("", AddAsync)
            .RequirePermission(Permissions.ConceptWrite)
            .WithName("add-measure")
            .WithSummary("Adds a measure as the last of its topic area");

        measures
            .MapPut("{id:guid}/position", MoveAsync)
            .RequirePermission(Permissions.ConceptWrite)
            .WithName("move-measure")
            .WithSummary("Puts a measure at another place of its topic area; the numbers follow, the ids stay");

        measures
            .MapDelete("{id:guid}", WithdrawAsync)
            .RequirePermission(Permissions.ConceptWrite)
            .WithName("withdraw-measure")
            .WithSummary("Takes a measure out of the concept; milestones keep what they froze");

        measures
            .MapGet("{id:guid}/trace", TraceAsync)
            .RequirePermission(Permissions.ConceptRead)
            .WithName("trace-measure")
            .WithSummary("Where a measure came from: contributions, topic area, mandate");
    }

    static Task<Created<MeasureDto>> AddAsync(Guid conceptId, AddMeasure add, DraftingDb db, TenantContext tenant, CancellationToken ct) =>
        db.WhileDraftingAsync(
            conceptId,
            async concept =>
            {
                var area = concept.RequireTopicArea(add.TopicAreaKey);
                await RequireGoalAsync(db, conceptId, area, add.Measure.GoalId, ct);
                var position = 1 + await db.Measures.In(conceptId, area).LastPlaceAsync(ct);
                var measure = Measure.From(add.Measure.ToProposal(SequentialId.Next(), []), conceptId, add.TopicAreaKey, area, position);
                measure.Plan = add.Measure.Plan?.ToPlan();
                measure.GoalId = add.Measure.GoalId;
                db.Measures.Add(measure);
                await db.SaveChangesAsync(ct);
                return TypedResults.Created(
                    $"/api/v1/{tenant.Required}/concepts/{conceptId}/measures/{measure.Id}",
                    MeasureDto.From(measure)
                );
            },
            ct
        );

    static Task<Ok<MeasureDto>> EditAsync(Guid conceptId, Guid id, EditMeasure edit, IfMatch match, DraftingDb db, CancellationToken ct) =>
        db.WhileDraftingAsync(
            conceptId,
            async _ =>
            {
                var measure = await db.Measures.Where(row => row.ConceptId == conceptId).GetAsync(id, ct);
                match.Require(measure);
                await RequireGoalAsync(db, conceptId, measure.TopicArea, edit.GoalId, ct);
                measure.Proposal = edit.ToProposal(measure.Id, measure.Proposal.ContributionIds);
                measure.Plan = edit.Plan?.ToPlan();
                measure.GoalId = edit.GoalId;
                await db.SaveChangesAsync(ct);
                return TypedResults.Ok(MeasureDto.From(measure));
            },
            ct
        );

    static async Task RequireGoalAsync(DraftingDb db, Guid conceptId, int area, Guid? goal, CancellationToken ct)
    {
        if (goal is not null && !await db.Goals.In(conceptId, area).AnyAsync(row => row.Id == goal, ct))
            throw new GoalUnknown();
    }

    static Task<Ok<MeasureDto>> MoveAsync(Guid conceptId, Guid id, MoveTo move, IfMatch match, DraftingDb db, CancellationToken ct) =>
        db.WhileDraftingAsync(
            conceptId,
            async _ =>
            {
                var measures = db.Measures.AsNoTracking().Where(row => row.ConceptId == conceptId);
                var measure = await measures.GetAsync(id, ct);
                match.Require(measure);
                await db.Measures.In(conceptId, measure.TopicArea).MoveAsync(measure.Position, move.Position, ct);
                return TypedResults.Ok(MeasureDto.From(await measures.GetAsync(id, ct)));
            },
            ct
        );

    static Task<NoContent> WithdrawAsync(
        Guid conceptId,
        Guid id,
        IfMatch match,
        DraftingDb db,
        IMeasureReferences references,
        CancellationToken ct
    ) =>
        db.WhileDraftingAsync(
            conceptId,
            async _ =>
            {
                var measure = await db.Measures.Where(row => row.ConceptId == conceptId).GetAsync(id, ct);
                match.Require(measure);
                await references.RequireNoneAsync(conceptId, id, ct);
                db.Measures.Remove(measure);
                await db.SaveChangesAsync(ct);
                await db.Measures.In(conceptId, measure.TopicArea).CloseAsync(measure.Position, ct);
                return TypedResults.NoContent();
            },
            ct
        );

    static async Task<Ok<MeasureTrace>> TraceAsync(Guid conceptId, Guid id, DraftingDb db, CancellationToken ct)
    {
        var concept = await db.Concepts.AsNoTracking().GetAsync(conceptId, ct);
        var measure = await db.Measures.AsNoTracking().Where(row => row.ConceptId == conceptId).GetAsync(id, ct);
        var ids = measure.Proposal.ContributionIds;
        var sources = await db.Sources.AsNoTracking().Where(row => ids.Contains(row.ContributionId)).ToListAsync(ct);
        return TypedResults.Ok(
            new MeasureTrace(
                MeasureDto.From(measure),
                [.. sources.Select(source => source.Contribution)],
                measure.SectionKey,
                concept.MandateId,
                concept.MandateReference
            )
        );
    }
}
