using Integrationskonzept.Drafting.Concepts;
using Integrationskonzept.Drafting.Sections;
using Integrationskonzept.Drafting.Sections.Texts;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Drafting.Translations;

/// <summary>What one section says in other languages.</summary>
static class SectionTranslationEndpoints
{
    /// <summary>So many former texts are told at once.</summary>
    const int Most = 50;

    public static void MapSectionTranslations(this IEndpointRouteBuilder app)
    {
        var translations = app.MapTenantApi("concepts/{conceptId:guid}/sections/{key}/translations", LanguageEndpoints.Tag);

        translations
            .MapGet("", ListAsync)
            .RequirePermission(Permissions.ConceptRead)
            .WithName("list-section-translations")
            .WithSummary("How far the section is in each language: the chosen ones, then others that it is translated into");

        translations
            .MapGet(
                "{language}",
                async (Guid conceptId, string key, string language, DraftingDb db, CancellationToken ct) =>
                {
                    var (row, of) = await FindAsync(db, conceptId, key, language, ct);
                    return TypedResults.Ok(SectionTranslationDto.From(row, of));
                }
            )
            .RequirePermission(Permissions.ConceptRead)
            .WithName("get-section-translation")
            .WithSummary("What the section says in that language");

        translations
            .MapPut("{language}", WriteAsync)
            .RequirePermission(Permissions.ConceptWrite)
            .WithName("translate-section")
            .WithSummary("Translates the section (the first time with If-None-Match: *), or changes the translation; former texts stay")
            .MayBegin();

        translations
            .MapDelete("{language}", RemoveAsync)
            .RequirePermission(Permissions.ConceptWrite)
            .WithName("remove-section-translation")
            .WithSummary("Removes the translation with its former texts");

        translations
            .MapGet("{language}/revisions", ListRevisionsAsync)
            .RequirePermission(Permissions.ConceptRead)
            .WithName("list-section-translation-revisions")
            .WithSummary("The last 50 texts that the translation had, newest first; `before` takes a number to read on");
    }

    static async Task<Ok<List<TranslationProgress>>> ListAsync(Guid conceptId, string key, DraftingDb db, CancellationToken ct)
    {
        var overview = await TranslationOverview.LookAsync(db, conceptId, ct, key);
        var rows = overview.Languages.SelectMany(overview.In).ToList();
        if (rows.Count == 0)
            await db.FindSectionAsync(conceptId, key, ct);
        return TypedResults.Ok(rows);
    }

    static Task<Ok<SectionTranslationDto>> WriteAsync(
        Guid conceptId,
        string key,
        string language,
        TranslateSection wish,
        IfMatch match,
        DraftingDb db,
        Caller caller,
        TimeProvider time,
        CancellationToken ct
    ) =>
        db.WhileDraftingAsync(
            conceptId,
            async _ =>
            {
                var into = TranslationLanguage.Require(language);
                var section = await db.FindSectionAsync(conceptId, key, ct);
                var row = await db.SectionTranslations.SingleOrDefaultAsync(one => one.SectionId == section.Id && one.Language == into, ct);
                match.Require(row ?? (IVersioned)new NotYet());
                RequireRevision(section, wish.SourceRevision);
                var markdown = await SectionReferences.FixAsync(db, conceptId, wish.Markdown.ReplaceLineEndings("\n"), ct);
                TextRules.Require(markdown);
                row ??= db.Begin(section, into);
                db.TranslationRevisions.Add(row.Write(new(wish.Title, markdown), wish.SourceRevision, caller.Id, time.GetUtcNow()));
                await db.SaveChangesAsync(ct);
                return TypedResults.Ok(SectionTranslationDto.From(row, section));
            },
            ct
        );

    static Task<NoContent> RemoveAsync(Guid conceptId, string key, string language, IfMatch match, DraftingDb db, CancellationToken ct) =>
        db.WhileDraftingAsync(
            conceptId,
            async _ =>
            {
                var (row, _) = await FindAsync(db, conceptId, key, language, ct);
                match.Require(row);
                db.SectionTranslations.Remove(row);
                await db.SaveChangesAsync(ct);
                return TypedResults.NoContent();
            },
            ct
        );

    static async Task<Ok<List<TranslationRevisionDto>>> ListRevisionsAsync(
        Guid conceptId,
        string key,
        string language,
        DraftingDb db,
        CancellationToken ct,
        int before = int.MaxValue
    )
    {
        var (translation, _) = await FindAsync(db, conceptId, key, language, ct);
        return TypedResults.Ok(
            await db
                .TranslationRevisions.AsNoTracking()
                .Where(row => row.TranslationId == translation.Id && row.Number < before)
                .OrderByDescending(row => row.Number)
                .Take(Most)
                .Select(row => new TranslationRevisionDto(row.Number, row.Title, row.Markdown, row.SourceRevision, row.At))
                .ToListAsync(ct)
        );
    }

    public static SectionTranslation Begin(this DraftingDb db, Section section, string language) =>
        db
            .SectionTranslations.Add(
                new()
                {
                    ConceptId = section.ConceptId,
                    SectionId = section.Id,
                    Language = language,
                }
            )
            .Entity;

    /// <summary>Of a revision that is yet to come nobody can have translated anything.</summary>
    public static void RequireRevision(Section section, int revision)
    {
        if (revision < 0 || revision > section.Revision)
            throw new SourceRevisionUnknown(section.Title, revision, section.Revision);
    }

    static async Task<(SectionTranslation Row, Section Of)> FindAsync(
        DraftingDb db,
        Guid conceptId,
        string key,
        string language,
        CancellationToken ct
    )
    {
        var section = await db.FindSectionAsync(conceptId, key, ct);
        var into = TranslationLanguage.Require(language);
        return (
            await db.SectionTranslations.SingleOrDefaultAsync(row => row.SectionId == section.Id && row.Language == into, ct)
                ?? throw new NotFoundProblem(),
            section
        );
    }
}
