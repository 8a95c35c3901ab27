namespace Integrationskonzept.Scheduling.Registrations;

/// <summary>Section <c>Registrations</c> of the configuration.</summary>
public sealed class RegistrationOptions
{
    /// <summary>How long a seat is kept for somebody who waited.</summary>
    public TimeSpan OfferTime { get; init; } = TimeSpan.FromHours(48);

    /// <summary>How often offers are looked through for those whose time is over.</summary>
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(10);
}
