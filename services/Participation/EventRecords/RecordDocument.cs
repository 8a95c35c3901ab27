using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Rendering;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.EventRecords;

/// <summary>The record as a file.</summary>
static class RecordDocument
{
    const int MostBytesOfPhotos = 3 * 1024 * 1024;

    public static void MapRecordDocument(this RouteGroupBuilder records) =>
        records
            .MapGet("{eventId:guid}/document", DocumentAsync)
            .Produces<string>(StatusCodes.Status200OK, "text/html", "application/pdf", RenderFormat.Docx.MediaType())
            .RequirePermission(Permissions.TopicAreasRead)
            .WithName("get-event-record-document")
            .WithSummary("The record as html, pdf or docx; before it is locked it says that it is a draft")
            .ProducesProblem(503);

    static async Task<IResult> DocumentAsync(
        Guid eventId,
        ParticipationDb db,
        SeenRecords seen,
        TenantClock clock,
        RenderingClient rendering,
        HttpContext http,
        CancellationToken ct,
        string format = "html"
    )
    {
        var record = await seen.GetAsync(eventId, ct);
        var photos = await db.RecordPhotos.AsNoTracking().Where(row => row.EventId == eventId).OrderBy(row => row.Id).ToListAsync(ct);
        var landkreis = await clock.LandkreisAsync(ct);
        var html = await RazorHtml.RenderAsync<EventRecordPage>(
            http.RequestServices,
            new()
            {
                [nameof(EventRecordPage.Record)] = record,
                [nameof(EventRecordPage.Photos)] = Fitting(photos),
                [nameof(EventRecordPage.Landkreis)] = landkreis,
            }
        );
        if (format == "html")
        {
            http.Response.Headers.ContentSecurityPolicy = ContentPolicy.ForStyleOf(html);
            return TypedResults.Text(html, "text/html", System.Text.Encoding.UTF8);
        }
        if (!Named<RenderFormat>.TryParse(format, out var named) || named.Value is not (RenderFormat.Pdf or RenderFormat.Docx))
            throw new InvalidFieldProblem("format", new("Möglich sind html, pdf, docx.", "Possible are html, pdf, docx."));
        var bytes = await rendering.RenderAsync(named.Value, new RenderDocument(html, $"Protokoll: {record.Title}", "de"), ct);
        var name = FileNames.Of("Protokoll", clock.Slug, record.Title, await clock.TodayAsync(ct), format.ToLowerInvariant());
        return TypedResults.File(bytes, named.Value.MediaType(), name);
    }

    /// <summary>As many as fit into a document; the others are told to be in the portal.</summary>
    static List<RecordPhoto> Fitting(List<RecordPhoto> photos)
    {
        var size = 0;
        return [.. photos.TakeWhile(photo => (size += photo.Jpeg.Length) <= MostBytesOfPhotos)];
    }
}
