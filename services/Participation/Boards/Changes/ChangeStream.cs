using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Boards.Changes;

/// <summary>
/// Sends a board's changes as Server-Sent Events. By hand and not by <c>TypedResults.ServerSentEvents</c>: each is written once for all
/// streams, and a comment keeps a silent stream alive.
/// </summary>
sealed class ChangeStream(
    ParticipationDb db,
    BoardDoor door,
    BoardFeeds feeds,
    BoardMetrics metrics,
    TenantContext tenant,
    TimeProvider time,
    IHostApplicationLifetime lifetime
)
{
    public async Task SendAsync(BoardWay way, long? since, HttpContext http)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        var ct = over.Token;
        var id = way.Id ?? (await door.LookAsync(way, http.RequestAborted)).Id;
        var last = await db
            .BoardCounters.Where(counter => counter.BoardId == id)
            .Select(counter => counter.Changes)
            .SingleOrDefaultAsync(http.RequestAborted);
        // After its number: a board that is closed in between is seen as closed.
        var board = await door.LookAsync(way, http.RequestAborted);
        var from = LastSeen(http) ?? since ?? last;
        Begin(http);
        if (http.WantsHeadOnly())
            return;
        metrics.Opened();
        try
        {
            await WriteAsync(http, [Frame.Begin], ct);
            if (from > last)
                await WriteAsync(http, [Frame.Reload], ct);
            else if (board.State == BoardState.Closed)
                await EndAsync(board, from, http, ct);
            else
                await FollowAsync(way, board, from, http, ct);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested) { }
        finally
        {
            metrics.Ended();
        }
    }

    /// <summary>What a browser sends by itself when it comes back.</summary>
    static long? LastSeen(HttpContext http) =>
        long.TryParse(http.Request.Headers["Last-Event-ID"].ToString(), out var seen) && seen >= 0 ? seen : null;

    static void Begin(HttpContext http)
    {
        http.Features.Get<IHttpResponseBodyFeature>()!.DisableBuffering();
        var response = http.Response;
        response.ContentType = "text/event-stream; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no"; // nginx would keep it back
    }

    async Task EndAsync(Board board, long from, HttpContext http, CancellationToken ct)
    {
        await CatchUpAsync(board, from, long.MaxValue, http, ct);
        await WriteAsync(http, [Frame.Ended], ct);
    }

    async Task FollowAsync(BoardWay way, Board board, long from, HttpContext http, CancellationToken ct)
    {
        var (feed, reader) = await feeds.JoinAsync(tenant.Required, board.Id, from, ct);
        try
        {
            await CatchUpAsync(board, from, reader.From, http, ct);
            if (!await PassAsync(way, board, reader.Before, http, ct))
                return;
            while (await reader.Coming.WaitToReadAsync(ct))
            {
                List<Frame> frames = [];
                while (reader.Coming.TryRead(out var frame))
                    frames.Add(frame);
                if (!await PassAsync(way, board, frames, http, ct))
                    return;
            }
        }
        finally
        {
            feeds.Leave(tenant.Required, board.Id, feed, reader);
        }
    }

    /// <summary>What the feed does not remember, up to where it does.</summary>
    async Task CatchUpAsync(Board board, long from, long until, HttpContext http, CancellationToken ct)
    {
        for (var isAll = from >= until; !isAll; )
        {
            var read = await db.ReadChangesAsync(board.Id, from, ct);
            await WriteAsync(http, [.. read.Frames.Where(frame => frame.Number <= until)], ct);
            from = read.Until;
            isAll = read.IsAll || from >= until;
        }
    }

    /// <summary>False if it ends here: the board is closed, or the link by which the reader came is void.</summary>
    async Task<bool> PassAsync(BoardWay way, Board board, IReadOnlyList<Frame> frames, HttpContext http, CancellationToken ct)
    {
        var sent = frames
            .TakeWhile(frame => way.Id is not null || frame.Kind != BoardChangeKind.LinkRenewed || frame.Number <= board.LinkSince)
            .ToList();
        await WriteAsync(http, sent, ct);
        if (sent.Exists(frame => frame.Ends))
        {
            await WriteAsync(http, [Frame.Ended], ct);
            return false;
        }
        return sent.Count == frames.Count;
    }

    async Task WriteAsync(HttpContext http, IReadOnlyList<Frame> frames, CancellationToken ct)
    {
        foreach (var frame in frames)
            await http.Response.Body.WriteAsync(frame.Bytes, ct);
        await http.Response.Body.FlushAsync(ct);
        foreach (var frame in frames.Where(frame => frame.Kind == BoardChangeKind.CardWritten))
            metrics.Sent(time.GetUtcNow() - frame.At);
    }
}

static class ChangeStreams
{
    public static IServiceCollection AddBoardChanges(this IServiceCollection services) =>
        services
            .AddScoped<BoardSnapshots>()
            .AddSingleton<BoardPace>()
            .AddScoped<CardWriting>()
            .AddScoped<DotPutting>()
            .AddScoped<ChangeStream>()
            .AddSingleton<BoardMetrics>()
            .AddSingleton<BoardFeeds>()
            .AddHostedService<BoardListener>();
}
