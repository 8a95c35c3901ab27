using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Participation.Groups;

/// <param name="Group">Which of the five.</param>
/// <param name="Name">What the Landkreis calls it; null if as everybody.</param>
/// <param name="Description">Who belongs to it, in a sentence.</param>
/// <param name="TargetPercent">Share that it is to have among those who take part; null: no target.</param>
public sealed record GroupSetting(StakeholderGroup Group, GroupWords? Name, GroupWords? Description, int? TargetPercent);

/// <summary>What a Landkreis says of the five groups, and wants of them; one row each.</summary>
public sealed class StakeholderGroups : Aggregate
{
    static readonly Guid OfLandkreis = new("00000000-0000-7000-8000-000000000005");

    /// <summary>Of whom nothing is said is missing.</summary>
    public List<GroupSetting> Groups { get; private set; } = [];

    /// <summary>What holds where nothing is settled: our names, no targets.</summary>
    public static StakeholderGroups Begin() => new() { Id = OfLandkreis };

    public void Settle(IEnumerable<GroupSetting> groups) => Groups = [.. groups.OrderBy(row => row.Group)];

    public GroupSetting Of(StakeholderGroup group) => Groups.Find(row => row.Group == group) ?? new(group, null, null, null);

    public int? TargetOf(StakeholderGroup group) => Of(group).TargetPercent;

    /// <summary>As people here call it.</summary>
    public Text NameOf(StakeholderGroup group) => Of(group).Name is { } own ? new(own.De, own.En ?? own.De) : GroupNames.Of(group);
}

sealed class StakeholderGroupsTable : IEntityTypeConfiguration<StakeholderGroups>
{
    public void Configure(EntityTypeBuilder<StakeholderGroups> groups)
    {
        groups.ToTable("stakeholder_groups");
        groups.Property(row => row.Groups).HasJson();
    }
}

static class StakeholderGroupQueries
{
    /// <summary>What the Landkreis has settled, or what holds where it has not.</summary>
    public static async Task<StakeholderGroups> GroupsAsync(this ParticipationDb db, CancellationToken ct) =>
        await db.StakeholderGroups.AsNoTracking().SingleOrDefaultAsync(ct) ?? StakeholderGroups.Begin();
}
