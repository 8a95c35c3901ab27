using Integrationskonzept.Publication.Editions;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Publication.Renditions;

static class RenditionEndpoints
{
    public static void MapRenditions(this IEndpointRouteBuilder app) =>
        app.MapTenantApi("editions/{number:int}/renditions", "Editions")
            .AllowAnonymous()
            .MapGet(
                "",
                async (int number, PublicationDb db, CancellationToken ct) =>
                {
                    var edition = await db.FindEditionAsync(number, ct);
                    var rows = await db
                        .Renditions.AsNoTracking()
                        .Where(row => row.EditionId == edition.Id)
                        .OrderBy(row => row.Format)
                        .Select(row => new
                        {
                            row.Format,
                            row.MadeAt,
                            row.Hash,
                            Size = row.Bytes == null ? (int?)null : row.Bytes.Length,
                        })
                        .ToListAsync(ct);
                    var failing = await db
                        .RenditionJobs.AsNoTracking()
                        .Where(job => job.EditionId == edition.Id && job.Attempts > 0)
                        .Select(job => job.Format)
                        .ToListAsync(ct);
                    return TypedResults.Ok(
                        rows.Select(row => new RenditionDto(
                                row.Format,
                                row.MadeAt is not null ? RenditionState.Made
                                    : failing.Contains(row.Format) ? RenditionState.Failing
                                    : RenditionState.Pending,
                                row.MadeAt,
                                row.Size,
                                row.Hash
                            ))
                            .ToList()
                    );
                }
            )
            .WithName("list-renditions")
            .WithSummary("The documents of an edition, and how far their making is");
}

/// <summary>How far a document is.</summary>
public enum RenditionState
{
    /// <summary>Waits for its turn.</summary>
    Pending,

    /// <summary>Failed at least once and is tried again.</summary>
    Failing,

    /// <summary>Can be downloaded.</summary>
    Made,
}

/// <param name="Format">pdf.</param>
/// <param name="State">How far it is.</param>
/// <param name="MadeAt">When it was made.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Hash">SHA-256 of the bytes.</param>
public sealed record RenditionDto(string Format, RenditionState State, DateTimeOffset? MadeAt, int? Size, string? Hash);
