using System.Threading.Channels;

namespace Integrationskonzept.Participation.Boards.Changes;

/// <summary>
/// One stream's place in a board's feed. What it has not sent yet waits here, but not without end: who reads too slowly is dropped, and
/// comes back with the number of what it saw last.
/// </summary>
sealed class BoardReader(IReadOnlyList<Frame> before, long from)
{
    const int Most = 512;
    readonly Channel<Frame> waiting = Channel.CreateBounded<Frame>(
        new BoundedChannelOptions(Most) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait }
    );

    /// <summary>What the feed still had in mind when the stream came.</summary>
    public IReadOnlyList<Frame> Before => before;

    /// <summary>The number up to which the stream has to look itself, as the feed does not remember it.</summary>
    public long From => from;

    public ChannelReader<Frame> Coming => waiting.Reader;

    public bool IsDropped { get; private set; }

    /// <summary>False if there is no more room: the reader is dropped.</summary>
    public bool Offer(Frame frame)
    {
        // Who comes back may have seen what this feed has yet to read.
        if (frame.Number > 0 && frame.Number <= from)
            return true;
        if (waiting.Writer.TryWrite(frame))
            return true;
        // A heartbeat that finds no room is not missed.
        if (frame.Number == 0)
            return true;
        IsDropped = true;
        waiting.Writer.TryComplete();
        return false;
    }

    public void End() => waiting.Writer.TryComplete();
}
