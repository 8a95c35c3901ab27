namespace Integrationskonzept.Participation.Moderation;

/// <summary>Section <c>Moderation</c> of the configuration.</summary>
public sealed class ModerationOptions
{
    /// <summary>How long a case is one person's.</summary>
    public TimeSpan ClaimFor { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How often it is measured how long cases wait.</summary>
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long after a decision reports, appeals and blocks that are over are kept.</summary>
    public TimeSpan KeepFor { get; init; } = TimeSpan.FromDays(180);

    /// <summary>How often what is older is forgotten.</summary>
    public TimeSpan ForgetEvery { get; init; } = TimeSpan.FromHours(12);
}
