using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.ServiceDefaults.Messaging;

/// <summary>What operators see of a service's messages, and how they put failed ones back to work.</summary>
static class MessagingOperations
{
    public static void MapMessagingOperations(this IEndpointRouteBuilder app, string service)
    {
        var group = app.MapGroup($"/api/v1/operations/{service}/messages")
            .WithTags("Operations")
            .RequirePermission(Permissions.PlatformOperate);

        group
            .MapGet(
                "",
                async (ErrorQueues queues, MessagingMetrics known, CancellationToken ct) =>
                {
                    var answers = true;
                    try
                    {
                        await queues.CountAsync(ct);
                    }
                    catch (BrokerAway)
                    {
                        answers = false;
                    }
                    return TypedResults.Ok(
                        new MessagingState(known.Depth, known.OldestAge.TotalSeconds, known.Parked, known.Errors, answers)
                    );
                }
            )
            .WithName($"{service}-messages")
            .WithSummary("What waits in the outbox and what consumers gave up on");

        group
            .MapPost(
                "redrive",
                async (ErrorQueues queues, ServiceDb db, ConsumerQueues known, RedriveRequest request, CancellationToken ct) =>
                {
                    if (request.Queue is not null && !known.Names.Contains(request.Queue))
                        throw new NotFoundProblem();
                    var unparked = await db
                        .Outbox.Where(row => row.Parked)
                        .ExecuteUpdateAsync(row => row.SetProperty(message => message.Parked, false), ct);
                    var moved = 0;
                    var counted = await queues.CountAsync(ct); // first, so that a broker that is away is told at once
                    foreach (var queue in request.Queue is { } one ? [one] : counted.Keys)
                        moved += await queues.RedriveAsync(queue, ct);
                    return TypedResults.Ok(new Redriven(moved, unparked));
                }
            )
            .WithName($"{service}-redrive")
            .WithSummary("Puts messages of error queues and parked messages back to work");
    }
}

/// <param name="Waiting">Messages in the outbox.</param>
/// <param name="OldestSeconds">Age of the oldest, in seconds.</param>
/// <param name="Parked">Messages that can't be read.</param>
/// <param name="Errors">Messages that a consumer gave up on, by queue; as counted last where the broker does not answer.</param>
/// <param name="BrokerAnswers">False while the broker is away.</param>
public sealed record MessagingState(
    int Waiting,
    double OldestSeconds,
    int Parked,
    IReadOnlyDictionary<string, uint> Errors,
    bool BrokerAnswers
);

/// <param name="Queue">One queue, without <c>_error</c>; all of the service if absent.</param>
public sealed record RedriveRequest(string? Queue = null);

/// <param name="FromErrorQueues">Messages put back into their queues.</param>
/// <param name="Unparked">Outbox messages tried again.</param>
public sealed record Redriven(int FromErrorQueues, int Unparked);
