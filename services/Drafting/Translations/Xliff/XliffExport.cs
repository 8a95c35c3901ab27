using Integrationskonzept.Drafting.Sections;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Drafting.Translations.Xliff;

/// <summary>All sections as they are now, with what is translated of them.</summary>
static class XliffExport
{
    public static async Task<PushStreamHttpResult> ExportAsync(
        Guid conceptId,
        string language,
        DraftingDb db,
        TenantContext tenant,
        TenantClock clock,
        CancellationToken ct
    )
    {
        var concept = await db.Concepts.AsNoTracking().GetAsync(conceptId, ct);
        var into = TranslationLanguage.Require(language);
        var sections = await db.Sections.AsNoTracking().Where(row => row.ConceptId == conceptId).ToDictionaryAsync(row => row.Id, ct);
        var outline = new Outline(sections.Values.Select(OutlinedSection.Of.Compile()));
        var translations = await db
            .SectionTranslations.AsNoTracking()
            .Where(row => row.ConceptId == conceptId && row.Language == into)
            .ToDictionaryAsync(row => row.SectionId, ct);
        var then = await TranslatedFromAsync(db, conceptId, into, ct);
        var name = FileNames.Of($"Uebersetzung {into}", clock.Slug, concept.MandateReference, await clock.TodayAsync(ct), "xlf");
        var addresses = XliffDocument.Sections(tenant.Required, conceptId);
        return TypedResults.Stream(
            async stream =>
            {
                await using var xliff = new XliffWriter(stream, into);
                await xliff.BeginAsync();
                foreach (var section in outline.Places.Select(place => sections[place.Section.Id]))
                    await WriteAsync(xliff, addresses, section, translations.GetValueOrDefault(section.Id), then);
            },
            XliffDocument.MediaType,
            name
        );
    }

    static Task WriteAsync(
        XliffWriter xliff,
        string addresses,
        Section section,
        SectionTranslation? translation,
        Dictionary<Guid, TranslatedText> then
    )
    {
        var from =
            translation?.IsOf(section) == true ? new TranslatedText(section.Title, section.Markdown) : then.GetValueOrDefault(section.Id);
        var title = new XliffUnit("", section.Title, from?.Title == section.Title ? translation?.Title : null, "");
        return xliff.WriteAsync(
            XliffDocument.FileId(section.Id),
            $"{addresses}{Uri.EscapeDataString(section.Key)}?revision={section.Revision}",
            $"Fassung {section.Revision}. Zeichen der Auszeichnung (**, _, [ ], |) bleiben stehen.",
            title,
            XliffUnit.Of(section.Markdown, string.IsNullOrWhiteSpace(translation?.Markdown) ? null : translation.Markdown, from?.Markdown)
        );
    }

    /// <summary>The texts from which stale translations were made.</summary>
    static async Task<Dictionary<Guid, TranslatedText>> TranslatedFromAsync(
        DraftingDb db,
        Guid conceptId,
        string language,
        CancellationToken ct
    ) =>
        await db
            .SectionTranslations.AsNoTracking()
            .Where(row =>
                row.ConceptId == conceptId
                && row.Language == language
                && db.Sections.Any(section => section.Id == row.SectionId && section.Revision > row.SourceRevision)
            )
            .Join(
                db.Revisions,
                row => new { row.SectionId, Number = row.SourceRevision },
                row => new { row.SectionId, row.Number },
                (translation, revision) =>
                    new
                    {
                        revision.SectionId,
                        revision.Title,
                        revision.Markdown,
                    }
            )
            .ToDictionaryAsync(row => row.SectionId, row => new TranslatedText(row.Title, row.Markdown), ct);
}
