using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.TopicAreas;

static class TopicAreaEndpoints
{
    public static void MapTopicAreas(this IEndpointRouteBuilder app)
    {
        var areas = app.MapTenantApi("topic-areas", "Topic areas");

        areas
            .MapGet(
                "",
                async (ParticipationDb db, [AsParameters] PageRequest page, HttpContext http) =>
                    await db.TopicAreas.AsNoTracking().ToPageAsync(page, http, TopicAreaDto.From)
            )
            .RequirePermission(Permissions.TopicAreasRead)
            .WithName("list-topic-areas")
            .WithSummary("All topic areas of the Landkreis");

        areas
            .MapGet(
                "{id:guid}",
                async (Guid id, ParticipationDb db, CancellationToken ct) =>
                    TypedResults.Ok(TopicAreaDto.From(await db.TopicAreas.AsNoTracking().GetAsync(id, ct)))
            )
            .RequirePermission(Permissions.TopicAreasRead)
            .WithName("get-topic-area")
            .WithSummary("One topic area");

        areas
            .MapPost(
                "{id:guid}/open",
                async (Guid id, ParticipationDb db, Outbox outbox, CancellationToken ct) =>
                {
                    var area = await db.TopicAreas.GetAsync(id, ct);
                    if (area.Open() is { } opened)
                        outbox.Add(area, opened);
                    await db.SaveChangesAsync(ct);
                    return TypedResults.Ok(TopicAreaDto.From(area));
                }
            )
            .RequirePermission(Permissions.TopicAreasManage)
            .WithName("open-topic-area")
            .WithSummary("Opens a topic area before its planned time; if it is open already nothing changes");
    }
}

/// <summary>A Themenfeld.</summary>
public sealed record TopicAreaDto : IVersioned
{
    /// <summary>Id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required int Version { get; init; }

    /// <summary>The mandate that named it.</summary>
    public required Guid MandateId { get; init; }

    /// <summary>Key within the mandate.</summary>
    public required string Key { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Position in the mandate, from 1.</summary>
    public required int Order { get; init; }

    /// <summary>How far it is.</summary>
    public required TopicAreaState State { get; init; }

    /// <summary>When it opens by plan.</summary>
    public DateTimeOffset? OpensAt { get; init; }

    /// <summary>When its last workshop ends.</summary>
    public DateTimeOffset? LastWorkshopAt { get; init; }

    /// <summary>When the giving of points ended; before that points are counted, and shown to nobody.</summary>
    public DateTimeOffset? PrioritisationClosedAt { get; init; }

    internal static TopicAreaDto From(TopicArea area) =>
        new()
        {
            Id = area.Id,
            Version = area.Version,
            MandateId = area.MandateId,
            Key = area.Key,
            Title = area.Title,
            Order = area.Order,
            State = area.State,
            OpensAt = area.OpensAt,
            LastWorkshopAt = area.LastWorkshopAt,
            PrioritisationClosedAt = area.PrioritisationClosedAt,
        };
}
