using Integrationskonzept.Contracts;
using Integrationskonzept.Drafting.Concepts;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Drafting.Goals;

/// <summary>A Handlungsziel of a topic area: what its measures are to reach.</summary>
public sealed class Goal : Aggregate, IPlaced
{
    public const int MostOfTitle = 300;

    public required Guid ConceptId { get; init; }
    public required string SectionKey { get; init; }
    public required int TopicArea { get; init; }
    public required int Position { get; init; }
    public required string Title { get; set; }
    public required string Description { get; set; }

    /// <summary>Contributions that it came of; none for one that editors added.</summary>
    public List<Guid> ContributionIds { get; init; } = [];

    /// <summary>Number as printed: topic area, goal. The letter tells it from a measure's.</summary>
    public string Number => $"Z{TopicArea}.{Position}";

    /// <summary>The finding's id stays the goal's. What is no title by its length or its lines stands in the description, whole.</summary>
    public static Goal From(Finding finding, Guid conceptId, string sectionKey, int topicArea, int position)
    {
        var text = finding.Text.Trim();
        var first = text.ReplaceLineEndings("\n").Split('\n')[0].TrimEnd();
        var title = first.Length <= MostOfTitle ? first : Shortened(first);
        return new()
        {
            Id = finding.Id,
            ConceptId = conceptId,
            SectionKey = sectionKey,
            TopicArea = topicArea,
            Position = position,
            Title = title,
            Description = title == text ? "" : text,
            ContributionIds = [.. finding.ContributionIds],
        };
    }

    /// <summary>Up to the last word that fits.</summary>
    static string Shortened(string line)
    {
        var start = line[..(MostOfTitle - 2)];
        return (start.LastIndexOf(' ') is > 0 and var space ? start[..space] : start) + " …";
    }
}

sealed class GoalTable : IEntityTypeConfiguration<Goal>
{
    public void Configure(EntityTypeBuilder<Goal> goal)
    {
        goal.Property(row => row.Title).HasMaxLength(Goal.MostOfTitle);
        goal.Property(row => row.ContributionIds).HasJson();
        goal.Ignore(row => row.Number);
        goal.HasIndex(row => new
            {
                row.Tenant,
                row.ConceptId,
                row.TopicArea,
                row.Position,
            })
            .IsUnique();
    }
}
