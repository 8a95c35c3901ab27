using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Drafting.Concepts;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Drafting.Milestones;

static class MilestoneEndpoints
{
    static readonly string[] Writing = ["PUT", "PATCH", "DELETE"];

    public static void MapMilestones(this IEndpointRouteBuilder app)
    {
        var milestones = app.MapTenantApi("concepts/{conceptId:guid}/milestones", "Milestones");

        milestones
            .MapPost("", FreezeAsync)
            .RequirePermission(Permissions.MilestonesManage)
            .WithName("freeze-milestone")
            .WithSummary("Freezes the whole concept as it stands");

        milestones
            .MapGet(
                "",
                async (Guid conceptId, DraftingDb db, [AsParameters] PageRequest page, HttpContext http) =>
                {
                    await db.Concepts.AsNoTracking().GetAsync(conceptId, http.RequestAborted);
                    return await db
                        .Milestones.AsNoTracking()
                        .Where(row => row.ConceptId == conceptId)
                        .ToPageAsync(page, http, row => new MilestoneSummary(row.Number, row.Title, row.FrozenAt, row.Hash));
                }
            )
            .RequirePermission(Permissions.ConceptRead)
            .WithName("list-milestones")
            .WithSummary("All milestones, oldest first");

        milestones
            .MapGet(
                "{number:int}",
                async (Guid conceptId, int number, DraftingDb db, CancellationToken ct) =>
                    TypedResults.Ok(MilestoneDto.From(await db.FindMilestoneAsync(conceptId, number, ct)))
            )
            .RequirePermission(Permissions.ConceptRead)
            .WithName("get-milestone")
            .WithSummary("One milestone, whole");

        milestones
            .MapMethods("{number:int}/{**part}", Writing, void () => throw new MilestoneIsFrozen())
            .RequirePermission(Permissions.ConceptWrite)
            .ExcludeFromDescription();
    }

    static Task<Created<MilestoneDto>> FreezeAsync(
        Guid conceptId,
        FreezeMilestone freeze,
        DraftingDb db,
        TenantClock clock,
        CancellationToken ct
    ) =>
        db.WhileDraftingAsync(
            conceptId,
            async concept =>
            {
                var frozen = await ConceptFreezer.CollectAsync(db, concept, await clock.LandkreisAsync(ct), ct);
                var milestone = Milestone.Freeze(conceptId, concept.NextMilestone(), freeze.Title, frozen.Content, clock.GetUtcNow());
                db.Milestones.Add(milestone);
                db.MilestoneParts.AddRange(
                    frozen.Parts.Select(part => new MilestonePart
                    {
                        ConceptId = conceptId,
                        Milestone = milestone.Number,
                        Kind = part.Kind,
                        PartId = part.Id,
                        Revision = part.Revision,
                    })
                );
                await db.SaveChangesAsync(ct);
                return TypedResults.Created(
                    $"/api/v1/{clock.Slug}/concepts/{conceptId}/milestones/{milestone.Number}",
                    MilestoneDto.From(milestone)
                );
            },
            ct
        );
}

/// <param name="Title">What it is for, such as "Entwurf für den Kreisausschuss".</param>
public sealed record FreezeMilestone([Required, MaxLength(200)] string Title);

/// <param name="Number">From 1.</param>
/// <param name="Title">What it is for.</param>
/// <param name="FrozenAt">When.</param>
/// <param name="Hash">SHA-256 of the content.</param>
public sealed record MilestoneSummary(int Number, string Title, DateTimeOffset FrozenAt, string Hash);

/// <param name="Version">Always 1: it never changes.</param>
/// <param name="Number">From 1.</param>
/// <param name="Title">What it is for.</param>
/// <param name="FrozenAt">When.</param>
/// <param name="Hash">SHA-256 of the content.</param>
/// <param name="Content">The whole concept.</param>
public sealed record MilestoneDto(int Version, int Number, string Title, DateTimeOffset FrozenAt, string Hash, FrozenConcept Content)
    : IVersioned
{
    internal static MilestoneDto From(Milestone row) => new(row.Version, row.Number, row.Title, row.FrozenAt, row.Hash, row.Content);
}
