using Integrationskonzept.Contracts;
using Integrationskonzept.Drafting.Concepts;
using Integrationskonzept.Drafting.Milestones;
using Integrationskonzept.Drafting.Papers;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Messaging;
using Integrationskonzept.ServiceDefaults.Tenancy;

namespace Integrationskonzept.Drafting.Adoption;

/// <summary>What the authoritative body's decision on an adoption paper means for the concept.</summary>
sealed class ConceptDecision(DraftingDb db, Outbox outbox, TenantContext tenant, TimeProvider time)
{
    public async Task ApplyAsync(Paper paper, Consultation step, CancellationToken ct)
    {
        var concept = await db.Concepts.GetAsync(paper.ConceptId!.Value, ct);
        switch (step.Decision!.Outcome)
        {
            case Outcome.Adopted or Outcome.AdoptedWithChanges:
                await AdoptAsync(concept, paper, step, ct);
                break;
            case Outcome.Rejected:
                concept.Return();
                outbox.Add(Returned(concept, paper, rejected: true));
                break;
            case Outcome.Deferred: // it stays frozen: the same paper comes back before the body
                outbox.Add(Returned(concept, paper, rejected: false));
                break;
        }
    }

    async Task AdoptAsync(Concept concept, Paper paper, Consultation step, CancellationToken ct)
    {
        var content = (await db.FindMilestoneAsync(concept.Id, paper.Milestone!.Value, ct)).Content;
        concept.Adopt();
        outbox.Add(new ConceptAdopted
        {
            Tenant = tenant.Required, AggregateId = concept.Id, Version = concept.Version + 1, OccurredAt = time.GetUtcNow(),
            MandateId = concept.MandateId, PaperReference = paper.Reference, MandateReference = concept.MandateReference, Edition = concept.Edition,
            Title = concept.Title, AdoptedOn = step.Decision!.DecidedOn, AdoptedBy = step.Body, Resolution = paper.Wording,
            Sections = content.Sections, Measures = content.Measures,
        });
        foreach (var answer in Answers(content.Measures)) outbox.Add(answer);
    }

    /// <summary>Who contributed to an adopted measure is told so, once, even if several measures came of it.</summary>
    IEnumerable<ContributionAnswered> Answers(IReadOnlyList<AdoptedMeasure> measures) => measures
        .SelectMany(measure => measure.Contributions.Select(source => (source.Id, Measure: measure)))
        .DistinctBy(pair => pair.Id)
        .Select(pair => new ContributionAnswered
        {
            Tenant = tenant.Required, AggregateId = pair.Id, Version = 1, OccurredAt = time.GetUtcNow(), Answer = ContributionAnswer.TakenUp,
            Reason = $"Eingegangen in Maßnahme {pair.Measure.Number}: {pair.Measure.Measure.Title}", MeasureId = pair.Measure.Measure.Id,
        });

    ConceptReturned Returned(Concept concept, Paper paper, bool rejected) => new()
    {
        Tenant = tenant.Required, AggregateId = concept.Id, Version = concept.Version + 1, OccurredAt = time.GetUtcNow(),
        MandateId = concept.MandateId, PaperReference = paper.Reference, Rejected = rejected,
    };
}
