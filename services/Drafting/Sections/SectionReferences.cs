using Integrationskonzept.Drafting.Concepts;
using Integrationskonzept.Drafting.Measures;
using Integrationskonzept.ServiceDefaults.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Drafting.Sections;

/// <summary>
/// References of texts to sections and measures of the same concept. Stored are keys and ids, which stay when titles and numbers change;
/// what a section refers to is not deleted. Translations are checked when they are written here, not when they come as files.
/// </summary>
static class SectionReferences
{
    /// <summary>The text with measures by their ids; all that it refers to is there.</summary>
    /// <exception cref="ReferenceUnknown">Some of it is not.</exception>
    public static async Task<string> FixAsync(DraftingDb db, Guid conceptId, string markdown, CancellationToken ct)
    {
        var references = MarkdownReferences.In(markdown).ToList();
        if (references.Count == 0)
            return markdown;
        var keys = await db.Sections.Where(row => row.ConceptId == conceptId).Select(row => row.Key).ToListAsync(ct);
        var measures = await db
            .Measures.Where(row => row.ConceptId == conceptId)
            .Select(row => new
            {
                row.Id,
                row.TopicArea,
                row.Position,
            })
            .ToListAsync(ct);
        var targets = keys.Select(key => (ReferenceKind.Section, key, key))
            .Concat(measures.Select(row => (ReferenceKind.Measure, $"{row.TopicArea}.{row.Position}", $"{row.Id}")))
            .Concat(measures.Select(row => (ReferenceKind.Measure, $"{row.Id}", $"{row.Id}")))
            .ToDictionary(row => (row.Item1, row.Item2), row => row.Item3);
        var unknown = references.Where(one => !targets.ContainsKey(KeyOf(one))).Select(one => one.Written).Distinct().ToList();
        if (unknown.Count > 0)
            throw new ReferenceUnknown(unknown);
        return MarkdownReferences.Replace(markdown, one => MarkdownReferences.Write(one.Kind, targets[KeyOf(one)]));
    }

    /// <summary>References as links within the document that an edition is.</summary>
    public static string Resolve(string markdown, Outline outline, IReadOnlyDictionary<Guid, Measure> measures) =>
        MarkdownReferences.Replace(
            markdown,
            one =>
                one.Kind == ReferenceKind.Section
                    ? outline.Find(one.Target) is { } place
                        ? MarkdownReferences.Link(one.Kind, place.Number, place.Section.Title, $"#{place.Section.Key}")
                        : null
                    : Guid.TryParse(one.Target, out var id) && measures.TryGetValue(id, out var measure)
                        ? MarkdownReferences.Link(
                            one.Kind,
                            measure.Number,
                            measure.Proposal.Title,
                            $"#massnahme-{measure.Number.Replace('.', '-')}"
                        )
                        : null
        );

    /// <summary>For who deletes a section.</summary>
    public static async Task RequireNoneToAsync(DraftingDb db, Section section, CancellationToken ct)
    {
        var from = await FromAsync(db, section.ConceptId, MarkdownReferences.Write(ReferenceKind.Section, section.Key), section.Id, ct);
        if (from.Count > 0)
            throw new SectionIsReferenced(from);
    }

    public static async Task RequireNoneToMeasureAsync(DraftingDb db, Guid conceptId, Guid measureId, CancellationToken ct)
    {
        var from = await FromAsync(db, conceptId, MarkdownReferences.Write(ReferenceKind.Measure, $"{measureId}"), null, ct);
        if (from.Count > 0)
            throw new MeasureIsReferenced(from);
    }

    static Task<List<string>> FromAsync(DraftingDb db, Guid conceptId, string reference, Guid? except, CancellationToken ct) =>
        db
            .Sections.AsNoTracking()
            .Where(row => row.ConceptId == conceptId && row.Id != except && row.Markdown.Contains(reference))
            .OrderBy(row => row.Key)
            .Select(row => row.Title)
            .ToListAsync(ct);

    static (ReferenceKind, string) KeyOf(MarkdownReference reference) =>
        (reference.Kind, Guid.TryParse(reference.Target, out var id) ? $"{id}" : reference.Target);
}

sealed class MeasureReferences(DraftingDb db) : IMeasureReferences
{
    public Task RequireNoneAsync(Guid conceptId, Guid measureId, CancellationToken ct) =>
        SectionReferences.RequireNoneToMeasureAsync(db, conceptId, measureId, ct);
}
