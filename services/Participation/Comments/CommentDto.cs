using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Participation.Screening;
using Integrationskonzept.ServiceDefaults.Http;

namespace Integrationskonzept.Participation.Comments;

/// <param name="Text">Up to 2,000 characters.</param>
/// <param name="ParentId">The comment that it answers.</param>
/// <param name="OrganisationId">The organisation in whose name it is written.</param>
public sealed record WriteComment([Required, MaxLength(2000)] string Text, Guid? ParentId = null, Guid? OrganisationId = null);

/// <param name="Text">Up to 2,000 characters.</param>
public sealed record EditComment([Required, MaxLength(2000)] string Text);

/// <summary>A comment as others see it: with its organisation, never with a person.</summary>
public sealed record CommentDto : IVersioned
{
    /// <summary>Id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required int Version { get; init; }

    /// <summary>What it answers; absent at the top.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>Its words; empty if it was deleted, or is not for the caller, and is shown for its answers only.</summary>
    public required string Text { get; init; }

    /// <summary>The organisation in whose name it was written.</summary>
    public string? Organisation { get; init; }

    /// <summary>True if the caller wrote it.</summary>
    public required bool Mine { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>When its author last changed it.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>True if it was deleted.</summary>
    public required bool Deleted { get; init; }

    /// <summary>Who sees it; one that is not published is shown to others only where it has answers, and then empty.</summary>
    public CommentState? State { get; init; }

    /// <summary>Why not all see it, and what can be done; told to its author and to moderators.</summary>
    public ModerationNote? Moderation { get; init; }

    /// <summary>Of a comment at the top: how many are below it that all see, at whatever depth, without deleted ones.</summary>
    public int? Replies { get; init; }

    /// <param name="row">The comment.</param>
    /// <param name="caller">Who reads it.</param>
    /// <param name="isSeen">Its words are for the caller.</param>
    /// <param name="note">Why not all see it.</param>
    internal static CommentDto From(Comment row, string caller, bool isSeen, ModerationNote? note) =>
        new()
        {
            Id = row.Id,
            Version = row.Version,
            ParentId = row.ParentId,
            Text = isSeen ? row.Text : "",
            Organisation = isSeen ? row.Organisation : null,
            Mine = row.Author == caller,
            WrittenAt = row.WrittenAt,
            EditedAt = isSeen ? row.EditedAt : null,
            Deleted = row.Deleted,
            State = row.State,
            Moderation = isSeen ? note : null,
            Replies = row.ThreadId is null ? row.Replies : null,
        };
}
