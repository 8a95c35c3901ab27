namespace Integrationskonzept.Scheduling.Attendance.Registrations;

/// <summary>Section <c>Registrations</c> of the configuration.</summary>
public sealed class RegistrationOptions
{
    /// <summary>How long a seat is kept for somebody who waited.</summary>
    public TimeSpan OfferTime { get; init; } = TimeSpan.FromHours(48);

    /// <summary>How often offers are looked through for those whose time is over.</summary>
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long somebody without an account may take to confirm the address.</summary>
    public TimeSpan ConfirmTime { get; init; } = TimeSpan.FromHours(48);

    /// <summary>How long after the event the link in the thanks gets the certificate.</summary>
    public TimeSpan CertificateTime { get; init; } = TimeSpan.FromDays(90);

    /// <summary>How often addresses are looked through for those that nothing is sent to any more.</summary>
    public TimeSpan ForgetEvery { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long a request whose address was not confirmed is remembered.</summary>
    public TimeSpan KeepRequests { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How long invitations, and what had to be prepared, are remembered after the event.</summary>
    public TimeSpan KeepInvitations { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How long those who were asked by a poll are remembered after its deadline, where no date was chosen.</summary>
    public TimeSpan KeepPollInvitations { get; init; } = TimeSpan.FromDays(90);

    /// <summary>How long addresses are remembered after the last event of a person, and names after theirs.</summary>
    public TimeSpan KeepContacts { get; init; } = TimeSpan.FromDays(180);
}
