using Integrationskonzept.Drafting.Concepts;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Drafting.Translations;

/// <summary>Which languages a concept is to have, and how far it is in each.</summary>
static class LanguageEndpoints
{
    public const string Tag = "Languages";

    public static void MapLanguages(this IEndpointRouteBuilder app)
    {
        var languages = app.MapTenantApi("concepts/{conceptId:guid}/languages", Tag);

        languages
            .MapGet(
                "",
                async (Guid conceptId, DraftingDb db, CancellationToken ct) =>
                {
                    await db.Concepts.AsNoTracking().GetAsync(conceptId, ct);
                    return TypedResults.Ok(From(await FindAsync(db.ConceptLanguages.AsNoTracking(), conceptId, ct)));
                }
            )
            .RequirePermission(Permissions.ConceptRead)
            .WithName("get-concept-languages")
            .WithSummary("Into which languages the concept is to be translated");

        languages
            .MapPut("", ChooseAsync)
            .RequirePermission(Permissions.ConceptWrite)
            .WithName("choose-concept-languages")
            .WithSummary("Chooses them (the first time with If-None-Match: *); translations into others stay")
            .MayBegin();

        var translations = app.MapTenantApi("concepts/{conceptId:guid}/translations", Tag);

        translations
            .MapGet(
                "",
                async (Guid conceptId, DraftingDb db, CancellationToken ct) =>
                {
                    await db.Concepts.AsNoTracking().GetAsync(conceptId, ct);
                    return TypedResults.Ok((await TranslationOverview.LookAsync(db, conceptId, ct)).Progress().ToList());
                }
            )
            .RequirePermission(Permissions.ConceptRead)
            .WithName("list-concept-translations")
            .WithSummary("How far the concept is in each language: the chosen ones, then others that something is translated into");

        translations
            .MapGet(
                "{language}",
                async (Guid conceptId, string language, DraftingDb db, CancellationToken ct) =>
                {
                    await db.Concepts.AsNoTracking().GetAsync(conceptId, ct);
                    var into = TranslationLanguage.Require(language);
                    return TypedResults.Ok((await TranslationOverview.LookAsync(db, conceptId, ct)).In(into).ToList());
                }
            )
            .RequirePermission(Permissions.ConceptRead)
            .WithName("get-concept-translation")
            .WithSummary("How far each section is in one language, in reading order");
    }

    static Task<Ok<ConceptLanguagesDto>> ChooseAsync(
        Guid conceptId,
        ChooseLanguages wish,
        IfMatch match,
        DraftingDb db,
        CancellationToken ct
    ) =>
        db.WhileDraftingAsync(
            conceptId,
            async _ =>
            {
                var row = await FindAsync(db.ConceptLanguages, conceptId, ct);
                match.Require(row ?? (IVersioned)new NotYet());
                row ??= db.ConceptLanguages.Add(new() { ConceptId = conceptId }).Entity;
                row.Languages =
                [
                    .. wish.Languages.Select((tag, index) => TranslationLanguage.Require(tag, $"languages[{index}]")).Distinct(),
                ];
                await db.SaveChangesAsync(ct);
                return TypedResults.Ok(From(row));
            },
            ct
        );

    static Task<ConceptLanguages?> FindAsync(IQueryable<ConceptLanguages> rows, Guid conceptId, CancellationToken ct) =>
        rows.SingleOrDefaultAsync(row => row.ConceptId == conceptId, ct);

    static ConceptLanguagesDto From(ConceptLanguages? row) => new(row?.Version ?? 0, row?.Languages ?? []);
}
