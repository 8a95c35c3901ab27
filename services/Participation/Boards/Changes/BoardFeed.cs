using System.Threading.Channels;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Boards.Changes;

/// <summary>
/// Reads the changes of one board for all its streams in this process, each once, and remembers the last ones: three hundred who come back
/// at the same moment ask the database nothing.
/// </summary>
sealed class BoardFeed(string tenant, Guid board, IServiceScopeFactory scopes, TimeSpan heartbeat, BoardMetrics metrics, ILogger log)
    : IDisposable
{
    const int Remembered = 1024;
    static readonly TimeSpan AgainAfter = TimeSpan.FromSeconds(1);

    readonly Lock gate = new();
    readonly HashSet<BoardReader> readers = [];
    readonly Queue<Frame> recent = [];
    readonly Channel<bool> woken = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    readonly CancellationTokenSource end = new();
    readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // All changes in (since, until] that have anything to tell are among the recent ones.
    long since,
        until;

    public void Start() => _ = Task.Run(RunAsync);

    public void Wake() => woken.Writer.TryWrite(true);

    /// <summary>A place in it from after a number on; null if the feed has ended meanwhile.</summary>
    public async Task<BoardReader?> JoinAsync(long after, CancellationToken ct)
    {
        await begun.Task.WaitAsync(ct);
        lock (gate)
        {
            if (end.IsCancellationRequested)
                return null;
            var reader = after >= since ? new BoardReader([.. recent.Where(frame => frame.Number > after)], after) : new([], until);
            readers.Add(reader);
            return reader;
        }
    }

    /// <summary>True if that was the last one (or nobody had come yet), and with it the feed has ended.</summary>
    public bool Leave(BoardReader? reader)
    {
        lock (gate)
        {
            if (reader is not null)
                readers.Remove(reader);
            if (readers.Count > 0)
                return false;
            if (!end.IsCancellationRequested)
                _ = end.CancelAsync(); // not here: what follows would run under the lock
            return true;
        }
    }

    async Task RunAsync()
    {
        var ct = end.Token;
        while (!ct.IsCancellationRequested)
            try
            {
                if (!begun.Task.IsCompleted)
                    await BeginAsync(ct);
                await ReadAsync(ct);
                if (!await WokenAsync(ct))
                    Tell([Frame.Heartbeat]);
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested) { }
            catch (Exception failure)
            {
                log.LogWarning(failure, "The changes of a board could not be read; tried again");
                await Task.Delay(AgainAfter, ct).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        begun.TrySetResult(); // who still waits for it looks for another
        Dispose();
    }

    public void Dispose() => end.Dispose();

    /// <summary>With the last changes in mind, as after a restart all come back at once.</summary>
    async Task BeginAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateScopeOf(tenant);
        var last = await scope
            .ServiceProvider.GetRequiredService<ParticipationDb>()
            .BoardCounters.Where(counter => counter.BoardId == board)
            .Select(counter => counter.Changes)
            .SingleAsync(ct);
        since = until = Math.Max(0, last - ChangeReading.Most);
        await ReadAsync(ct);
        begun.TrySetResult();
    }

    async Task ReadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateScopeOf(tenant);
        var db = scope.ServiceProvider.GetRequiredService<ParticipationDb>();
        for (var isAll = false; !isAll; )
        {
            var read = await db.ReadChangesAsync(board, until, ct);
            isAll = read.IsAll;
            lock (gate)
            {
                foreach (var frame in read.Frames)
                    recent.Enqueue(frame);
                while (recent.Count > Remembered)
                    since = recent.Dequeue().Number;
                until = read.Until;
                Offer(read.Frames);
            }
        }
    }

    /// <summary>False if nobody said anything for a while.</summary>
    async Task<bool> WokenAsync(CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(heartbeat);
        try
        {
            return await woken.Reader.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return false;
        }
    }

    void Tell(IReadOnlyList<Frame> frames)
    {
        lock (gate)
            Offer(frames);
    }

    void Offer(IReadOnlyList<Frame> frames)
    {
        foreach (var reader in readers.ToList())
        foreach (var frame in frames)
            if (!reader.Offer(frame))
            {
                readers.Remove(reader);
                metrics.Dropped(tenant);
                break;
            }
    }
}
