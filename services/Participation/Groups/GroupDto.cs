using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Http;

namespace Integrationskonzept.Participation.Groups;

/// <param name="Groups">Each of the five once at most; who is left out has our name and no target.</param>
public sealed record SetStakeholderGroups([Required, MaxLength(5)] IReadOnlyList<SetStakeholderGroup> Groups)
{
    /// <exception cref="GroupTwice">One is named twice.</exception>
    /// <exception cref="GroupNameLong">No name is as long as that.</exception>
    /// <exception cref="TargetsTooHigh">The shares make more than the whole.</exception>
    internal void Require()
    {
        for (var at = 0; at < Groups.Count; at++)
        {
            if (Groups.Take(at).Any(other => other.Group == Groups[at].Group))
                throw new GroupTwice(at);
            if (Groups[at].Name?.De.Length > GroupWords.Name)
                throw new GroupNameLong(at, "de");
            if (Groups[at].Name?.En?.Length > GroupWords.Name)
                throw new GroupNameLong(at, "en");
        }
        if (Groups.Sum(group => group.TargetPercent ?? 0) is > 100 and var sum)
            throw new TargetsTooHigh(sum);
    }
}

/// <param name="Group">Which of the five.</param>
/// <param name="Name">What the Landkreis calls it, up to 60 characters; as everybody if not said.</param>
/// <param name="Description">Who belongs to it, in a sentence.</param>
/// <param name="TargetPercent">Share that it is to have among those who take part, 0 to 100; all together 100 at most.</param>
public sealed record SetStakeholderGroup(
    [Required] StakeholderGroup Group,
    GroupWords? Name = null,
    GroupWords? Description = null,
    [Range(0, 100)] int? TargetPercent = null
)
{
    internal GroupSetting ToSetting() => new(Group, Name?.Trimmed(), Description?.Trimmed(), TargetPercent);
}

/// <summary>The five groups of a Landkreis.</summary>
/// <param name="Version">Version; 0 if nothing was settled yet.</param>
/// <param name="Groups">All five, always in the same order.</param>
public sealed record StakeholderGroupsDto(int Version, IReadOnlyList<StakeholderGroupDto> Groups) : IWorded
{
    internal static StakeholderGroupsDto From(StakeholderGroups row, int version) =>
        new(version, [.. GroupNames.All.Select(group => StakeholderGroupDto.From(row, group))]);
}

/// <param name="Group">Which of the five.</param>
/// <param name="Title">What to call it, in the reader's language.</param>
/// <param name="Name">What the Landkreis calls it; absent if as everybody.</param>
/// <param name="Description">Who belongs to it, in a sentence.</param>
/// <param name="TargetPercent">Share that it is to have among those who take part; absent: no target.</param>
public sealed record StakeholderGroupDto(
    StakeholderGroup Group,
    string Title,
    GroupWords? Name = null,
    GroupWords? Description = null,
    int? TargetPercent = null
)
{
    internal static StakeholderGroupDto From(StakeholderGroups row, StakeholderGroup group)
    {
        var setting = row.Of(group);
        return new(group, row.NameOf(group).ToString(), setting.Name, setting.Description, setting.TargetPercent);
    }
}
