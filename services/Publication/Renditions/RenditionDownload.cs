using Integrationskonzept.Publication.Editions;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Integrationskonzept.Publication.Renditions;

/// <summary>The PDF of an edition, as the site links to it.</summary>
static class RenditionDownload
{
    public static void MapRenditionDownload(this IEndpointRouteBuilder app) =>
        app.MapGet("/{tenant}/konzept/{number:int}/pdf", PdfAsync).ExcludeFromDescription().AllowAnonymous();

    static async Task<IResult> PdfAsync(int number, PublicationDb db, TenantContext context, CancellationToken ct)
    {
        var edition = await db.FindEditionAsync(number, ct);
        var rendition = await db.Renditions.AsNoTracking().SingleAsync(row => row.EditionId == edition.Id && row.Format == "pdf", ct);
        if (rendition.Bytes is null)
            throw new RenditionPending();
        var content = edition.Content;
        return TypedResults.File(
            rendition.Bytes,
            "application/pdf",
            FileNames.Of($"Integrationskonzept-{number}", context.Required, content.MandateReference, content.AdoptedOn, "pdf"),
            entityTag: new EntityTagHeaderValue($"\"{rendition.Hash}\""),
            lastModified: rendition.MadeAt
        );
    }
}
