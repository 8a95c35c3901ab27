using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Validation;

namespace Integrationskonzept.Participation.Boards;

/// <summary>A card as all see it: never with a person.</summary>
public sealed record CardDto
{
    /// <summary>Id, made by whoever wrote it.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its column.</summary>
    public required Guid ColumnId { get; init; }

    /// <summary>Its group, if it is in one.</summary>
    public Guid? GroupId { get; init; }

    /// <summary>Its place in the column: ascending, no more.</summary>
    public required double Order { get; init; }

    /// <summary>Its words.</summary>
    public required string Text { get; init; }

    /// <summary>The language that it is written in (BCP 47).</summary>
    public required string Language { get; init; }

    /// <summary>How many dots it has.</summary>
    public required int Dots { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>The contribution that it became.</summary>
    public Guid? ContributionId { get; init; }

    /// <summary>True if the caller wrote it; never in a stream, which is the same for all.</summary>
    public bool? Mine { get; init; }

    /// <summary>How many of its dots are the caller's; never in a stream.</summary>
    public int? MyDots { get; init; }

    internal static CardDto From(Card row) =>
        new()
        {
            Id = row.Id,
            ColumnId = row.ColumnId,
            GroupId = row.GroupId,
            Order = row.Order,
            Text = row.Text,
            Language = row.Language,
            Dots = row.Dots,
            WrittenAt = row.WrittenAt,
            ContributionId = row.ContributionId,
        };

    internal static CardDto From(Card row, Participant participant, int myDots) =>
        From(row) with
        {
            Mine = row.Writer == participant.Id,
            MyDots = myDots,
        };
}

/// <summary>Cards that belong together.</summary>
public sealed record CardGroupDto : IVersioned
{
    /// <summary>Id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required int Version { get; init; }

    /// <summary>The column that it is in, with all its cards.</summary>
    public required Guid ColumnId { get; init; }

    /// <summary>What they have in common.</summary>
    public required string Title { get; init; }

    internal static CardGroupDto From(CardGroup row) =>
        new()
        {
            Id = row.Id,
            Version = row.Version,
            ColumnId = row.ColumnId,
            Title = row.Title,
        };
}

/// <param name="Id">A UUID that you make: sending the same again is no second card.</param>
/// <param name="Text">Up to 500 characters.</param>
/// <param name="ColumnId">The column; the first one if not said.</param>
/// <param name="Language">The language that it is written in, as BCP 47 has it; German if not said.</param>
public sealed record WriteCard(
    Guid Id,
    [Required, MaxLength(BoardLimits.Card)] string Text,
    Guid? ColumnId = null,
    [MaxLength(LanguageTag.MaxLength), Written(LanguageTag.Pattern, LanguageTag.InGerman, LanguageTag.InEnglish)] string? Language = null
);

/// <param name="Dots">How many of the caller's dots are to be on the card; 0 takes them back.</param>
public sealed record PutDots([Range(0, BoardLimits.Dots)] int Dots);

/// <param name="DotsLeft">How many dots the caller can still put.</param>
public sealed record MyDots(int DotsLeft);

/// <param name="ColumnId">The column that it goes to; a group's card leaves its group, unless that is named.</param>
/// <param name="GroupId">The group that it goes into, and so into its column.</param>
/// <param name="Before">The card that it comes before; at the end if not said.</param>
public sealed record MoveCard(Guid? ColumnId = null, Guid? GroupId = null, Guid? Before = null);

/// <param name="Reason">Why, for all to read; up to 300 characters.</param>
/// <param name="AllOfWriter">Also all other cards of who wrote it; nobody learns who that is.</param>
public sealed record RemoveCard([Required, MaxLength(BoardLimits.Reason)] string Reason, bool AllOfWriter = false);

/// <param name="Title">What they have in common; up to 200 characters.</param>
/// <param name="CardIds">At most 100; they come into the column of the first.</param>
public sealed record GroupCards(
    [Required, MaxLength(Limits.Title)] string Title,
    [MinLength(1), MaxLength(BoardLimits.AtOnce)] IReadOnlyList<Guid> CardIds
);

/// <param name="Title">Up to 200 characters.</param>
public sealed record RenameGroup([Required, MaxLength(Limits.Title)] string Title);

/// <param name="CardIds">At most 100 at once; those that became contributions before stay those.</param>
/// <param name="Kind">What they are.</param>
/// <param name="Group">The group that they speak for.</param>
public sealed record TakeOverCards(
    [MinLength(1), MaxLength(BoardLimits.AtOnce)] IReadOnlyList<Guid> CardIds,
    ContributionKind Kind,
    StakeholderGroup Group
);

/// <param name="CardId">The card.</param>
/// <param name="ContributionId">The contribution that it became.</param>
public sealed record TakenOver(Guid CardId, Guid ContributionId);
