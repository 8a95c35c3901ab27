using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Integrationskonzept.ServiceDefaults.Http;

/// <summary>
/// One at a time per key, in the order of arrival, within this process. For what waits for one row's lock anyway: hundreds who wait here
/// hold no connection, so everybody else's requests go on. The database's lock still decides between processes.
/// </summary>
public sealed class Turns
{
    readonly ConcurrentDictionary<Guid, Queue<TaskCompletionSource>> lines = [];

    /// <summary>Waits for one's turn; disposing passes it on.</summary>
    public async Task<IDisposable> WaitAsync(Guid key, CancellationToken ct)
    {
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var line = Join(key, mine);
        using var gaveUp = ct.Register(() => mine.TrySetCanceled(ct));
        await mine.Task; // who gave up is passed over when it would have been their turn
        return new Turn(() => Next(key, line));
    }

    Queue<TaskCompletionSource> Join(Guid key, TaskCompletionSource mine)
    {
        while (true)
        {
            var line = lines.GetOrAdd(key, _ => new());
            lock (line)
            {
                // Emptied and taken out of the dictionary meanwhile: nobody would call us from it.
                if (!lines.TryGetValue(key, out var current) || current != line)
                    continue;
                line.Enqueue(mine);
                if (line.Count == 1)
                    mine.TrySetResult();
                return line;
            }
        }
    }

    /// <summary>The head of the line is who has the turn.</summary>
    void Next(Guid key, Queue<TaskCompletionSource> line)
    {
        lock (line)
        {
            line.Dequeue();
            while (line.TryPeek(out var next) && !next.TrySetResult())
                line.Dequeue();
            if (line.Count == 0)
                lines.TryRemove(key, out _);
        }
    }

    sealed class Turn(Action end) : IDisposable
    {
        Action? end = end;

        public void Dispose() => Interlocked.Exchange(ref end, null)?.Invoke();
    }
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
        (turn, key) = (await turns.WaitAsync(wanted, ct), wanted);
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
        await next(context);
        turn.Dispose();
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
