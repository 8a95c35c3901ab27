namespace Integrationskonzept.Participation.Persons;

/// <summary>Section <c>Persons</c> of the configuration.</summary>
public sealed class PersonOptions
{
    /// <summary>How long a consent counts; who does not renew it is forgotten.</summary>
    public TimeSpan KeepConsented { get; init; } = TimeSpan.FromDays(1095);

    /// <summary>A consent of before that day counts no more.</summary>
    public DateOnly Oldest(DateOnly today) => today.AddDays(-(int)KeepConsented.TotalDays);
}
