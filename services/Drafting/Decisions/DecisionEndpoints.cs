using Integrationskonzept.Drafting.Adoption;
using Integrationskonzept.Drafting.Papers;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Integrationskonzept.Drafting.Decisions;

/// <summary>Results of consultations; the authoritative adoption makes a mandate, or an edition.</summary>
static class DecisionEndpoints
{
    public static IServiceCollection AddDecisions(this IServiceCollection services) =>
        services.AddScoped<MandateGrant>().AddScoped<ConceptDecision>();

    public static void MapDecisions(this IEndpointRouteBuilder app) =>
        app.MapTenantApi("papers", "Decisions")
            .MapPost("{id:guid}/consultations/{number:int}/decision", RecordAsync)
            .RequirePermission(Permissions.DecisionsRecord)
            .WithName("record-decision")
            .WithSummary(
                "Records what an organization decided; the authoritative adoption of a mandate starts the process, that of an "
                    + "adoption paper publishes"
            );

    static Task<Ok<PaperDto>> RecordAsync(
        Guid id,
        int number,
        Decision decision,
        IfMatch match,
        DraftingDb db,
        MandateGrant mandate,
        ConceptDecision concept,
        CancellationToken ct
    ) =>
        db.InTransactionAsync(
            async () =>
            {
                var paper = await db.Papers.GetAsync(id, ct);
                match.Require(paper);
                var step = paper.Decide(number, decision);
                if (paper.Kind == PaperKind.Adoption && step.Authoritative)
                    await concept.ApplyAsync(paper, step, ct);
                if (paper is { Kind: PaperKind.Mandate, State: PaperState.Adopted })
                    await mandate.GrantAsync(paper, step, ct);
                await db.SaveChangesAsync(ct);
                return TypedResults.Ok(PaperDto.From(paper));
            },
            ct
        );
}
