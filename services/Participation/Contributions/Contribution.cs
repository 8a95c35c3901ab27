using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Screening;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Validation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Participation.Contributions;

/// <summary>What is left of a contribution.</summary>
public enum ContributionState
{
    /// <summary>It counts.</summary>
    Standing,

    /// <summary>Its author took it back: a tombstone for the record that cites it, without words and without a person.</summary>
    Withdrawn,

    /// <summary>Another one that says much the same stands for it.</summary>
    Merged,

    /// <summary>It waits until a moderator has looked at it; only its author and moderators see it, and it counts nowhere.</summary>
    Held,

    /// <summary>A moderator has hidden it; only its author and moderators see it, and it counts nowhere.</summary>
    Hidden,
}

/// <summary>By which way a contribution came.</summary>
public enum ContributionOrigin
{
    /// <summary>By somebody signed in.</summary>
    Account,

    /// <summary>From the live board of a workshop.</summary>
    Board,

    /// <summary>On paper; staff have written it down.</summary>
    Paper,

    /// <summary>By a link, without an account.</summary>
    Invitation,
}

/// <summary>A Beitrag to a topic area.</summary>
public sealed class Contribution : Aggregate
{
    public required Guid TopicAreaId { get; init; }
    public required ContributionKind Kind { get; init; }
    public required string? Title { get; set; }
    public required string Text { get; set; }

    /// <summary>BCP 47.</summary>
    public required string Language { get; set; }
    public StakeholderGroup Group { get; private set; }
    public Guid? OrganisationId { get; private set; }

    /// <summary>The organisation's name when it was made.</summary>
    public string? Organisation { get; private set; }

    /// <summary>For whom it speaks.</summary>
    public required Voice Voice
    {
        get => new(Group, OrganisationId, Organisation);
        init => (Group, OrganisationId, Organisation) = (value.Group, value.OrganisationId, value.Organisation);
    }

    /// <summary>Pseudonymous account id of whoever made it; never shown or sent to others. Erased with its words.</summary>
    public required string? Author { get; set; }
    public required DateTimeOffset SubmittedAt { get; init; }
    public DateTimeOffset? EditedAt { get; private set; }

    /// <summary>Which wording it is, from 1.</summary>
    public int Revision { get; private set; } = 1;

    /// <summary>The draft that it was: submitting that again gives this.</summary>
    public Guid? DraftId { get; init; }

    /// <summary>By which way it came.</summary>
    public ContributionOrigin Source { get; init; }

    /// <summary>The board that it was a card of.</summary>
    public Guid? BoardId { get; init; }

    /// <summary>
    /// What the event was called at which it was written, or the board; where the paper came from, for whom the link was.
    /// </summary>
    public string? SourceTitle { get; init; }
    public ContributionState State { get; private set; }

    /// <summary>The one that stands for it; never one that is merged itself.</summary>
    public Guid? MergedInto { get; private set; }

    /// <summary>Points given to it.</summary>
    public int Points { get; private set; }

    /// <summary>How many support it.</summary>
    public int Supports { get; private set; }

    /// <summary>How many comments it has, without deleted ones.</summary>
    public int Comments { get; private set; }
    public ContributionAnswer? Answer { get; private set; }
    public string? AnswerReason { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>True if that is news.</summary>
    public bool BeAnswered(ContributionAnswer answer, string reason, DateTimeOffset now)
    {
        if ((Answer, AnswerReason) == (answer, reason))
            return false;
        (Answer, AnswerReason, AnsweredAt) = (answer, reason, now);
        return true;
    }

    /// <summary>It was not taken back.</summary>
    public void RequireWords()
    {
        if (State == ContributionState.Withdrawn)
            throw new ContributionIsWithdrawn();
    }

    public void RequireStanding()
    {
        RequireWords();
        if (MergedInto is { } other)
            throw new ContributionIsMerged(other);
        if (State == ContributionState.Held)
            throw new ItemIsHeld();
        if (State == ContributionState.Hidden)
            throw new ItemIsHidden();
    }

    /// <summary>Until somebody has looked at it.</summary>
    public void Hold() => State = ContributionState.Held;

    public void Hide()
    {
        RequireWords();
        State = ContributionState.Hidden;
    }

    /// <summary>All see it, for the first time or again.</summary>
    public void Publish()
    {
        RequireWords();
        State = MergedInto is null ? ContributionState.Standing : ContributionState.Merged;
    }

    /// <summary>Moderation does not keep it from anybody.</summary>
    public bool IsForAll => State is not (ContributionState.Held or ContributionState.Hidden);

    /// <summary>As a moderator's case tells of it.</summary>
    public ItemOfCase Item => new(ModeratedItem.Contribution, Id, TopicAreaId, Id, Author);

    public void RequireAuthor(string caller)
    {
        if (Author != caller)
            throw new NotTheAuthor();
    }

    /// <summary>Other words for the same; what they were before is the caller's to keep.</summary>
    public void Reword(string? title, string text, string language, DateTimeOffset now)
    {
        Title = title;
        Text = text;
        Language = language;
        EditedAt = now;
        Revision++;
    }

    /// <summary>Leaves a tombstone: that there was something, and from which group.</summary>
    public void Withdraw()
    {
        State = ContributionState.Withdrawn;
        Title = null;
        Text = "";
        OrganisationId = null;
        Organisation = null;
        Author = null;
        HasNothing();
    }

    public void MergeInto(Contribution other)
    {
        if (other.Id == Id)
            throw new MergedIntoItself();
        RequireStanding();
        other.RequireStanding();
        State = ContributionState.Merged;
        MergedInto = other.Id;
    }

    public void Has(int points, int supports, int comments)
    {
        Points = points;
        Supports = supports;
        Comments = comments;
    }

    public void HasNothing() => Has(0, 0, 0);

    public void CountSupport(int change) => Supports += change;

    public void CountComment(int change) => Comments += change;
}

sealed class ContributionTable : IEntityTypeConfiguration<Contribution>
{
    public void Configure(EntityTypeBuilder<Contribution> contribution)
    {
        contribution.Ignore(row => row.Voice);
        contribution.Ignore(row => row.Item);
        contribution.Ignore(row => row.IsForAll);
        contribution.Property(row => row.Kind).HasConversion<string>();
        contribution.Property(row => row.Title).HasMaxLength(Limits.Title);
        contribution.Property(row => row.Language).HasMaxLength(LanguageTag.MaxLength).HasDefaultValue(LanguageTag.German);
        contribution.Property(row => row.Group).HasConversion<string>();
        contribution.Property(row => row.State).HasConversion<string>().HasDefaultValue(ContributionState.Standing);
        contribution.Property(row => row.Source).HasConversion<string>().HasDefaultValue(ContributionOrigin.Account);
        contribution.Property(row => row.SourceTitle).HasMaxLength(Limits.Title);
        contribution.Property(row => row.Revision).HasDefaultValue(1);
        contribution.Property(row => row.Points).HasDefaultValue(0);
        contribution.Property(row => row.Supports).HasDefaultValue(0);
        contribution.Property(row => row.Comments).HasDefaultValue(0);
        contribution.Property(row => row.Answer).HasConversion<string>();
        contribution.HasIndex(row => new
        {
            row.Tenant,
            row.TopicAreaId,
            row.Id,
        });
        contribution.HasIndex(row => new
        {
            row.Tenant,
            row.TopicAreaId,
            row.Author,
        });
        contribution.HasIndex(row => new
        {
            row.Tenant,
            row.Author,
            row.Id,
        });
        contribution.HasIndex(row => new { row.Tenant, row.DraftId }).IsUnique();
        contribution.HasIndex(row => new { row.Tenant, row.MergedInto });
        contribution.HasIndex(row => new
        {
            row.Tenant,
            row.TopicAreaId,
            row.Points,
            row.Id,
        });
        contribution.HasIndex(row => new
        {
            row.Tenant,
            row.TopicAreaId,
            row.State,
            row.Group,
        });
        contribution.HasIndex(row => new
        {
            row.Tenant,
            row.TopicAreaId,
            row.Supports,
            row.Id,
        });
    }
}
