using Integrationskonzept.Rendering.Office;
using Integrationskonzept.Rendering.Pdf;
using Integrationskonzept.Rendering.Problems;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Rendering;

static class RenderEndpoints
{
    public static IEndpointRouteBuilder MapRenderEndpoints(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(
            "/render/{format}",
            async (
                string format,
                RenderRequest request,
                IOptions<RenderingOptions> options,
                RenderPlaces turns,
                PdfRenderer pdf,
                PandocRenderer office,
                CancellationToken ct
            ) =>
            {
                var target = Formats.Find(format) ?? throw RenderingProblem.UnsupportedFormat();
                var document = RequestChecks.Check(request, options.Value);
                var bytes = await turns.RunAsync(
                    time => target.MadeByPandoc ? office.RenderAsync(document, target, time) : pdf.RenderAsync(document, time),
                    ct
                );
                return Results.Bytes(bytes, target.MediaType);
            }
        );
        return routes;
    }
}
