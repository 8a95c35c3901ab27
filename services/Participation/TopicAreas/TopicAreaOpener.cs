using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Messaging;
using Integrationskonzept.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Participation.TopicAreas;

/// <summary>Section <c>TopicAreas</c> of the configuration.</summary>
public sealed class TopicAreaOptions
{
    /// <summary>How often those are looked for whose time has come.</summary>
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(10);
}

/// <summary>Opens topic areas when their time has come.</summary>
sealed class TopicAreaOpener(WorkTools tools, IOptions<TopicAreaOptions> options) : DueWork<Opening>(tools, options.Value.LookEvery)
{
    protected override IQueryable<Opening> Next(ServiceDb db, DateTimeOffset now, Guid[] but) =>
        db.Set<Opening>()
            .FromSql(
                $"""
                select * from openings where due_at <= {now} and topic_area_id <> all({but}) order by due_at limit 1 for update skip locked
                """
            );

    /// <summary>Opening twice is harmless.</summary>
    protected override async Task DoAsync(Opening due, IServiceProvider services, CancellationToken ct)
    {
        var db = services.GetRequiredService<ParticipationDb>();
        var area = await db.TopicAreas.GetAsync(due.TopicAreaId, ct);
        if (area.State == TopicAreaState.Upcoming && area.Open() is { } opened)
            services.GetRequiredService<Outbox>().Add(area, opened);
        await db.SaveChangesAsync(ct);
    }
}
