using Integrationskonzept.Contracts;
using Integrationskonzept.Drafting.Measures;
using Integrationskonzept.Drafting.Sections;
using Integrationskonzept.ServiceDefaults.Errors;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Drafting.Concepts;

static class ConceptConsumers
{
    public static void AddConceptConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<FillChapter>();
        bus.AddConsumer<CountAttendance>();
        bus.AddConsumer<NotePublication>();
    }
}

/// <summary>A concluded topic area fills its chapter: situation, needs and goals as text, measures as measures, contributions as sources.</summary>
sealed class FillChapter(DraftingDb db, TimeProvider time) : IConsumer<TopicAreaConcluded>
{
    public async Task Consume(ConsumeContext<TopicAreaConcluded> context)
    {
        var (area, ct) = (context.Message, context.CancellationToken);
        var concept = await db.Concepts.SingleAsync(row => row.MandateId == area.MandateId, ct);
        var section = await db.Sections.SingleAsync(row => row.ConceptId == concept.Id && row.TopicAreaKey == area.Key, ct);
        if (section.ConcludedVersion >= area.Version) return;

        // A conclusion is final in Participation; what arrives while a body is deciding is kept for the next draft by failing loudly.
        concept.RequireDrafting();
        db.Revisions.Add(section.Fill(ChapterText.Of(area), area.Version, time.GetUtcNow()));
        var number = concept.TopicAreas.FindIndex(row => row.Key == area.Key) + 1;
        db.Measures.AddRange(area.Measures.Select((proposal, index) => Measure.From(proposal, concept.Id, section.Key, number, index + 1)));
        db.Sources.AddRange(area.Contributions.Select(contribution => new Source
        {
            ContributionId = contribution.Id, ConceptId = concept.Id, TopicAreaKey = area.Key, Contribution = contribution,
        }));
    }
}

/// <summary>Keeps the numbers of those who came, for the chapter on participation.</summary>
sealed class CountAttendance(DraftingDb db) : IConsumer<EventHeld>
{
    public async Task Consume(ConsumeContext<EventHeld> context)
    {
        var held = context.Message;
        var known = await db.HeldEvents.SingleOrDefaultAsync(row => row.EventId == held.Event.EventId, context.CancellationToken);
        if (known is null)
            db.HeldEvents.Add(new()
            {
                EventId = held.Event.EventId, MandateId = held.MandateId, Details = held.Event,
                Attendance = new(held.Attendance), Version = held.Version,
            });
        else if (known.Version < held.Version) (known.Attendance, known.Version) = (new(held.Attendance), held.Version);
    }
}

/// <summary>The concept learns that its edition can be read.</summary>
sealed class NotePublication(DraftingDb db) : IConsumer<EditionPublished>
{
    public async Task Consume(ConsumeContext<EditionPublished> context)
    {
        var concept = await db.Concepts.SingleAsync(row => row.Id == context.Message.ConceptId, context.CancellationToken);
        concept.Publish(context.Message.Number, context.Message.Path);
    }
}
