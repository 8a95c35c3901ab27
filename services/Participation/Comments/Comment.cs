using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.Participation.Screening;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Participation.Comments;

/// <summary>Who sees a comment.</summary>
public enum CommentState
{
    /// <summary>All.</summary>
    Published,

    /// <summary>It waits until a moderator has looked at it: its author and moderators.</summary>
    Held,

    /// <summary>A moderator has hidden it: its author and moderators. Where it has answers others see that there was one.</summary>
    Hidden,
}

/// <summary>What somebody says to a contribution, or to what somebody else said to it.</summary>
public sealed class Comment : Aggregate
{
    public required Guid ContributionId { get; init; }

    /// <summary>What it answers; null if it is at the top.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>The comment at the top of its thread, however deep it is; null if it is that itself.</summary>
    public Guid? ThreadId { get; init; }

    /// <summary>Pseudonymous account id; never shown, erased with the words.</summary>
    public required string? Author { get; set; }
    public Guid? OrganisationId { get; set; }

    /// <summary>The organisation's name when it was written.</summary>
    public string? Organisation { get; set; }
    public required string Text { get; set; }
    public required DateTimeOffset WrittenAt { get; init; }
    public DateTimeOffset? EditedAt { get; private set; }

    /// <summary>Gone; kept for its answers only.</summary>
    public bool Deleted { get; private set; }

    public CommentState State { get; private set; }

    /// <summary>Of one at the top: how many comments are below it that all see, without deleted ones.</summary>
    public int Replies { get; private set; }

    public void RequireAuthor(string caller)
    {
        if (Deleted)
            throw new CommentIsDeleted();
        if (Author != caller)
            throw new NotTheAuthor();
    }

    public void Reword(string text, DateTimeOffset now)
    {
        Text = text;
        EditedAt = now;
    }

    public void RequirePublished()
    {
        if (State == CommentState.Held)
            throw new ItemIsHeld();
        if (State == CommentState.Hidden)
            throw new ItemIsHidden();
    }

    /// <summary>Until somebody has looked at it.</summary>
    public void Hold() => State = CommentState.Held;

    public void Hide()
    {
        if (Deleted)
            throw new CommentIsDeleted();
        State = CommentState.Hidden;
    }

    public void Publish() => State = CommentState.Published;

    /// <summary>As a moderator's case tells of it.</summary>
    public ItemOfCase ItemIn(Guid topicAreaId) => new(ModeratedItem.Comment, Id, topicAreaId, ContributionId, Author);

    public void CountReply(int change) => Replies += change;

    public void Delete()
    {
        Deleted = true;
        Text = "";
        Author = null;
        OrganisationId = null;
        Organisation = null;
    }
}

sealed class CommentTable : IEntityTypeConfiguration<Comment>
{
    public void Configure(EntityTypeBuilder<Comment> comment)
    {
        comment.ToTable("comments");
        comment.Property(row => row.State).HasConversion<string>().HasDefaultValue(CommentState.Published);
        comment
            .HasIndex(row => new
            {
                row.Tenant,
                row.ContributionId,
                row.Id,
            })
            .HasFilter("parent_id is null");
        comment.HasIndex(row => new
        {
            row.Tenant,
            row.ThreadId,
            row.Id,
        });
        comment.HasIndex(row => new
        {
            row.Tenant,
            row.ParentId,
            row.Id,
        });
        // How much somebody wrote within the hour.
        comment.HasIndex(row => new
        {
            row.Tenant,
            row.Author,
            row.WrittenAt,
        });
        // Whether somebody else has commented, and what moves with a merge: also those below the top.
        comment.HasIndex(row => new
        {
            row.Tenant,
            row.ContributionId,
            row.Author,
        });
    }
}
