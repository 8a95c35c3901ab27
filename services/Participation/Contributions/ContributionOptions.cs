namespace Integrationskonzept.Participation.Contributions;

/// <summary>Section <c>Contributions</c> of the configuration.</summary>
public sealed class ContributionOptions
{
    /// <summary>How long after it was made its author can change the words of a contribution or of a comment.</summary>
    public TimeSpan EditWindow { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Refuses a change that comes too late.</summary>
    public void RequireInTime(DateTimeOffset made, DateTimeOffset now)
    {
        if (now > made + EditWindow)
            throw new EditWindowOver(EditWindow);
    }
}
