using Integrationskonzept.Contracts;
using Integrationskonzept.Drafting.Sections;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Drafting.Translations;

/// <summary>What goes into a milestone: a translation that is not of the section's last revision would say something else.</summary>
static class FrozenTranslations
{
    /// <param name="db">Database.</param>
    /// <param name="conceptId">The concept.</param>
    /// <param name="sections">Its sections by id.</param>
    /// <param name="resolve">Makes links of what a text refers to.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<Dictionary<Guid, IReadOnlyList<AdoptedTranslation>>> CollectAsync(
        DraftingDb db,
        Guid conceptId,
        IReadOnlyDictionary<Guid, Section> sections,
        Func<string, string> resolve,
        CancellationToken ct
    )
    {
        var rows = await db
            .SectionTranslations.AsNoTracking()
            .Where(row => row.ConceptId == conceptId)
            .OrderBy(row => row.Language)
            .ToListAsync(ct);
        return rows.Where(row => sections.TryGetValue(row.SectionId, out var section) && row.IsOf(section))
            .GroupBy(row => row.SectionId)
            .ToDictionary(
                group => group.Key,
                IReadOnlyList<AdoptedTranslation> (group) =>
                    [.. group.Select(row => new AdoptedTranslation(row.Language, row.Title, resolve(row.Markdown)))]
            );
    }
}
