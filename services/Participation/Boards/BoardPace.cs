using System.Threading.RateLimiting;

namespace Integrationskonzept.Participation.Boards;

/// <summary>
/// How often one participant may put dots and take cards back: each is told to all who look on. Counted by each instance for itself.
/// </summary>
sealed class BoardPace : IDisposable
{
    readonly PartitionedRateLimiter<string> taps = PartitionedRateLimiter.Create<string, string>(participant =>
        RateLimitPartition.GetSlidingWindowLimiter(
            participant,
            _ =>
                new()
                {
                    PermitLimit = BoardLimits.TapsAMinute,
                    Window = TimeSpan.FromMinutes(1),
                    SegmentsPerWindow = 6,
                    QueueLimit = 0,
                }
        )
    );

    public void Require(Participant participant)
    {
        using var lease = taps.AttemptAcquire(participant.Id);
        if (!lease.IsAcquired)
            throw new TooManyTaps();
    }

    public void Dispose() => taps.Dispose();
}
