using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.Groups;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Work;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Balance;

static class BalanceEndpoints
{
    public static void AddBalanceConsumers(this IBusRegistrationConfigurator bus) => bus.AddConsumer<NoteGuests>();

    public static void AddBalance(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<GuestOptions>(builder.Configuration.GetSection("Guests"));
        builder.Services.AddScoped<Suggestions>();
        builder.Services.AddHousekeeping<GuestHousekeeping>();
    }

    public static void MapBalance(this IEndpointRouteBuilder app)
    {
        var balance = app.MapTenantApi("balance", "Balance");

        balance
            .MapGet("topic-areas/{id:guid}", OfTopicAreaAsync)
            .RequirePermission(Permissions.OrganisationsManage)
            .WithName("get-topic-area-balance")
            .WithSummary("How the groups share in a topic area: contributions that stand, and people at its events, against the targets");

        balance
            .MapGet("events/{id:guid}", OfEventAsync)
            .RequirePermission(Permissions.OrganisationsManage)
            .WithName("get-event-balance")
            .WithSummary("How the groups share in an event: who is registered, who was invited, who came, against the targets");

        balance
            .MapGet(
                "events/{id:guid}/suggestions",
                async (Guid id, Suggestions suggestions, CancellationToken ct) => TypedResults.Ok(await suggestions.FindAsync(id, ct))
            )
            .RequirePermission(Permissions.OrganisationsManage)
            .WithName("suggest-whom-to-invite")
            .WithSummary(
                "Organisations and persons of groups below their target who are neither invited nor registered, the most lacking group "
                    + "first; they are invited by invite-to-event"
            );
    }

    static async Task<Ok<TopicAreaBalanceDto>> OfTopicAreaAsync(Guid id, ParticipationDb db, CancellationToken ct)
    {
        var area = (await db.TopicAreas.AsNoTracking().GetAsync(id, ct)).Id;
        var settled = await db.GroupsAsync(ct);
        var contributions = await db.Standing(area)
            .GroupBy(row => row.Group)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(row => row.Key, row => row.Count, ct);
        var held = await db
            .EventRecords.AsNoTracking()
            .Where(row => row.TopicAreaId == area && row.IsHeld)
            .Select(row => row.Attendance)
            .ToListAsync(ct);
        var present = held.SelectMany(row => row).GroupBy(row => row.Key).ToDictionary(row => row.Key, row => row.Sum(one => one.Value));
        return TypedResults.Ok(
            new TopicAreaBalanceDto(area, GroupBalance.Of(contributions, settled), GroupBalance.Of(present, settled), held.Count)
        );
    }

    static async Task<Ok<EventBalanceDto>> OfEventAsync(Guid id, ParticipationDb db, TimeProvider time, CancellationToken ct)
    {
        var row = await db.EventRecords.AsNoTracking().GetAsync(id, ct);
        var settled = await db.GroupsAsync(ct);
        var guests = await db.GuestNumbersAsync(id, ct);
        return TypedResults.Ok(
            new EventBalanceDto(
                row.Id,
                row.Title,
                row.StartsAt,
                row.IsAhead(time.GetUtcNow()),
                GroupBalance.Of(guests.Of(GuestStanding.Registered), settled),
                GroupBalance.Of(guests.Of(GuestStanding.Invited), settled),
                guests.WithoutGroup(GuestStanding.Invited),
                guests.Of(GuestStanding.Waiting).Values.Sum(),
                row.IsHeld ? GroupBalance.Of(row.Attendance, settled) : null
            )
        );
    }
}
