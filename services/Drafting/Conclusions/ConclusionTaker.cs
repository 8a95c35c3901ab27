using Integrationskonzept.Contracts;
using Integrationskonzept.Drafting.Concepts;
using Integrationskonzept.Drafting.Goals;
using Integrationskonzept.Drafting.Measures;
using Integrationskonzept.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Drafting.Conclusions;

/// <summary>
/// Takes the results of topic areas into the concept of their mandate: situation and needs as text, goals as goals, measures as
/// measures, contributions as sources. While the organizations decide they wait. A returned concept takes them then; behind an adopted
/// one they go into the next concept that has the topic area.
/// </summary>
sealed class ConclusionTaker(DraftingDb db, Outbox outbox, TimeProvider time)
{
    const string Deferred =
        "Das Themenfeld wurde erst abgeschlossen, als das Konzept schon vorlag. Der Beitrag geht in die Fortschreibung ein.";

    public async Task TakeAsync(TopicAreaConcluded area, CancellationToken ct)
    {
        // Locked, so that it is not submitted, returned or adopted meanwhile without seeing what waits for it.
        var concept = await db.Concepts.FromSql($"select * from concepts where mandate_id = {area.MandateId} for update").SingleAsync(ct);
        if (await db.WaitingConclusions.AnyAsync(row => row.TopicAreaId == area.AggregateId, ct))
            return;
        if (
            await db.Sections.AnyAsync(
                row => row.ConceptId == concept.Id && row.TopicAreaKey == area.Key && row.ConcludedVersion >= area.Version,
                ct
            )
        )
            return;
        if (concept.State == ConceptState.Drafting)
        {
            await FillAsync(concept, area, concept, ct);
            return;
        }
        var waiting = new WaitingConclusion
        {
            TopicAreaId = area.AggregateId,
            TopicAreaKey = area.Key,
            ConceptId = concept.Id,
            Conclusion = area,
        };
        db.WaitingConclusions.Add(waiting);
        if (concept.IsDecided)
            await DeferAsync(waiting, concept, ct);
    }

    /// <summary>The concept is drafted again: it takes what came meanwhile.</summary>
    public async Task ReturnedAsync(Concept concept, CancellationToken ct)
    {
        foreach (var waiting in await WaitingOfAsync(concept, ct))
            await FillAsync(concept, waiting, concept, ct);
    }

    /// <summary>What came meanwhile is for the next concept, and people are told so.</summary>
    public async Task AdoptedAsync(Concept concept, CancellationToken ct)
    {
        foreach (var waiting in await WaitingOfAsync(concept, ct))
            await DeferAsync(waiting, concept, ct);
    }

    /// <summary>The next concept, saved already, takes what came too late for those before it.</summary>
    public async Task BegunAsync(Concept next, CancellationToken ct)
    {
        var decided = await db
            .Concepts.FromSql($"select * from concepts where state in ('Adopted', 'Published') order by id for update")
            .ToListAsync(ct);
        foreach (var concept in decided)
        foreach (var waiting in await WaitingOfAsync(concept, ct))
            if (Has(next, waiting.TopicAreaKey))
                await FillAsync(next, waiting, concept, ct);
    }

    Task<List<WaitingConclusion>> WaitingOfAsync(Concept concept, CancellationToken ct) =>
        db
            .WaitingConclusions.Where(row => row.ConceptId == concept.Id && row.TakenInto == null)
            .OrderBy(row => row.TopicAreaId)
            .ToListAsync(ct);

    async Task DeferAsync(WaitingConclusion waiting, Concept own, CancellationToken ct)
    {
        foreach (var contribution in waiting.Conclusion.Contributions)
            outbox.AddOnce(contribution.Id, new ContributionAnswered { Answer = ContributionAnswer.Deferred, Reason = Deferred });
        var drafted = await db
            .Concepts.Where(row => row.State == ConceptState.Drafting && row.Id != own.Id)
            .OrderByDescending(row => row.Id)
            .ToListAsync(ct);
        if (drafted.Find(row => Has(row, waiting.TopicAreaKey)) is { } next)
            await FillAsync(next, waiting, own, ct);
    }

    async Task FillAsync(Concept concept, WaitingConclusion waiting, Concept own, CancellationToken ct)
    {
        await FillAsync(concept, waiting.Conclusion, own, ct);
        waiting.TakenInto = concept.Id;
    }

    async Task FillAsync(Concept concept, TopicAreaConcluded area, Concept own, CancellationToken ct)
    {
        concept.RequireDrafting();
        var section = await db.Sections.SingleAsync(row => row.ConceptId == concept.Id && row.TopicAreaKey == area.Key, ct);
        var now = time.GetUtcNow();
        // Carried over, the chapter's own topic area is still to come.
        var revision =
            concept == own
                ? section.Fill(ChapterText.Of(area), area.Version, now)
                : section.Fill(ChapterText.Carried(area, own.MandateReference), section.ConcludedVersion, now);
        db.Revisions.Add(revision);

        var number = concept.NumberOf(area.Key);
        var measures = await db.Measures.In(concept.Id, number).LastPlaceAsync(ct);
        db.Measures.AddRange(
            area.Measures.Select((proposal, index) => Measure.From(proposal, concept.Id, section.Key, number, measures + index + 1))
        );
        var goals = await db.Goals.In(concept.Id, number).LastPlaceAsync(ct);
        db.Goals.AddRange(area.Goals.Select((found, index) => Goal.From(found, concept.Id, section.Key, number, goals + index + 1)));
        db.Sources.AddRange(
            area.Contributions.Select(contribution => new Source
            {
                ContributionId = contribution.Id,
                ConceptId = concept.Id,
                TopicAreaKey = area.Key,
                Contribution = contribution,
                TopicAreaId = area.AggregateId,
                Revision = revision.Number,
            })
        );
        await db.SaveChangesAsync(ct); // the next one of the same chapter counts on from here
    }

    static bool Has(Concept concept, string key) => concept.TopicAreas.Exists(area => area.Key == key);
}
