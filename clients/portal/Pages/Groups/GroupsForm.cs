using System.Globalization;
using Integrationskonzept.Client.Models;
using Integrationskonzept.Portal.Components;

namespace Integrationskonzept.Portal.Pages.Groups;

/// <summary>The five groups as they are written.</summary>
public sealed class GroupsForm
{
    public int Version { get; set; }

    /// <summary>All five, in their order.</summary>
    public List<GroupLine> Groups { get; set; } = [];

    internal static GroupsForm Of(StakeholderGroupsDto groups) =>
        new() { Version = groups.Version!.Value, Groups = [.. groups.Groups!.Select(GroupLine.Of)] };

    /// <exception cref="Unreadable">A share is no number.</exception>
    internal SetStakeholderGroups ToGroups() => new() { Groups = [.. Groups.Select((line, index) => line.ToGroup(index))] };
}

/// <summary>One of the groups.</summary>
public sealed class GroupLine
{
    public string? Group { get; set; }
    public string? Name { get; set; }
    public string? NameEn { get; set; }
    public string? Description { get; set; }
    public string? DescriptionEn { get; set; }
    public string? Target { get; set; }

    internal static GroupLine Of(StakeholderGroupDto group) =>
        new()
        {
            Group = group.Group.ToString(),
            Name = group.Name?.De,
            NameEn = group.Name?.En,
            Description = group.Description?.De,
            DescriptionEn = group.Description?.En,
            Target = group.TargetPercent?.ToString(CultureInfo.InvariantCulture),
        };

    internal SetStakeholderGroup ToGroup(int index) =>
        new()
        {
            Group = Group.ToChoice<StakeholderGroup>(),
            Name = In(Name, NameEn),
            Description = In(Description, DescriptionEn),
            TargetPercent = Target.ToWhole($"groups[{index}].targetPercent"),
        };

    static GroupWords? In(string? german, string? english) =>
        german.OrNull() is null && english.OrNull() is null ? null : new() { De = german.OrNull() ?? "", En = english.OrNull() };
}
