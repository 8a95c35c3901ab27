using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Rendering;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Drafting.Papers;

static class PaperEndpoints
{
    public static void MapPapers(this IEndpointRouteBuilder app)
    {
        var papers = app.MapTenantApi("papers", "Papers");

        papers
            .MapPost(
                "import",
                async (HttpRequest request, PaperStoring storing, CancellationToken ct) =>
                    await storing.StoreAsync(await PaperText.ReadAsync(request, ct), ct)
            )
            .RequirePermission(Permissions.PapersWrite)
            .Accepts<string>("text/plain", "text/markdown")
            .WithName("import-paper")
            .WithSummary("Reads a Beschlussvorlage and stores what it understood, with findings on what it did not")
            .ProducesProblem(413)
            .ProducesProblem(415);

        papers
            .MapPost(
                "import-file",
                async (HttpRequest request, PaperStoring storing, CancellationToken ct) =>
                    await storing.StoreAsync(await PaperFile.ReadAsync(request, ct), ct)
            )
            .RequirePermission(Permissions.PapersWrite)
            .Accepts<byte[]>(PaperFile.Types[0], PaperFile.Types[1..])
            .WithName("import-paper-file")
            .WithSummary("The same from a file: PDF with text, DOCX, ODT, HTML, text, or an OParl 1.1 Paper")
            .ProducesProblem(413)
            .ProducesProblem(415);

        papers
            .MapGet(
                "",
                async (DraftingDb db, [AsParameters] PageRequest page, [AsParameters] PapersWanted wanted, HttpContext http) =>
                    await wanted.PageAsync(db.Papers.AsNoTracking(), page, http)
            )
            .RequirePermission(Permissions.PapersRead)
            .WithName("list-papers")
            .WithSummary("The papers; by kind, state, and a part of reference or text");

        papers
            .MapGet(
                "{id:guid}",
                async (Guid id, DraftingDb db, CancellationToken ct) => TypedResults.Ok(PaperDto.From(await db.Papers.GetAsync(id, ct)))
            )
            .RequirePermission(Permissions.PapersRead)
            .WithName("get-paper")
            .WithSummary("One paper");

        papers
            .MapGet("{id:guid}/text", TextAsync)
            .RequirePermission(Permissions.PapersRead)
            .WithName("get-paper-text")
            .WithSummary("The text as it was imported, in which the findings' positions lie; 404 for a paper that was generated")
            .Produces<string>(200, "text/plain");

        papers
            .MapGet("{id:guid}/places", PlacesAsync)
            .RequirePermission(Permissions.PapersRead)
            .WithName("list-paper-places")
            .WithSummary("Where in the imported text each field was found; nothing for a paper that was generated");

        papers
            .MapPut("{id:guid}", CorrectAsync)
            .RequirePermission(Permissions.PapersWrite)
            .WithName("correct-paper")
            .WithSummary("Corrects what was understood, before an organization deals with it");

        papers
            .MapGet("{id:guid}/document", DocumentAsync)
            .RequirePermission(Permissions.PapersRead)
            .WithName("get-paper-document")
            .WithSummary("The paper as a document: html, pdf, docx or odt")
            .Produces<string>(
                200,
                "text/html",
                "application/pdf",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                "application/vnd.oasis.opendocument.text"
            );
    }

    static async Task<Ok<IReadOnlyList<PaperPlace>>> PlacesAsync(Guid id, DraftingDb db, CancellationToken ct) =>
        TypedResults.Ok(PaperPlaces.Of(await db.Papers.AsNoTracking().GetAsync(id, ct)));

    static async Task<ContentHttpResult> TextAsync(Guid id, DraftingDb db, CancellationToken ct) =>
        (await db.Papers.GetAsync(id, ct)).SourceText is { } text
            ? TypedResults.Text(text, "text/plain", System.Text.Encoding.UTF8)
            : throw new NotFoundProblem();

    static async Task<Ok<PaperDto>> CorrectAsync(
        Guid id,
        CorrectPaper correction,
        IfMatch match,
        DraftingDb db,
        TenantClock clock,
        CancellationToken ct
    )
    {
        var paper = await db.Papers.GetAsync(id, ct);
        match.Require(paper);
        var council = (await clock.LandkreisAsync(ct)).Council.Name;
        if (await db.Papers.AnyAsync(other => other.Reference == correction.Reference && other.Id != id, ct))
            throw new PaperExists(correction.Reference);
        paper.Correct(correction.Reference, correction.Content, correction.Consultations.Select(step => step.On(council)));
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(PaperDto.From(paper));
    }

    static async Task<IResult> DocumentAsync(
        Guid id,
        DraftingDb db,
        TenantClock clock,
        RenderingClient rendering,
        HttpContext http,
        CancellationToken ct,
        string format = "html"
    )
    {
        var paper = await db.Papers.GetAsync(id, ct);
        var html = await RazorHtml.RenderAsync<PaperPage>(
            http.RequestServices,
            new() { [nameof(PaperPage.Paper)] = paper, [nameof(PaperPage.Tenant)] = await clock.LandkreisAsync(ct) }
        );
        if (format == "html")
        {
            http.Response.Headers.ContentSecurityPolicy = ContentPolicy.ForStyleOf(html);
            return TypedResults.Text(html, "text/html", System.Text.Encoding.UTF8);
        }
        if (!Named<RenderFormat>.TryParse(format.ToLowerInvariant(), out var named))
            throw new InvalidFieldProblem("format", new("Möglich sind html, pdf, docx, odt.", "Possible are html, pdf, docx, odt."));
        var wanted = named.Value;
        var bytes = await rendering.RenderAsync(wanted, new RenderDocument(html, paper.Content.Subject, "de"), ct);
        return TypedResults.File(
            bytes,
            wanted.MediaType(),
            FileNames.Of("Vorlage", clock.Slug, paper.Reference, await clock.TodayAsync(ct), format.ToLowerInvariant())
        );
    }
}

/// <summary>The reference is taken.</summary>
public sealed class PaperExists(string reference)
    : ConflictProblem(
        "paper-exists",
        new(
            $"Eine Vorlage {reference} gibt es hier schon. Berichtigen Sie jene.",
            $"There is a paper {reference} already. Correct that one."
        )
    );
