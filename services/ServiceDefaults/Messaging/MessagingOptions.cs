namespace Integrationskonzept.ServiceDefaults.Messaging;

/// <summary>Section <c>Messaging</c> of the configuration.</summary>
public sealed class MessagingOptions
{
    /// <summary>
    /// A consumer that fails is tried three times more at once, then after this pause, after five and after fifteen of them; then it is
    /// given up.
    /// </summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often the outbox is measured.</summary>
    public TimeSpan MeasureEvery { get; init; } = TimeSpan.FromSeconds(5);
}
