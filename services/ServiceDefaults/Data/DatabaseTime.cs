namespace Integrationskonzept.ServiceDefaults.Data;

/// <summary>The system's clock in PostgreSQL's precision (microseconds): what is answered at once equals what is read back later.</summary>
public sealed class DatabaseTime : TimeProvider
{
    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Truncate(base.GetUtcNow());

    /// <summary>The moment as it will be read back.</summary>
    public static DateTimeOffset Truncate(DateTimeOffset moment) =>
        moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerMicrosecond)).ToUniversalTime();
}
