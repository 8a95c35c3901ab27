using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.TopicAreas;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Records;

static class RecordConsumers
{
    public static void AddRecordConsumers(this IBusRegistrationConfigurator bus) => bus.AddConsumer<TakeTopicAreas>();
}

/// <summary>A mandate brings its topic areas, each with a record that is still empty.</summary>
sealed class TakeTopicAreas(ParticipationDb db) : IConsumer<MandateGranted>
{
    public async Task Consume(ConsumeContext<MandateGranted> context)
    {
        var mandate = context.Message;
        if (await db.TopicAreas.AnyAsync(row => row.MandateId == mandate.AggregateId, context.CancellationToken))
            return;
        var areas = mandate
            .TopicAreas.Select(
                (area, index) =>
                    new TopicArea
                    {
                        MandateId = mandate.AggregateId,
                        Key = area.Key,
                        Title = area.Title,
                        Order = index + 1,
                    }
            )
            .ToList();
        db.TopicAreas.AddRange(areas);
        db.Records.AddRange(areas.Select(area => Record.For(area.Id)));
    }
}
