using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Messaging;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.TopicAreas;

static class TopicAreaConsumers
{
    public static void AddTopicAreaConsumers(this IBusRegistrationConfigurator bus) => bus.AddConsumer<PlanTopicAreas>();

    public static void AddTopicAreas(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<TopicAreaOptions>(builder.Configuration.GetSection("TopicAreas"));
        builder.Services.AddHostedService<TopicAreaOpener>();
    }
}

/// <summary>A confirmed plan says when topic areas open: some at once, the others by the <see cref="TopicAreaOpener"/>.</summary>
sealed class PlanTopicAreas(ParticipationDb db, Outbox outbox, TimeProvider time) : IConsumer<PlanConfirmed>
{
    public async Task Consume(ConsumeContext<PlanConfirmed> context)
    {
        var (plan, ct) = (context.Message, context.CancellationToken);
        var areas = await db.TopicAreas.Where(row => row.MandateId == plan.MandateId).ToListAsync(ct);
        if (areas.Count == 0)
            throw new MandateUnknownException(plan.MandateId); // tried again: its message is on the way
        foreach (var area in areas)
        {
            var now = time.GetUtcNow();
            if (area.Plan([.. plan.Events.Where(row => row.TopicAreaKey == area.Key)], now))
                outbox.Add(area, area.Open()!);
            else if (area is { State: TopicAreaState.Upcoming, OpensAt: { } opens })
                await db.Database.ExecuteSqlAsync(
                    $"""
                    insert into openings (topic_area_id, tenant_slug, due_at) values ({area.Id}, {plan.Tenant}, {opens})
                    on conflict (topic_area_id) do update set due_at = excluded.due_at
                    """,
                    ct
                );
        }
    }
}

/// <summary>A plan came before its mandate.</summary>
public sealed class MandateUnknownException(Guid mandateId) : Exception($"The mandate {mandateId} is not known yet.");
