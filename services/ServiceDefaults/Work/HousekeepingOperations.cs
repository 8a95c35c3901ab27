using Integrationskonzept.ServiceDefaults.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Integrationskonzept.ServiceDefaults.Work;

/// <summary>How operators have a service's housekeeping done now: before a back-up, or to see what it says after a failure.</summary>
static class HousekeepingOperations
{
    public static void MapHousekeepingOperations(this IEndpointRouteBuilder app, string service) =>
        app.MapPost($"/api/v1/operations/{service}/housekeeping", RunAsync)
            .WithTags("Operations")
            .RequirePermission(Permissions.PlatformOperate)
            .WithName($"{service}-housekeeping")
            .WithSummary("Forgets what is not needed any more, now instead of in time");

    static async Task<Ok<List<HousekeepingTurn>>> RunAsync(IEnumerable<Housekeeping> all, TimeProvider time, CancellationToken ct)
    {
        var turns = new List<HousekeepingTurn>();
        foreach (var work in all)
        {
            var started = time.GetTimestamp();
            var failure = await work.TakeTurnAsync(ct);
            var outcome = failure is null ? HousekeepingOutcome.Succeeded : HousekeepingOutcome.Failed;
            turns.Add(new(work.Name, outcome, failure, time.GetElapsedTime(started).TotalSeconds));
        }
        return TypedResults.Ok(turns);
    }
}

/// <summary>How a turn ended.</summary>
public enum HousekeepingOutcome
{
    /// <summary>All of it was done.</summary>
    Succeeded,

    /// <summary>At least a part failed, for one Landkreis or for all; it is tried again by itself.</summary>
    Failed,
}

/// <param name="Name">Which housekeeping; logs, metrics and health name it alike.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Failure">Type of the last failure; the log has the rest.</param>
/// <param name="Seconds">How long it took, with the wait for a turn that was running already.</param>
public sealed record HousekeepingTurn(string Name, HousekeepingOutcome Outcome, string? Failure, double Seconds);
