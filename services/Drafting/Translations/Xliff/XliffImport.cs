using Integrationskonzept.Drafting.Concepts;
using Integrationskonzept.Drafting.Sections;
using Integrationskonzept.Drafting.Sections.Texts;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Drafting.Translations.Xliff;

/// <summary>Takes what comes back from translators: all that is whole, or nothing where the file is wrong.</summary>
static class XliffImport
{
    public static readonly string[] Types = [XliffDocument.MediaType, "application/octet-stream"];

    public static async Task<Ok<XliffReport>> ImportAsync(
        Guid conceptId,
        string language,
        HttpRequest request,
        DraftingDb db,
        TenantContext tenant,
        Caller caller,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var into = TranslationLanguage.Require(language);
        var bytes = await BoundedBody.ReadAsync(
            request,
            Types,
            XliffDocument.MostBytes,
            () => new XliffMediaType(),
            () => new XliffTooLarge(),
            ct
        );
        return await db.WhileDraftingAsync(
            conceptId,
            async _ =>
            {
                var read = XliffReader.Read(bytes, into, XliffDocument.Sections(tenant.Required, conceptId));
                var sections = await db
                    .Sections.AsNoTracking()
                    .Where(row => row.ConceptId == conceptId)
                    .ToDictionaryAsync(row => row.Id, ct);
                var translations = await db
                    .SectionTranslations.Where(row => row.ConceptId == conceptId && row.Language == into)
                    .ToDictionaryAsync(row => row.SectionId, ct);
                var reports = new List<XliffSectionReport>();
                foreach (var one in read)
                {
                    var section = sections.GetValueOrDefault(one.SectionId) ?? throw new XliffSectionUnknown($"{one.SectionId}");
                    SectionTranslationEndpoints.RequireRevision(section, one.Revision);
                    RequireFits(section, one.Text);
                    var row = translations.GetValueOrDefault(one.SectionId);
                    var outcome = OutcomeOf(one, section, row);
                    if (outcome is XliffOutcome.Taken or XliffOutcome.TakenStale)
                    {
                        TextRules.Require(one.Text.Markdown);
                        row ??= db.Begin(section, into);
                        db.TranslationRevisions.Add(row.Write(one.Text, one.Revision, caller.Id, time.GetUtcNow()));
                    }
                    reports.Add(new(section.Key, section.Title, outcome, one.Revision, section.Revision, one.Missing));
                }
                await db.SaveChangesAsync(ct);
                var taken = reports.Count(report => report.Outcome is XliffOutcome.Taken or XliffOutcome.TakenStale);
                return TypedResults.Ok(new XliffReport(into, taken, reports));
            },
            ct
        );
    }

    static XliffOutcome OutcomeOf(XliffSection one, Section section, SectionTranslation? stored) =>
        one.Segments == one.Missing ? XliffOutcome.Empty
        : one.Missing > 0 || one.Text.Title.Length == 0 ? XliffOutcome.Incomplete
        : stored?.Says(one.Text, one.Revision) == true ? XliffOutcome.Unchanged
        : stored?.SourceRevision > one.Revision ? XliffOutcome.Superseded
        : one.Revision < section.Revision ? XliffOutcome.TakenStale
        : XliffOutcome.Taken;

    static void RequireFits(Section section, TranslatedText text)
    {
        if (text.Title.Length > SectionTranslation.MostOfTitle || text.Markdown.Length > SectionTranslation.MostOfMarkdown)
            throw new XliffInvalid(
                new(
                    $"Zu lang ist „{section.Title}“: höchstens {SectionTranslation.MostOfTitle} Zeichen als Überschrift und "
                        + $"{SectionTranslation.MostOfMarkdown} als Text.",
                    $"\"{section.Title}\" is too long: at most {SectionTranslation.MostOfTitle} characters as heading and "
                        + $"{SectionTranslation.MostOfMarkdown} as text."
                )
            );
    }
}
