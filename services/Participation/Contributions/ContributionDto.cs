using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Screening;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Validation;

namespace Integrationskonzept.Participation.Contributions;

/// <param name="Kind">What it is.</param>
/// <param name="Text">In your own words, up to 4,000 characters.</param>
/// <param name="Group">The group that you speak for; taken from the organisation if one is named.</param>
/// <param name="OrganisationId">The organisation in whose name it is made.</param>
/// <param name="Language">The language that it is written in, as BCP 47 has it; German if not said.</param>
/// <param name="Title">In a few words, up to 200 characters.</param>
public sealed record SubmitContribution(
    ContributionKind Kind,
    [Required, MinLength(Limits.LeastOfText), MaxLength(Limits.Text)] string Text,
    StakeholderGroup? Group = null,
    Guid? OrganisationId = null,
    [MaxLength(LanguageTag.MaxLength), Written(LanguageTag.Pattern, LanguageTag.InGerman, LanguageTag.InEnglish)] string? Language = null,
    [MaxLength(Limits.Title)] string? Title = null
);

/// <summary>A Beitrag as others see it: with its organisation, never with a person.</summary>
public sealed record ContributionDto : IVersioned
{
    /// <summary>Id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required int Version { get; init; }

    /// <summary>What it is.</summary>
    public required ContributionKind Kind { get; init; }

    /// <summary>In a few words.</summary>
    public string? Title { get; init; }

    /// <summary>Its wording; empty once it is withdrawn.</summary>
    public required string Text { get; init; }

    /// <summary>The language that it is written in (BCP 47).</summary>
    public string? Language { get; init; }

    /// <summary>The group that it speaks for.</summary>
    public required StakeholderGroup Group { get; init; }

    /// <summary>The organisation in whose name it was made.</summary>
    public string? Organisation { get; init; }

    /// <summary>Points given to it; none before the prioritisation of its topic area is closed, so that they sway nobody.</summary>
    public int? Points { get; init; }

    /// <summary>How many support it.</summary>
    public int Supports { get; init; }

    /// <summary>True if the caller is one of them.</summary>
    public bool Supported { get; init; }

    /// <summary>How many comments it has, without deleted ones.</summary>
    public int Comments { get; init; }

    /// <summary>True if the caller made it.</summary>
    public required bool Mine { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>When its author last changed its words; what they were before is in its history.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>Which wording it is, from 1; what translates it says which one.</summary>
    public int Revision { get; init; }

    /// <summary>By which way it came.</summary>
    public ContributionOrigin Source { get; init; }

    /// <summary>The board that it was a card of.</summary>
    public Guid? BoardId { get; init; }

    /// <summary>
    /// The event at which it was written, if it came from a board, else the board's title; where the paper came from; for whom the link
    /// was.
    /// </summary>
    public string? SourceTitle { get; init; }

    /// <summary>Whether it still counts, and whether all see it.</summary>
    public ContributionState? State { get; init; }

    /// <summary>Why not all see it, and what can be done; told to its author and to moderators.</summary>
    public ModerationNote? Moderation { get; init; }

    /// <summary>The contribution that it was merged into, which has its points, supports and comments.</summary>
    public Guid? MergedInto { get; init; }

    /// <summary>What became of it, once that is decided.</summary>
    public ContributionAnswer? Answer { get; init; }

    /// <summary>Why.</summary>
    public string? AnswerReason { get; init; }

    /// <summary>Since when that is known.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    internal static ContributionDto From(Contribution row, string caller, bool supported, bool showsPoints, ModerationNote? note = null) =>
        new()
        {
            Id = row.Id,
            Version = row.Version,
            Kind = row.Kind,
            Title = row.Title,
            Text = row.Text,
            Language = row.Language,
            Group = row.Group,
            Organisation = row.Organisation,
            Points = showsPoints ? row.Points : null,
            Supports = row.Supports,
            Supported = supported,
            Comments = row.Comments,
            Mine = row.Author == caller,
            SubmittedAt = row.SubmittedAt,
            EditedAt = row.EditedAt,
            Revision = row.Revision,
            Source = row.Source,
            BoardId = row.BoardId,
            SourceTitle = row.SourceTitle,
            State = row.State,
            Moderation = note,
            MergedInto = row.MergedInto,
            Answer = row.Answer,
            AnswerReason = row.AnswerReason,
            AnsweredAt = row.AnsweredAt,
        };
}
