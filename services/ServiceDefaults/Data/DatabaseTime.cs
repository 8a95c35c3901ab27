namespace Integrationskonzept.ServiceDefaults.Data;

/// <summary>The system's clock in PostgreSQL's precision (microseconds): what is answered at once equals what is read back later.</summary>
sealed class DatabaseTime : TimeProvider
{
    public override DateTimeOffset GetUtcNow()
    {
        var now = base.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
