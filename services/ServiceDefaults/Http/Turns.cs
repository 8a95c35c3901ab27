using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Integrationskonzept.ServiceDefaults.Http;

/// <summary>
/// One at a time per key, in the order of arrival, within this process. For what waits for one row's lock anyway: hundreds who wait here
/// hold no connection, so everybody else's requests go on. The database's lock still decides between processes.
/// </summary>
public sealed class Turns : IDisposable
{
    readonly PartitionedRateLimiter<Guid> lines = PartitionedRateLimiter.Create<Guid, Guid>(key =>
        RateLimitPartition.GetConcurrencyLimiter(
            key,
            _ =>
                new()
                {
                    PermitLimit = 1,
                    QueueLimit = int.MaxValue,
                    QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
                }
        )
    );

    /// <summary>Waits for one's turn; disposing passes it on.</summary>
    public async Task<IDisposable> WaitAsync(Guid key, CancellationToken ct) => await lines.AcquireAsync(key, 1, ct);

    /// <inheritdoc/>
    public void Dispose() => lines.Dispose();
}

/// <summary>The turn that the current request or job has; taken at most once.</summary>
public sealed class TurnOfScope(Turns turns) : IDisposable
{
    IDisposable? turn;
    Guid key;

    /// <summary>Waits for the turn, unless this scope has it already.</summary>
    public async Task TakeAsync(Guid wanted, CancellationToken ct)
    {
        if (turn is not null && key == wanted)
            return;
        turn?.Dispose();
        turn = null;
        turn = await turns.WaitAsync(wanted, ct);
        key = wanted;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        turn?.Dispose();
        turn = null;
    }
}

/// <summary>Before an idempotency key opens a transaction: who waits for a turn must not hold a connection.</summary>
sealed class TurnsMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, TurnOfScope turn)
    {
        if (
            context.GetEndpoint()?.Metadata.GetMetadata<TakesTurns>() is { } takes
            && Guid.TryParse(context.GetRouteValue(takes.RouteValue) as string, out var key)
        )
            await turn.TakeAsync(key, context.RequestAborted);
        try
        {
            await next(context);
        }
        finally
        {
            // Also of a request that fails: what comes after it may have to wait for the same line.
            turn.Dispose();
        }
    }
}

/// <param name="RouteValue">What the line is for.</param>
sealed record TakesTurns(string RouteValue);

/// <summary>How endpoints say that they take turns.</summary>
public static class TurnExtensions
{
    /// <summary>One request at a time for each value of this part of the route.</summary>
    public static T OneAtATimePer<T>(this T endpoint, string routeValue)
        where T : IEndpointConventionBuilder => endpoint.WithMetadata(new TakesTurns(routeValue));
}
