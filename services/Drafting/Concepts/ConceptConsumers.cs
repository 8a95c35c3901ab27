using Integrationskonzept.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Drafting.Concepts;

static class ConceptConsumers
{
    public static void AddConceptConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<CountAttendance>();
        bus.AddConsumer<NotePublication>();
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
            db.HeldEvents.Add(
                new()
                {
                    EventId = held.Event.EventId,
                    MandateId = held.MandateId,
                    Details = held.Event,
                    Attendance = new(held.Attendance),
                    Version = held.Version,
                }
            );
        else if (known.Version < held.Version)
        {
            known.Attendance = new(held.Attendance);
            known.Version = held.Version;
        }
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
