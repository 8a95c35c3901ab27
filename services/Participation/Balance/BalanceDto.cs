using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Groups;

namespace Integrationskonzept.Participation.Balance;

/// <summary>How the five groups share in something, against the target shares of the Landkreis.</summary>
/// <param name="Total">How many in all.</param>
/// <param name="Groups">All five, always in the same order.</param>
public sealed record GroupBalance(int Total, IReadOnlyList<GroupShare> Groups)
{
    internal static GroupBalance Of(IReadOnlyDictionary<StakeholderGroup, int> counts, StakeholderGroups settled)
    {
        var total = counts.Values.Sum();
        return new(total, [.. GroupNames.All.Select(group => GroupShare.Of(group, counts.GetValueOrDefault(group), total, settled))]);
    }
}

/// <param name="Group">Which of the five.</param>
/// <param name="Title">What it is called here, in the reader's language.</param>
/// <param name="Count">How many.</param>
/// <param name="Percent">Share of all, rounded to whole per cent; absent where there is nothing yet.</param>
/// <param name="TargetPercent">Share that the Landkreis wants; absent: no target.</param>
/// <param name="Gap">
/// Percentage points that lack to the target, of the share before it was rounded, and rounded up: positive exactly where the group is
/// below its target, negative where it is a point or more above; absent without target. Where there is nothing yet all of the target lacks.
/// </param>
public sealed record GroupShare(StakeholderGroup Group, string Title, int Count, int? Percent, int? TargetPercent, int? Gap)
{
    internal static GroupShare Of(StakeholderGroup group, int count, int total, StakeholderGroups settled)
    {
        decimal? share = total == 0 ? null : 100m * count / total;
        int? percent = share is null ? null : (int)Math.Round(share.Value, MidpointRounding.AwayFromZero);
        var target = settled.TargetOf(group);
        int? gap = target is null ? null : (int)Math.Ceiling(target.Value - (share ?? 0));
        return new(group, settled.NameOf(group).ToString(), count, percent, target, gap);
    }
}

/// <summary>How the groups take part in a topic area.</summary>
/// <param name="TopicAreaId">The topic area.</param>
/// <param name="Contributions">Contributions that stand.</param>
/// <param name="Present">People who were at its events; who was at two counts twice.</param>
/// <param name="Events">How many of its events have taken place.</param>
public sealed record TopicAreaBalanceDto(Guid TopicAreaId, GroupBalance Contributions, GroupBalance Present, int Events);

/// <summary>How the groups take part in an event.</summary>
/// <param name="EventId">The event.</param>
/// <param name="Title">What it is called.</param>
/// <param name="StartsAt">When it starts.</param>
/// <param name="IsAhead">True until it begins or is cancelled: until then people can be invited.</param>
/// <param name="Registered">People whose seat is theirs: neither who waits nor who withdrew.</param>
/// <param name="Invited">
/// Invitations by mail that name a group, whether or not they were taken up; not those of people who withdrew or were refused.
/// </param>
/// <param name="InvitedWithoutGroup">The same that name none.</param>
/// <param name="Waiting">
/// How many wait: for a seat, for the staff's approval, or to accept a seat that is kept for them. In no share of a group.
/// </param>
/// <param name="Present">Who came; absent before the event was reported as held.</param>
public sealed record EventBalanceDto(
    Guid EventId,
    string Title,
    DateTimeOffset StartsAt,
    bool IsAhead,
    GroupBalance Registered,
    GroupBalance Invited,
    int InvitedWithoutGroup,
    int Waiting,
    GroupBalance? Present = null
);
