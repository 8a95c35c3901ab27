using Microsoft.Extensions.Options;

namespace Integrationskonzept.Participation.Boards.Changes;

/// <summary>The feeds of those boards that somebody looks at in this process.</summary>
sealed class BoardFeeds(IServiceScopeFactory scopes, IOptions<BoardOptions> options, BoardMetrics metrics, ILogger<BoardFeed> log)
{
    readonly Lock gate = new();
    readonly Dictionary<(string Tenant, Guid Board), BoardFeed> feeds = [];

    public async Task<(BoardFeed Feed, BoardReader Reader)> JoinAsync(string tenant, Guid board, long after, CancellationToken ct)
    {
        while (true)
        {
            var feed = FeedOf(tenant, board);
            try
            {
                if (await feed.JoinAsync(after, ct) is { } reader)
                    return (feed, reader);
            }
            catch (OperationCanceledException)
            {
                Leave(tenant, board, feed, null);
                throw;
            }
        }
    }

    public void Leave(string tenant, Guid board, BoardFeed feed, BoardReader? reader)
    {
        lock (gate)
            if (feed.Leave(reader) && feeds.GetValueOrDefault((tenant, board)) == feed)
                feeds.Remove((tenant, board));
    }

    /// <summary>It has changed, here or in another process.</summary>
    public void Wake(string tenant, Guid board)
    {
        lock (gate)
            feeds.GetValueOrDefault((tenant, board))?.Wake();
    }

    /// <summary>Any of them may have changed.</summary>
    public void WakeAll()
    {
        lock (gate)
            foreach (var feed in feeds.Values)
                feed.Wake();
    }

    BoardFeed FeedOf(string tenant, Guid board)
    {
        lock (gate)
        {
            if (feeds.TryGetValue((tenant, board), out var known))
                return known;
            var feed = new BoardFeed(tenant, board, scopes, options.Value.Heartbeat, metrics, log);
            feeds.Add((tenant, board), feed);
            feed.Start();
            return feed;
        }
    }
}
