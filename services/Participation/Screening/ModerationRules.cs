using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Participation.Screening;

/// <summary>When somebody looks at what people write.</summary>
public enum ModerationMode
{
    /// <summary>It is published at once, and looked at when it is reported.</summary>
    AfterPublication,

    /// <summary>It waits until somebody has looked at it.</summary>
    BeforePublication,
}

/// <summary>What a Landkreis has settled for moderation; one row each.</summary>
public sealed class ModerationRules : Aggregate
{
    static readonly Guid OfLandkreis = new("00000000-0000-7000-8000-000000000003");

    public ModerationMode Mode { get; private set; } = ModerationMode.AfterPublication;

    /// <summary>What holds a text until somebody has looked at it.</summary>
    public List<string> Words { get; private set; } = [];
    public int? ContributionsPerHour { get; private set; }
    public int? CommentsPerHour { get; private set; }

    /// <summary>Contributions may be given to a machine that translates.</summary>
    public bool MachineTranslation { get; private set; }

    /// <summary>What holds where nothing is settled: published at once, no words, as many as people like.</summary>
    public static ModerationRules Begin() => new() { Id = OfLandkreis };

    public void Settle(
        ModerationMode mode,
        IEnumerable<string> words,
        int? contributionsPerHour,
        int? commentsPerHour,
        bool machineTranslation
    )
    {
        Mode = mode;
        Words = [.. words.Select(word => word.Trim()).Where(word => word.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];
        ContributionsPerHour = contributionsPerHour;
        CommentsPerHour = commentsPerHour;
        MachineTranslation = machineTranslation;
    }
}

sealed class ModerationRulesTable : IEntityTypeConfiguration<ModerationRules>
{
    public void Configure(EntityTypeBuilder<ModerationRules> rules)
    {
        rules.ToTable("moderation_rules");
        rules.Property(row => row.Mode).HasConversion<string>();
        rules.Property(row => row.MachineTranslation).HasDefaultValue(false);
        rules.Property(row => row.Words).HasJson();
    }
}
