namespace Integrationskonzept.Participation.Persons;

/// <summary>Section <c>Persons</c> of the configuration.</summary>
public sealed class PersonOptions
{
    /// <summary>For how many years a consent counts; who does not renew it is forgotten.</summary>
    public int KeepConsentedYears { get; init; } = 3;

    /// <summary>A consent of before that day counts no more.</summary>
    public DateOnly Oldest(DateOnly today) => today.AddYears(-KeepConsentedYears);
}
