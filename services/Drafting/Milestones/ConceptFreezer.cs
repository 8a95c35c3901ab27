using Integrationskonzept.Contracts;
using Integrationskonzept.Drafting.Concepts;
using Integrationskonzept.Drafting.Sections;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Drafting.Milestones;

/// <summary>Collects the whole concept as it stands; chapters on participation and organisations get their numbers from the data.</summary>
static class ConceptFreezer
{
    public static async Task<FrozenConcept> CollectAsync(DraftingDb db, Concept concept, KnownTenant tenant, CancellationToken ct)
    {
        var sections = await db.Sections.AsNoTracking().Where(row => row.ConceptId == concept.Id).ToDictionaryAsync(row => row.Id, ct);
        var outline = new Outline(sections.Values.Select(OutlinedSection.Of.Compile()));
        var measures = await db
            .Measures.AsNoTracking()
            .Where(row => row.ConceptId == concept.Id)
            .OrderBy(row => row.TopicArea)
            .ThenBy(row => row.Position)
            .ToListAsync(ct);
        var sources = await db
            .Sources.AsNoTracking()
            .Where(row => row.ConceptId == concept.Id)
            .ToDictionaryAsync(row => row.ContributionId, row => row.Contribution, ct);
        var events = await db.HeldEvents.AsNoTracking().Where(row => row.MandateId == concept.MandateId).ToListAsync(ct);

        var byId = measures.ToDictionary(row => row.Id);
        var generated = new Dictionary<string, string>
        {
            [Skeleton.Participation] = ChapterText.Participation(
                events,
                sources.Count,
                TimeZoneInfo.FindSystemTimeZoneById(tenant.TimeZone)
            ),
            [Skeleton.Appendix] = ChapterText.Organisations(sources.Values.Select(source => source.Organisation).OfType<string>()),
        };
        return new(
            [
                .. outline
                    .Places.Select(place => (Place: place, Section: sections[place.Section.Id]))
                    .Select(row => new AdoptedSection(
                        row.Section.Key,
                        row.Section.Title,
                        row.Section.TopicAreaKey,
                        SectionReferences.Resolve(
                            $"{row.Section.Markdown.TrimEnd()}\n\n{generated.GetValueOrDefault(row.Section.Key)}".Trim(),
                            outline,
                            byId
                        ),
                        row.Place.Level,
                        row.Place.Number
                    )),
            ],
            [
                .. measures.Select(measure => new AdoptedMeasure(
                    measure.Number,
                    measure.SectionKey,
                    measure.Proposal,
                    [.. measure.Proposal.ContributionIds.Where(sources.ContainsKey).Select(id => sources[id])]
                )),
            ]
        );
    }
}
