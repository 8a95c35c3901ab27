using Integrationskonzept.Contracts;
using Integrationskonzept.Drafting.Concepts;
using Integrationskonzept.Drafting.Conclusions;
using Integrationskonzept.Drafting.Milestones;
using Integrationskonzept.Drafting.Papers;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Drafting.Adoption;

/// <summary>What the authoritative organization's decision on an adoption paper means for the concept.</summary>
sealed class ConceptDecision(DraftingDb db, Outbox outbox, ConclusionTaker conclusions)
{
    public async Task ApplyAsync(Paper paper, Consultation step, CancellationToken ct)
    {
        var concept = await db
            .Concepts.FromSql($"select * from concepts where id = {paper.ConceptId} for update")
            .GetAsync(paper.ConceptId!.Value, ct);
        switch (step.Decision!.Outcome)
        {
            case Outcome.Adopted or Outcome.AdoptedWithChanges:
                await AdoptAsync(concept, paper, step, ct);
                break;
            case Outcome.Rejected:
                concept.Return();
                outbox.Add(concept, Returned(concept, paper, rejected: true));
                await conclusions.ReturnedAsync(concept, ct);
                break;
            case Outcome.Deferred: // it stays frozen: the same paper comes back before the organization
                outbox.Add(concept, Returned(concept, paper, rejected: false));
                break;
        }
    }

    async Task AdoptAsync(Concept concept, Paper paper, Consultation step, CancellationToken ct)
    {
        var content = (await db.FindMilestoneAsync(concept.Id, paper.Milestone!.Value, ct)).Content;
        var edition = await NextEditionAsync(concept.Tenant, ct);
        concept.Adopt(edition);
        foreach (var part in PartsOf(content))
            outbox.Add(
                concept,
                new ConceptAdopted
                {
                    MandateId = concept.MandateId,
                    PaperReference = paper.Reference,
                    MandateReference = concept.MandateReference,
                    Edition = edition,
                    Title = concept.Title,
                    AdoptedOn = step.Decision!.DecidedOn,
                    AdoptedBy = step.Organization,
                    Resolution = paper.Wording,
                    Part = part.Part,
                    Sections = part.Items<AdoptedSection>(0),
                    Measures = part.Items<AdoptedMeasure>(1),
                    Contributions = part.Items<ContributionSource>(2),
                    Goals = part.Items<AdoptedGoal>(3),
                }
            );
        foreach (var (contribution, answer) in Answers(content.Measures))
            outbox.AddOnce(contribution, answer);
        await conclusions.AdoptedAsync(concept, ct);
    }

    /// <summary>Several measures come of one contribution: it is told once, and they name it.</summary>
    static IReadOnlyList<ContentOfPart> PartsOf(FrozenConcept content) =>
        Parts.Of(
            content.Sections,
            content.Measures.Select(measure => measure with { Contributions = [] }),
            content.Measures.SelectMany(measure => measure.Contributions).DistinctBy(source => source.Id),
            content.Goals ?? []
        );

    /// <summary>One adoption of a Landkreis at a time: the lock is held until its number is committed.</summary>
    async Task<int> NextEditionAsync(string tenant, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({$"edition/{tenant}"}, 0))", ct);
        return 1 + (await db.Concepts.MaxAsync(row => row.Edition, ct) ?? 0);
    }

    /// <summary>Who contributed to an adopted measure is told so, once, even if several measures came of it.</summary>
    static IEnumerable<(Guid Contribution, ContributionAnswered Answer)> Answers(IReadOnlyList<AdoptedMeasure> measures) =>
        measures
            .SelectMany(measure => measure.Contributions.Select(source => (source.Id, Measure: measure)))
            .DistinctBy(pair => pair.Id)
            .Select(pair =>
                (
                    pair.Id,
                    new ContributionAnswered
                    {
                        Answer = ContributionAnswer.TakenUp,
                        MeasureId = pair.Measure.Measure.Id,
                        Reason = $"Eingegangen in Maßnahme {pair.Measure.Number}: {pair.Measure.Measure.Title}",
                    }
                )
            );

    static ConceptReturned Returned(Concept concept, Paper paper, bool rejected) =>
        new()
        {
            MandateId = concept.MandateId,
            PaperReference = paper.Reference,
            Rejected = rejected,
        };
}
