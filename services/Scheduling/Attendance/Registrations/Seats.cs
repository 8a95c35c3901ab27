using Integrationskonzept.Contracts;

namespace Integrationskonzept.Scheduling.Attendance.Registrations;

/// <summary>Why one waits.</summary>
public enum WaitReason
{
    /// <summary>All seats are taken.</summary>
    Full,

    /// <summary>The seats left are reserved for other groups.</summary>
    ReservedForOthers,

    /// <summary>The staff has yet to approve it.</summary>
    Approval,

    /// <summary>An offer was not answered in time; the wait began anew, at the end.</summary>
    OfferExpired,
}

/// <summary>
/// Seats taken, by group. A group fills its reserved seats first, then those for everybody; what others have reserved and not yet
/// taken stays theirs.
/// </summary>
public sealed class Seats(IReadOnlyDictionary<StakeholderGroup, int> taken)
{
    readonly Dictionary<StakeholderGroup, int> taken = new(taken);

    public int Total => taken.Values.Sum();

    public bool HasFor(StakeholderGroup group, RegistrationSettings settings) =>
        settings.Capacity - Total - settings.Reserved.Where(row => row.Key != group).Sum(row => Math.Max(0, row.Value - TakenBy(row.Key)))
        > 0;

    public WaitReason WhyNot(RegistrationSettings settings) => Total < settings.Capacity ? WaitReason.ReservedForOthers : WaitReason.Full;

    public void Take(StakeholderGroup group) => taken[group] = TakenBy(group) + 1;

    int TakenBy(StakeholderGroup group) => taken.GetValueOrDefault(group);
}
