using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Screening;
using Integrationskonzept.Participation.TopicAreas;

namespace Integrationskonzept.Participation.Contributions;

/// <summary>How far it is with something that the caller wrote.</summary>
public enum MyContributionState
{
    /// <summary>Nobody else sees it.</summary>
    Draft,

    /// <summary>All see it, and it counts.</summary>
    Submitted,

    /// <summary>It was merged into another one; what became of that became of it.</summary>
    Merged,

    /// <summary>It waits until a moderator has looked at it.</summary>
    Held,

    /// <summary>A moderator has hidden it.</summary>
    Hidden,
}

/// <summary>A contribution of the caller, or a draft.</summary>
public sealed record MyContributionDto
{
    /// <summary>Id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The topic area that it was made to.</summary>
    public required Guid TopicAreaId { get; init; }

    /// <summary>Its title.</summary>
    public required string TopicArea { get; init; }

    /// <summary>What it is.</summary>
    public required ContributionKind Kind { get; init; }

    /// <summary>In a few words.</summary>
    public string? Title { get; init; }

    /// <summary>Its wording.</summary>
    public required string Text { get; init; }

    /// <summary>The language that it is written in (BCP 47).</summary>
    public string? Language { get; init; }

    /// <summary>The organisation in whose name it was made.</summary>
    public string? Organisation { get; init; }

    /// <summary>Points given to it; none before the prioritisation of its topic area is closed.</summary>
    public int? Points { get; init; }

    /// <summary>When it was made; of a draft, when it was last saved.</summary>
    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>How far it is.</summary>
    public MyContributionState? State { get; init; }

    /// <summary>Why not all see it, and what the caller can do.</summary>
    public ModerationNote? Moderation { get; init; }

    /// <summary>The contribution that it was merged into: its points and what became of it are told here.</summary>
    public Guid? MergedInto { get; init; }

    /// <summary>What became of it, once that is decided.</summary>
    public ContributionAnswer? Answer { get; init; }

    /// <summary>Why.</summary>
    public string? AnswerReason { get; init; }

    /// <param name="row">The caller's.</param>
    /// <param name="stays">The same, or the one that stands for it.</param>
    /// <param name="area">Its topic area.</param>
    /// <param name="note">Why not all see it.</param>
    internal static MyContributionDto From(Contribution row, Contribution stays, TopicArea area, ModerationNote? note) =>
        new()
        {
            Id = row.Id,
            TopicAreaId = row.TopicAreaId,
            TopicArea = area.Title,
            Kind = row.Kind,
            Title = row.Title,
            Text = row.Text,
            Language = row.Language,
            Organisation = row.Organisation,
            Points = area.PrioritisationClosedAt is null ? null : stays.Points,
            SubmittedAt = row.SubmittedAt,
            State = row.State switch
            {
                ContributionState.Held => MyContributionState.Held,
                ContributionState.Hidden => MyContributionState.Hidden,
                _ => row.MergedInto is null ? MyContributionState.Submitted : MyContributionState.Merged,
            },
            Moderation = note,
            MergedInto = row.MergedInto,
            Answer = stays.Answer,
            AnswerReason = stays.AnswerReason,
        };

    internal static MyContributionDto From(Draft row, string topicArea) =>
        new()
        {
            Id = row.Id,
            TopicAreaId = row.TopicAreaId,
            TopicArea = topicArea,
            Kind = row.Kind,
            Title = row.Title,
            Text = row.Text,
            Language = row.Language,
            SubmittedAt = row.SavedAt,
            State = MyContributionState.Draft,
        };
}
