using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.TopicAreas;
using Integrationskonzept.ServiceDefaults.Rendering;
using Integrationskonzept.ServiceDefaults.Work;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.EventRecords;

static class EventRecordSetup
{
    public static void AddEventRecordConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<FollowEvents>();
        bus.AddConsumer<NotePresence>();
    }

    public static void AddEventRecords(this WebApplicationBuilder builder)
    {
        builder.AddRenderingClient();
        builder.Services.AddScoped<SeenRecords>();
        builder.Services.Configure<RecordOptions>(builder.Configuration.GetSection("Records"));
        builder.Services.AddHousekeeping<CorrectionHousekeeping>();
    }
}

/// <summary>Every event has a record from the beginning: what it is called and when it is follows Scheduling.</summary>
sealed class FollowEvents(ParticipationDb db)
    : IConsumer<PlanConfirmed>,
        IConsumer<EventScheduled>,
        IConsumer<EventChanged>,
        IConsumer<EventRescheduled>,
        IConsumer<EventCancelled>,
        IConsumer<EventHeld>
{
    public async Task Consume(ConsumeContext<PlanConfirmed> context)
    {
        var (plan, ct) = (context.Message, context.CancellationToken);
        var ids = plan.Events.Select(row => row.EventId).ToList();
        var known = await db.EventRecords.Where(row => ids.Contains(row.Id)).Select(row => row.Id).ToListAsync(ct);
        var areas = await AreasAsync(plan.MandateId, ct);
        db.EventRecords.AddRange(
            plan.Events.ExceptBy(known, row => row.EventId).Select(row => EventRecord.Of(row, plan.MandateId, AreaOf(row, areas)))
        );
    }

    public Task Consume(ConsumeContext<EventScheduled> context) => FollowAsync(context.Message, context.CancellationToken);

    public Task Consume(ConsumeContext<EventChanged> context) => FollowAsync(context.Message, context.CancellationToken);

    public Task Consume(ConsumeContext<EventRescheduled> context) => FollowAsync(context.Message, context.CancellationToken);

    public Task Consume(ConsumeContext<EventCancelled> context) => FollowAsync(context.Message, context.CancellationToken);

    public Task Consume(ConsumeContext<EventHeld> context) => FollowAsync(context.Message, context.CancellationToken);

    async Task FollowAsync(EventFact fact, CancellationToken ct)
    {
        var area = AreaOf(fact.Event, await AreasAsync(fact.MandateId, ct));
        var record = await db.EventRecords.SingleOrDefaultAsync(row => row.Id == fact.Event.EventId, ct);
        if (record is null)
            db.EventRecords.Add(record = EventRecord.Of(fact.Event, fact.MandateId, area));
        record.Follow(fact, area);
    }

    async Task<Dictionary<string, Guid>> AreasAsync(Guid mandateId, CancellationToken ct)
    {
        var areas = await db.TopicAreas.Where(row => row.MandateId == mandateId).ToDictionaryAsync(row => row.Key, row => row.Id, ct);
        return areas.Count > 0 ? areas : throw new MandateUnknownException(mandateId); // tried again: its message is on the way
    }

    static Guid? AreaOf(EventDetails details, Dictionary<string, Guid> areas) =>
        details.TopicAreaKey is { } key && areas.TryGetValue(key, out var id) ? id : null;
}

/// <summary>Who was at an event, as marks; the whole list each time.</summary>
sealed class NotePresence(ParticipationDb db) : IConsumer<PresenceNoted>
{
    public async Task Consume(ConsumeContext<PresenceNoted> context)
    {
        var (noted, ct) = (context.Message, context.CancellationToken);
        var record = await db.EventRecords.SingleOrDefaultAsync(row => row.Id == noted.AggregateId, ct);
        if (record is null)
            throw new EventUnknownException(noted.AggregateId); // tried again: its message is on the way
        if (!record.TakePresence(noted.Version))
            return;
        await db.Presence.Where(row => row.EventId == record.Id).ExecuteDeleteAsync(ct);
        db.Presence.AddRange(noted.Marks.Distinct().Select(mark => new Presence { EventId = record.Id, Mark = mark }));
    }
}

/// <summary>Who was there came before the event.</summary>
public sealed class EventUnknownException(Guid eventId) : Exception($"The event {eventId} is not known yet.");
