using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Contracts;
using Integrationskonzept.Drafting.Milestones;
using Integrationskonzept.Drafting.Papers;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Messaging;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Drafting.Adoption;

/// <summary>The second Beschlussvorlage: puts a milestone of the concept before the organizations.</summary>
static class AdoptionPaperEndpoints
{
    public static void MapAdoptionPapers(this IEndpointRouteBuilder app) =>
        app.MapTenantApi("concepts/{conceptId:guid}", "Adoption")
            .MapPost("adoption-paper", SubmitAsync)
            .RequirePermission(Permissions.MilestonesManage)
            .WithName("submit-concept")
            .WithSummary(
                "Makes the adoption paper from the data and puts a milestone before the organizations; the concept is frozen until "
                    + "they decide"
            );

    static async Task<Created<PaperDto>> SubmitAsync(
        Guid conceptId,
        SubmitConcept submit,
        DraftingDb db,
        Outbox outbox,
        TenantClock clock,
        CancellationToken ct
    )
    {
        var concept = await db.Concepts.GetAsync(conceptId, ct);
        var milestone = await db.FindMilestoneAsync(conceptId, submit.Milestone, ct);
        concept.Submit();
        if (await db.Papers.AnyAsync(other => other.Reference == submit.Reference, ct))
            throw new PaperExists(submit.Reference);

        var known = await clock.LandkreisAsync(ct);
        var mandate = await db.Papers.GetAsync(concept.MandateId, ct);
        var paper = new Paper
        {
            Kind = PaperKind.Adoption,
            Reference = submit.Reference,
            ConceptId = concept.Id,
            Milestone = milestone.Number,
            CreatedAt = clock.GetUtcNow(),
        };
        paper.Fill(
            AdoptionPaperText.Write(submit, mandate, milestone, known),
            submit.Consultations.Select(step => step.On(known.Council.Name))
        );
        PaperRules.Require(paper.Content, paper.Consultations);
        db.Papers.Add(paper);
        outbox.Add(
            concept,
            new ConceptSubmitted
            {
                MandateId = concept.MandateId,
                PaperReference = paper.Reference,
                Milestone = milestone.Number,
            }
        );
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/{clock.Slug}/papers/{paper.Id}", PaperDto.From(paper));
    }
}

/// <param name="Milestone">Number of the milestone that the organizations are to read.</param>
/// <param name="Reference">Reference of the new paper: <c>VL-400/2023</c>.</param>
/// <param name="Office">Office that submits it.</param>
/// <param name="Date">Date of the paper.</param>
/// <param name="Consultations">Beratungsfolge in order; the authoritative organization must be in it.</param>
public sealed record SubmitConcept(
    [Range(1, int.MaxValue)] int Milestone,
    [Required, MaxLength(100)] string Reference,
    [Required, MaxLength(300)] string Office,
    DateOnly Date,
    [MinLength(1), MaxLength(20)] IReadOnlyList<PlannedConsultation> Consultations
);
