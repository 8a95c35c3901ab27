using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Participation.Groups;

/// <summary>What the five groups are called where a Landkreis has no names of its own.</summary>
static class GroupNames
{
    static readonly Dictionary<StakeholderGroup, Text> Ours = new()
    {
        [StakeholderGroup.Politics] = new("Politik", "Politics"),
        [StakeholderGroup.Administration] = new("Verwaltung", "Administration"),
        [StakeholderGroup.CivilSociety] = new("Zivilgesellschaft", "Civil society"),
        [StakeholderGroup.Institution] = new("Einrichtung", "Institution"),
        [StakeholderGroup.MigrantOrganisation] = new("Migrantenorganisation", "Migrant organisation"),
    };

    /// <summary>All five, in their order.</summary>
    public static IReadOnlyList<StakeholderGroup> All { get; } = Enum.GetValues<StakeholderGroup>();

    public static Text Of(StakeholderGroup group) => Ours[group];

    /// <summary>By its German or English name, or as the API spells it; null for anything else.</summary>
    public static StakeholderGroup? Find(string? text)
    {
        foreach (var (group, words) in Ours)
            if (new[] { words.De, words.En, group.ToString() }.Contains(text, StringComparer.OrdinalIgnoreCase))
                return group;
        return null;
    }
}
