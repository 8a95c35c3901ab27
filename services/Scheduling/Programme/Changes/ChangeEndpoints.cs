using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Http;

namespace Integrationskonzept.Scheduling.Programme.Changes;

/// <summary>What the staff does with single events: added beside the plan, described, confirmed, moved, called off.</summary>
static class ChangeEndpoints
{
    public static void AddChanges(this WebApplicationBuilder builder) => builder.Services.AddScoped<EventChange>();

    public static void MapChanges(this IEndpointRouteBuilder app)
    {
        var events = app.MapTenantApi("events", "Events");

        events
            .MapPost("", EventAddition.AddAsync)
            .RequirePermission(Permissions.PlansWrite)
            .WithName("add-event")
            .WithSummary("Adds an event beside the plan, such as a hearing or a meeting; also then there is at most one a day");

        events
            .MapPut(
                "{id:guid}",
                async (Guid id, DescribeEvent wish, IfMatch match, EventChange change, CancellationToken ct) =>
                    await change.MakeAsync(
                        id,
                        (row, now) =>
                        {
                            match.Require(row);
                            return row.Describe(wish, now);
                        },
                        ct
                    )
            )
            .OneAtATimePer("id")
            .RequirePermission(Permissions.PlansWrite)
            .WithName("describe-event")
            .WithSummary("Says what an event is about, where people meet, what happens and what makes it accessible; its date stays");

        events
            .MapPost(
                "{id:guid}/confirm",
                (Guid id, EventChange change, CancellationToken ct) => change.MakeAsync(id, (row, now) => row.Confirm(now), ct)
            )
            .OneAtATimePer("id")
            .RequirePermission(Permissions.PlansWrite)
            .WithName("confirm-event")
            .WithSummary("Room and moderation are settled: people can be invited");

        events
            .MapPost("{id:guid}/reschedule", EventMove.RescheduleAsync)
            .OneAtATimePer("id")
            .RequirePermission(Permissions.PlansWrite)
            .WithName("reschedule-event")
            .WithSummary("Moves an event; the rules of its plan hold");

        events
            .MapPost(
                "{id:guid}/cancel",
                (Guid id, CancelEvent cancel, EventChange change, CancellationToken ct) =>
                    change.MakeAsync(id, (row, now) => row.Cancel(cancel.Reason.Trim(), now), ct)
            )
            .OneAtATimePer("id")
            .RequirePermission(Permissions.PlansWrite)
            .WithName("cancel-event")
            .WithSummary("Calls an event off; its day is free again");
    }
}
