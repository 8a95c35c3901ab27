using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Http;

namespace Integrationskonzept.Drafting.Translations.Xliff;

/// <summary>How translators get the sections, and bring them back.</summary>
static class XliffEndpoints
{
    public static void MapXliff(this IEndpointRouteBuilder app)
    {
        var xliff = app.MapTenantApi("concepts/{conceptId:guid}/translations/{language}/xliff", LanguageEndpoints.Tag);

        xliff
            .MapGet("", XliffExport.ExportAsync)
            .Produces<string>(200, XliffDocument.MediaType)
            .RequirePermission(Permissions.ConceptRead)
            .WithName("export-concept-translation-xliff")
            .WithSummary("All sections with what is translated of them, for translators (XLIFF 2.0)");

        xliff
            .MapPost("", XliffImport.ImportAsync)
            .Accepts<byte[]>(XliffImport.Types[0], XliffImport.Types[1..])
            .RequirePermission(Permissions.ConceptWrite)
            .WithName("import-concept-translation-xliff")
            .WithSummary("Takes what translators bring back (XLIFF 2.0 or 2.1); a file that is wrong changes nothing")
            .ProducesProblem(413)
            .ProducesProblem(415);
    }
}
