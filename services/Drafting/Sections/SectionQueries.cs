using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Drafting.Sections;

static class SectionQueries
{
    public static async Task<Section> HoldSectionAsync(this DraftingDb db, Guid conceptId, string key, CancellationToken ct) =>
        await db
            .Sections.FromSql($"select * from sections where concept_id = {conceptId} and key = {key} for update")
            .SingleOrDefaultAsync(ct)
        ?? throw new NotFoundProblem();

    public static async Task<Section> FindSectionAsync(this DraftingDb db, Guid conceptId, string key, CancellationToken ct) =>
        await db.Sections.AsNoTracking().SingleOrDefaultAsync(row => row.ConceptId == conceptId && row.Key == key, ct)
        ?? throw new NotFoundProblem();

    public static async Task<SectionDto> ToDtoAsync(this DraftingDb db, Section section, CancellationToken ct) =>
        SectionDto.From(section, (await Outline.OfAsync(db, section.ConceptId, ct))[section.Id]);
}
