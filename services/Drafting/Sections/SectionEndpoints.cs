using Integrationskonzept.Drafting.Concepts;
using Integrationskonzept.Drafting.Sections.Texts;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Validation;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Drafting.Sections;

static class SectionEndpoints
{
    public static void MapSections(this IEndpointRouteBuilder app)
    {
        var sections = app.MapTenantApi("concepts/{conceptId:guid}/sections", "Sections");

        sections
            .MapGet(
                "",
                async (Guid conceptId, DraftingDb db, CancellationToken ct) =>
                {
                    await db.Concepts.AsNoTracking().GetAsync(conceptId, ct);
                    var rows = await db
                        .Sections.AsNoTracking()
                        .Where(row => row.ConceptId == conceptId)
                        .ToDictionaryAsync(row => row.Id, ct);
                    var outline = new Outline(rows.Values.Select(OutlinedSection.Of.Compile()));
                    return TypedResults.Ok(outline.Places.Select(place => SectionDto.From(rows[place.Section.Id], place)).ToList());
                }
            )
            .RequirePermission(Permissions.ConceptRead)
            .WithName("list-sections")
            .WithSummary("All sections with their texts in reading order");

        sections
            .MapGet("outline", OutlineAsync)
            .RequirePermission(Permissions.ConceptRead)
            .WithName("get-outline")
            .WithSummary("All sections without their texts in reading order");

        sections
            .MapGet(
                "{key}",
                async (Guid conceptId, string key, DraftingDb db, CancellationToken ct) =>
                    TypedResults.Ok(await db.ToDtoAsync(await db.FindSectionAsync(conceptId, key, ct), ct))
            )
            .RequirePermission(Permissions.ConceptRead)
            .WithName("get-section")
            .WithSummary("One section");

        sections
            .MapPut("{key}", EditAsync)
            .RequirePermission(Permissions.ConceptWrite)
            .WithName("edit-section")
            .WithSummary("Replaces a section's text; the old one stays as a revision. With `basedOn`, edits of others are merged")
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    static async Task<Ok<List<OutlineEntry>>> OutlineAsync(Guid conceptId, DraftingDb db, CancellationToken ct)
    {
        await db.Concepts.AsNoTracking().GetAsync(conceptId, ct);
        var outline = await Outline.OfAsync(db, conceptId, ct);
        var rows = await db
            .Sections.AsNoTracking()
            .Where(row => row.ConceptId == conceptId)
            .Select(row => new
            {
                row.Id,
                row.Version,
                row.TopicAreaKey,
                row.Revision,
                IsConcluded = row.ConcludedVersion > 0,
                IsEmpty = row.Markdown.Trim() == "",
            })
            .ToDictionaryAsync(row => row.Id, ct);
        return TypedResults.Ok(
            outline
                .Places.Where(place => rows.ContainsKey(place.Section.Id)) // made in between
                .Select(place =>
                {
                    var row = rows[place.Section.Id];
                    return new OutlineEntry(
                        place.Section.Key,
                        place.Number,
                        place.Level,
                        place.ParentKey,
                        place.Section.Title,
                        row.Version,
                        row.TopicAreaKey,
                        row.Revision,
                        row.IsConcluded,
                        row.IsEmpty
                    );
                })
                .ToList()
        );
    }

    static async Task<Ok<SectionDto>> EditAsync(
        Guid conceptId,
        string key,
        EditSection edit,
        IfMatch match,
        DraftingDb db,
        Caller caller,
        TimeProvider time,
        CancellationToken ct
    ) =>
        TypedResults.Ok(
            await db.InTransactionAsync(
                async () =>
                {
                    await db.HoldAsync(conceptId, ct);
                    var section = await db.HoldSectionAsync(conceptId, key, ct);
                    var isStale = !match.Is(section);
                    if (isStale && edit.BasedOn is null)
                        match.Require(section);
                    var markdown = await SectionReferences.FixAsync(db, conceptId, edit.Markdown.ReplaceLineEndings("\n"), ct);
                    var (title, mergedWith) = (edit.Title, (int?)null);
                    if (isStale && edit.BasedOn != section.Revision)
                    {
                        var began = await db.FindRevisionAsync(section, edit.BasedOn!.Value, ct);
                        (title, markdown) = MergeDto.Of(began, new(title, markdown), section).Require();
                        mergedWith = section.Revision;
                        if (title == section.Title && markdown == section.Markdown.TrimEnd())
                            return await db.ToDtoAsync(section, ct); // all of it is there already
                    }
                    TextRules.Require(markdown);
                    var revision = section.Edit(title, markdown, caller.Id, time.GetUtcNow(), Words.OrNull(edit.Reason));
                    revision.MergedWith = mergedWith;
                    db.Revisions.Add(revision);
                    await db.SaveChangesAsync(ct);
                    return await db.ToDtoAsync(section, ct);
                },
                ct
            )
        );
}
