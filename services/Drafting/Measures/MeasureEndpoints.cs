using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
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
                    var rows = await db
                        .Measures.AsNoTracking()
                        .Where(row => row.ConceptId == conceptId)
                        .OrderBy(row => row.TopicArea)
                        .ThenBy(row => row.Position)
                        .ToListAsync(ct);
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
            .WithSummary("Edits a measure; where it came from stays");

        measures
            .MapGet("{id:guid}/trace", TraceAsync)
            .RequirePermission(Permissions.ConceptRead)
            .WithName("trace-measure")
            .WithSummary("Where a measure came from: contributions, topic area, mandate");
    }

    static async Task<Ok<MeasureDto>> EditAsync(
        Guid conceptId,
        Guid id,
        EditMeasure edit,
        IfMatch match,
        DraftingDb db,
        CancellationToken ct
    )
    {
        (await db.Concepts.AsNoTracking().GetAsync(conceptId, ct)).RequireDrafting();
        var measure = await db.Measures.Where(row => row.ConceptId == conceptId).GetAsync(id, ct);
        match.Require(measure);
        measure.Proposal = new(
            measure.Id,
            edit.Title,
            edit.Description,
            edit.TargetGroup,
            edit.Owner,
            edit.Partners,
            edit.Period,
            edit.Cost,
            edit.Indicator,
            measure.Proposal.ContributionIds
        );
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(MeasureDto.From(measure));
    }

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

/// <summary>A measure of the concept.</summary>
public sealed record MeasureDto : IVersioned
{
    /// <inheritdoc/>
    public required int Version { get; init; }

    /// <summary>Number as printed, such as <c>1.2</c>.</summary>
    public required string Number { get; init; }

    /// <summary>The chapter that it stands in.</summary>
    public required string SectionKey { get; init; }

    /// <summary>What it is.</summary>
    public required MeasureProposal Measure { get; init; }

    internal static MeasureDto From(Measure measure) =>
        new()
        {
            Version = measure.Version,
            Number = measure.Number,
            SectionKey = measure.SectionKey,
            Measure = measure.Proposal,
        };
}

/// <summary>A measure's fields; what they mean is said at the measure.</summary>
/// <param name="Title">Title.</param>
/// <param name="Description">What is to be done, CommonMark.</param>
/// <param name="TargetGroup">For whom.</param>
/// <param name="Owner">Who is responsible.</param>
/// <param name="Partners">Who takes part.</param>
/// <param name="Period">When.</param>
/// <param name="Cost">Cost and funding.</param>
/// <param name="Indicator">How one will see that it works.</param>
public sealed record EditMeasure(
    [Required, MaxLength(300)] string Title,
    [MaxLength(20_000)] string Description,
    [MaxLength(1000)] string? TargetGroup = null,
    [MaxLength(300)] string? Owner = null,
    [MaxLength(1000)] string? Partners = null,
    [MaxLength(300)] string? Period = null,
    [MaxLength(1000)] string? Cost = null,
    [MaxLength(1000)] string? Indicator = null
);

/// <param name="Measure">The measure.</param>
/// <param name="Contributions">The contributions that it came of.</param>
/// <param name="TopicAreaKey">The topic area in which they were made.</param>
/// <param name="MandateId">The paper that ordered the concept.</param>
/// <param name="MandateReference">Its reference.</param>
public sealed record MeasureTrace(
    MeasureDto Measure,
    IReadOnlyList<ContributionSource> Contributions,
    string TopicAreaKey,
    Guid MandateId,
    string MandateReference
);
