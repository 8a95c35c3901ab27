using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Drafting.Concepts;

static class ConceptEndpoints
{
    public static void MapConcepts(this IEndpointRouteBuilder app)
    {
        var concepts = app.MapTenantApi("concepts", "Concepts").RequirePermission(Permissions.ConceptRead);

        concepts
            .MapGet(
                "",
                async (DraftingDb db, [AsParameters] PageRequest page, HttpContext http) =>
                    await db.Concepts.AsNoTracking().ToPageAsync(page, http, ConceptDto.From)
            )
            .WithName("list-concepts")
            .WithSummary("All concepts of the Landkreis");

        concepts
            .MapGet(
                "{id:guid}",
                async (Guid id, DraftingDb db, CancellationToken ct) =>
                    TypedResults.Ok(ConceptDto.From(await db.Concepts.AsNoTracking().GetAsync(id, ct)))
            )
            .WithName("get-concept")
            .WithSummary("One concept");
    }
}

/// <summary>An Integrationskonzept as it is being written.</summary>
public sealed record ConceptDto : IVersioned
{
    /// <summary>Id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required int Version { get; init; }

    /// <summary>The paper that ordered it.</summary>
    public required Guid MandateId { get; init; }

    /// <summary>Reference of that paper.</summary>
    public required string MandateReference { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>How far it is.</summary>
    public required ConceptState State { get; init; }

    /// <summary>Number of its edition, from 1; absent until it is adopted.</summary>
    public int? Edition { get; init; }

    /// <summary>Number of the last milestone; 0 before the first.</summary>
    public required int Milestones { get; init; }

    /// <summary>The topic areas, in order.</summary>
    public required IReadOnlyList<MandatedTopicArea> TopicAreas { get; init; }

    /// <summary>Where the published edition is read.</summary>
    public string? EditionPath { get; init; }

    internal static ConceptDto From(Concept concept) =>
        new()
        {
            Id = concept.Id,
            Version = concept.Version,
            MandateId = concept.MandateId,
            MandateReference = concept.MandateReference,
            Title = concept.Title,
            State = concept.State,
            Edition = concept.Edition,
            Milestones = concept.Milestones,
            TopicAreas = concept.TopicAreas,
            EditionPath = concept.EditionPath,
        };
}
