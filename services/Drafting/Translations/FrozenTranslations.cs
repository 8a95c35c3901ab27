using Integrationskonzept.Contracts;
using Integrationskonzept.Drafting.Sections;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Drafting.Translations;

/// <summary>What goes into a milestone: a translation that is not of the section's last revision would say something else.</summary>
static class FrozenTranslations
{
    public static async Task<Dictionary<Guid, IReadOnlyList<AdoptedTranslation>>> CollectAsync(
        DraftingDb db,
        IReadOnlyList<Section> sections,
        CancellationToken ct
    )
    {
        var current = sections.ToDictionary(row => row.Id, row => row.Revision);
        var rows = await db
            .SectionTranslations.AsNoTracking()
            .Where(row => current.Keys.Contains(row.SectionId))
            .OrderBy(row => row.Language)
            .ToListAsync(ct);
        return rows.Where(row => row.SourceRevision == current[row.SectionId])
            .GroupBy(row => row.SectionId)
            .ToDictionary(
                group => group.Key,
                IReadOnlyList<AdoptedTranslation> (group) =>
                    [.. group.Select(row => new AdoptedTranslation(row.Language, row.Title, row.Markdown))]
            );
    }
}
