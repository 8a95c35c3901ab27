using Integrationskonzept.Contracts;
using Integrationskonzept.Drafting.Concepts;
using Integrationskonzept.Drafting.Conclusions;
using Integrationskonzept.Drafting.Papers;
using Integrationskonzept.Drafting.Sections;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Messaging;

namespace Integrationskonzept.Drafting.Decisions;

/// <summary>Makes an adopted paper the mandate: the concept's skeleton arises, and all services learn what is to be done.</summary>
sealed class MandateGrant(DraftingDb db, Outbox outbox, ConclusionTaker conclusions, TimeProvider time)
{
    const int DefaultMonths = 2;

    public async Task GrantAsync(Paper paper, Consultation step, CancellationToken ct)
    {
        var content = paper.Content;
        if (content.TopicAreas.Count == 0 || content.Programme.Count == 0)
            throw new MandateIncomplete();

        var topicAreas = TopicAreaKeys.Make(content.TopicAreas);
        var concept = Concept.Begin(paper, topicAreas);
        db.Concepts.Add(concept);
        var sections = Skeleton.Of(concept.Id, paper, topicAreas).ToList();
        db.Sections.AddRange(sections);
        db.Revisions.AddRange(sections.Select(section => section.Begin(Revision.OfMandate, time.GetUtcNow())));
        outbox.Add(
            paper,
            new MandateGranted
            {
                Reference = paper.Reference,
                Subject = content.Subject,
                Resolution = paper.Wording,
                DecidedOn = step.Decision!.DecidedOn,
                DecidedBy = step.Organization,
                TopicAreas = topicAreas,
                Programme = content.Programme,
                MonthsPerTopicArea = content.MonthsPerTopicArea ?? DefaultMonths,
                Deadline = content.Deadline,
                Budget = content.StatedTotal ?? content.ComputedTotal,
            }
        );
        await db.SaveChangesAsync(ct);
        await conclusions.BegunAsync(concept, ct);
    }
}

/// <summary>The paper does not say what is to be done.</summary>
public sealed class MandateIncomplete()
    : UnprocessableProblem(
        "mandate-incomplete",
        new(
            "Ohne Themenfelder und Veranstaltungen kann aus der Vorlage kein Auftrag werden. Ergänzen Sie beides, bevor "
                + "ein Gremium sie berät.",
            "Without topic areas and events the paper can't become a mandate. Add both before an organization deals with it."
        )
    );
