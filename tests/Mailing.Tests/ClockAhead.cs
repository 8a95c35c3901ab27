namespace Integrationskonzept.Mailing.Tests;

/// <summary>A clock that can be put ahead.</summary>
public sealed class ClockAhead : TimeProvider
{
    TimeSpan ahead;

    public void Skip(TimeSpan span) => ahead += span;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}
