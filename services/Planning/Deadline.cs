namespace Integrationskonzept.Planning;

/// <summary>The time that a joint run has, or a part of it, by the clock.</summary>
sealed class Deadline(TimeProvider clock, TimeSpan limit)
{
    readonly long started = clock.GetTimestamp();

    public bool IsOver => Left <= 0;

    /// <summary>Seconds.</summary>
    public double Left => Math.Max(0, (limit - clock.GetElapsedTime(started)).TotalSeconds);

    /// <summary>The part for one, where so many wait.</summary>
    public Deadline Share(int waiting) => new(clock, TimeSpan.FromSeconds(Left / Math.Max(1, waiting)));
}
