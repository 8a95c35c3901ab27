namespace Integrationskonzept.Rendering.Tests;

/// <summary>A clock on which limits run out when the test says so.</summary>
sealed class ClockByHand : TimeProvider
{
    readonly List<Limit> running = [];

    public void RunOut()
    {
        List<Limit> over;
        lock (running)
            over = [.. running];
        foreach (var limit in over)
            limit.RunOut();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var limit = new Limit(this, () => callback(state));
        lock (running)
            running.Add(limit);
        return limit;
    }

    sealed class Limit(ClockByHand clock, Action runOut) : ITimer
    {
        public void RunOut() => runOut();

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
            lock (clock.running)
                clock.running.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
