using Integrationskonzept.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Publication.Processes;

static class ProcessConsumers
{
    public static void AddProcessConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<ShowMandate>();
        bus.AddConsumer<ShowEvents>();
        bus.AddConsumer<ShowTopicAreas>();
        bus.AddConsumer<ShowConcept>();
    }

    /// <summary>Takes the process on; before its mandate has arrived the message is tried again.</summary>
    public static async Task<Process> AdvanceAsync(this PublicationDb db, Guid mandateId, Stage stage, CancellationToken ct)
    {
        var process = await db.Processes.SingleAsync(row => row.Id == mandateId, ct);
        process.Advance(stage);
        return process;
    }
}

/// <summary>A mandate opens the public page of its process.</summary>
sealed class ShowMandate(PublicationDb db) : IConsumer<MandateGranted>
{
    public async Task Consume(ConsumeContext<MandateGranted> context)
    {
        var mandate = context.Message;
        if (await db.Processes.AnyAsync(row => row.Id == mandate.AggregateId, context.CancellationToken))
            return;
        db.Processes.Add(Process.Of(mandate));
        db.TopicAreas.AddRange(
            mandate.TopicAreas.Select(
                (area, index) =>
                    new PublicTopicArea
                    {
                        MandateId = mandate.AggregateId,
                        Key = area.Key,
                        Title = area.Title,
                        Order = index + 1,
                    }
            )
        );
    }
}

/// <summary>The dates: as confirmed, moved, cancelled and held.</summary>
sealed class ShowEvents(PublicationDb db)
    : IConsumer<PlanConfirmed>,
        IConsumer<EventScheduled>,
        IConsumer<EventChanged>,
        IConsumer<EventRescheduled>,
        IConsumer<EventCancelled>,
        IConsumer<EventHeld>
{
    public Task Consume(ConsumeContext<PlanConfirmed> context) =>
        db.AdvanceAsync(context.Message.MandateId, Stage.Planned, context.CancellationToken);

    public Task Consume(ConsumeContext<EventScheduled> context) => ShowAsync(context.Message, context.CancellationToken);

    public Task Consume(ConsumeContext<EventChanged> context) => ShowAsync(context.Message, context.CancellationToken);

    public Task Consume(ConsumeContext<EventRescheduled> context) => ShowAsync(context.Message, context.CancellationToken);

    public Task Consume(ConsumeContext<EventCancelled> context) => ShowAsync(context.Message, context.CancellationToken, cancelled: true);

    public Task Consume(ConsumeContext<EventHeld> context) => ShowAsync(context.Message, context.CancellationToken, held: true);

    async Task ShowAsync(EventFact fact, CancellationToken ct, bool cancelled = false, bool held = false)
    {
        var row = await db.Events.SingleOrDefaultAsync(item => item.EventId == fact.Event.EventId, ct);
        if (row is null)
            db.Events.Add(
                row = new()
                {
                    EventId = fact.Event.EventId,
                    MandateId = fact.MandateId,
                    Version = fact.Version,
                    Details = fact.Event,
                    Start = fact.Event.Start,
                }
            );
        else if (row.Version >= fact.Version)
            return;
        row.Version = fact.Version;
        row.Details = fact.Event;
        row.Start = fact.Event.Start;
        row.Cancelled = cancelled;
        row.Held = held;
    }
}

/// <summary>The topic areas: open and concluded; with the last one the writing begins.</summary>
sealed class ShowTopicAreas(PublicationDb db) : IConsumer<TopicAreaOpened>, IConsumer<TopicAreaConcluded>
{
    public async Task Consume(ConsumeContext<TopicAreaOpened> context)
    {
        await db.AdvanceAsync(context.Message.MandateId, Stage.Participation, context.CancellationToken);
        await SetAsync(context.Message, TopicAreaState.Open, context.CancellationToken);
    }

    public async Task Consume(ConsumeContext<TopicAreaConcluded> context)
    {
        // The process row is locked first: two topic areas concluded at once must not both miss that they were the last.
        await db.Database.ExecuteSqlAsync(
            $"select 1 from processes where id = {context.Message.MandateId} for update",
            context.CancellationToken
        );
        var areas = await SetAsync(context.Message, TopicAreaState.Concluded, context.CancellationToken);
        if (areas.All(area => area.State == TopicAreaState.Concluded))
            await db.AdvanceAsync(context.Message.MandateId, Stage.Drafting, context.CancellationToken);
    }

    async Task<List<PublicTopicArea>> SetAsync(TopicAreaFact fact, TopicAreaState state, CancellationToken ct)
    {
        var areas = await db.TopicAreas.Where(row => row.MandateId == fact.MandateId).ToListAsync(ct);
        var area = areas.Single(row => row.Key == fact.Key);
        if (state > area.State)
            area.State = state;
        return areas;
    }
}

/// <summary>The concept before the organizations, and back.</summary>
sealed class ShowConcept(PublicationDb db) : IConsumer<ConceptSubmitted>, IConsumer<ConceptReturned>
{
    public Task Consume(ConsumeContext<ConceptSubmitted> context) =>
        db.AdvanceAsync(context.Message.MandateId, Stage.Submitted, context.CancellationToken);

    public async Task Consume(ConsumeContext<ConceptReturned> context)
    {
        if (context.Message.Rejected)
            (await db.Processes.SingleAsync(row => row.Id == context.Message.MandateId, context.CancellationToken)).Return();
    }
}
