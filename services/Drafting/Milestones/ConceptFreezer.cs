using Integrationskonzept.Contracts;
using Integrationskonzept.Drafting.Concepts;
using Integrationskonzept.Drafting.Sections;
using Integrationskonzept.Drafting.Translations;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Drafting.Milestones;

/// <summary>Collects the whole concept as it stands; chapters on participation and organisations get their numbers from the data.</summary>
static class ConceptFreezer
{
    public static async Task<Frozen> CollectAsync(DraftingDb db, Concept concept, KnownTenant tenant, CancellationToken ct)
    {
        var sections = await db.Sections.AsNoTracking().Where(row => row.ConceptId == concept.Id).ToDictionaryAsync(row => row.Id, ct);
        var outline = new Outline(sections.Values.Select(OutlinedSection.Of.Compile()));
        var measures = await db.Measures.InReadingOrder(concept.Id).ToListAsync(ct);
        var goals = await db.Goals.InReadingOrder(concept.Id).ToListAsync(ct);
        var sources = await db
            .Sources.AsNoTracking()
            .Where(row => row.ConceptId == concept.Id)
            .ToDictionaryAsync(row => row.ContributionId, row => row.Contribution, ct);
        var events = await db.HeldEvents.AsNoTracking().Where(row => row.MandateId == concept.MandateId).ToListAsync(ct);

        var byId = measures.ToDictionary(row => row.Id);
        var translations = await FrozenTranslations.CollectAsync(
            db,
            concept.Id,
            sections,
            text => SectionReferences.Resolve(text, outline, byId),
            ct
        );
        var generated = new Dictionary<string, string>
        {
            [Skeleton.Participation] = ChapterText.Participation(
                events,
                sources.Count,
                TimeZoneInfo.FindSystemTimeZoneById(tenant.TimeZone)
            ),
            [Skeleton.Appendix] = ChapterText.Organisations(sources.Values.Select(source => source.Organisation).OfType<string>()),
        };
        var content = new FrozenConcept(
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
                    )
                    {
                        Translations = translations.GetValueOrDefault(row.Section.Id),
                    }),
            ],
            [
                .. measures.Select(measure => new AdoptedMeasure(
                    measure.Number,
                    measure.SectionKey,
                    measure.Proposal,
                    [.. measure.Proposal.ContributionIds.Where(sources.ContainsKey).Select(id => sources[id])]
                )
                {
                    Plan = measure.Plan,
                    GoalId = measure.GoalId,
                }),
            ]
        )
        {
            Goals =
                goals.Count == 0
                    ? null
                    : [.. goals.Select(goal => new AdoptedGoal(goal.Id, goal.Number, goal.SectionKey, goal.Title, goal.Description))],
        };
        return new(
            content,
            [
                .. sections.Values.Select(row => new FrozenPart(MilestonePartKind.Section, row.Id, row.Revision)),
                .. goals.Select(row => new FrozenPart(MilestonePartKind.Goal, row.Id, null)),
                .. measures.Select(row => new FrozenPart(MilestonePartKind.Measure, row.Id, null)),
            ]
        );
    }
}

/// <param name="Content">The concept.</param>
/// <param name="Parts">Of what it was made.</param>
sealed record Frozen(FrozenConcept Content, IReadOnlyList<FrozenPart> Parts);

/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Revision">Number of the chapter's revision.</param>
sealed record FrozenPart(MilestonePartKind Kind, Guid Id, int? Revision);
