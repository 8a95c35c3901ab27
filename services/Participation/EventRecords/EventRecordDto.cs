using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Contracts;
using Integrationskonzept.Participation.Boards;
using Integrationskonzept.ServiceDefaults.Http;

namespace Integrationskonzept.Participation.EventRecords;

/// <summary>The Protokoll of an event.</summary>
public sealed record EventRecordDto : IVersioned
{
    /// <summary>Id of the event.</summary>
    public required Guid EventId { get; init; }

    /// <inheritdoc/>
    public required int Version { get; init; }

    /// <summary>The topic area that the event works on; none for the kickoff.</summary>
    public Guid? TopicAreaId { get; init; }

    /// <summary>Kickoff, workshop and so on.</summary>
    public required EventKind Kind { get; init; }

    /// <summary>What the event is called.</summary>
    public required string Title { get; init; }

    /// <summary>When the event starts.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>True once it has taken place.</summary>
    public required bool IsHeld { get; init; }

    /// <summary>How far the record is.</summary>
    public required RecordStage Stage { get; init; }

    /// <summary>What it was about, CommonMark.</summary>
    public required string Summary { get; init; }

    /// <summary>Results, in the order of the record.</summary>
    public required IReadOnlyList<RecordEntry> Entries { get; init; }

    /// <summary>What stayed open.</summary>
    public required IReadOnlyList<string> OpenQuestions { get; init; }

    /// <summary>How many came, by group; empty before the event is reported as held.</summary>
    public required IReadOnlyDictionary<StakeholderGroup, int> Attendance { get; init; }

    /// <summary>How many had a seat and did not come.</summary>
    public int? NoShows { get; init; }

    /// <summary>Photos, in order.</summary>
    public required IReadOnlyList<RecordPhotoDto> Photos { get; init; }

    /// <summary>Until when those who were there can say what is wrong.</summary>
    public DateTimeOffset? CorrectionsUntil { get; init; }

    /// <summary>How many accounts are known to have been there and can correct it; told to staff before it is locked.</summary>
    public int? Correctors { get; init; }

    /// <summary>True if the caller can say now what is wrong.</summary>
    public required bool CanCorrect { get; init; }

    /// <summary>When it was locked.</summary>
    public DateTimeOffset? LockedAt { get; init; }
}

/// <summary>A photo of a record.</summary>
/// <param name="Id">Id.</param>
/// <param name="Description">What it shows, for those who don't see it.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
public sealed record RecordPhotoDto(Guid Id, string Description, int Width, int Height);

/// <summary>A record in a list.</summary>
/// <param name="EventId">Id of the event.</param>
/// <param name="Title">What the event is called.</param>
/// <param name="Kind">Kickoff, workshop and so on.</param>
/// <param name="StartsAt">When the event starts.</param>
/// <param name="TopicAreaId">The topic area that the event works on.</param>
/// <param name="IsHeld">True once it has taken place.</param>
/// <param name="Stage">How far the record is.</param>
/// <param name="Entries">How many results it has.</param>
/// <param name="CorrectionsUntil">Until when those who were there can say what is wrong.</param>
public sealed record EventRecordSummary(
    Guid EventId,
    string Title,
    EventKind Kind,
    DateTimeOffset StartsAt,
    Guid? TopicAreaId,
    bool IsHeld,
    RecordStage Stage,
    int Entries,
    DateTimeOffset? CorrectionsUntil
);

/// <param name="Summary">What it was about, CommonMark, up to 20,000 characters.</param>
/// <param name="Entries">Results, in order.</param>
/// <param name="OpenQuestions">What stayed open, up to 1,000 characters each.</param>
public sealed record WriteEventRecord(
    [MaxLength(RecordLimits.Summary)] string Summary,
    [MaxLength(RecordLimits.Entries)] IReadOnlyList<WriteEntry> Entries,
    [MaxLength(RecordLimits.Questions)] IReadOnlyList<WriteQuestion> OpenQuestions
);

/// <param name="Text">What stayed open.</param>
public sealed record WriteQuestion([Required, MaxLength(RecordLimits.Question)] string Text);

/// <param name="Kind">What it is.</param>
/// <param name="Text">In the words of the record.</param>
/// <param name="ContributionIds">The contributions behind it; those that the entry has if not said.</param>
/// <param name="Id">Id of an entry that is in the record already, to keep it.</param>
public sealed record WriteEntry(
    ContributionKind Kind,
    [Required, MaxLength(RecordLimits.Entry)] string Text,
    [MaxLength(500)] IReadOnlyList<Guid>? ContributionIds = null,
    Guid? Id = null
)
{
    internal RecordEntry ToEntry(Dictionary<Guid, RecordEntry> known)
    {
        var before = Id is { } id ? known.GetValueOrDefault(id) : null;
        return new(before?.Id ?? Guid.CreateVersion7(), Kind, Text.Trim(), ContributionIds ?? before?.ContributionIds ?? []);
    }
}

/// <param name="Stage">The next stage.</param>
/// <param name="CorrectionsUntil">For corrections: until when, 60 days away at most; 14 days if not said.</param>
public sealed record MoveRecordOn(RecordStage Stage, DateTimeOffset? CorrectionsUntil = null);

/// <param name="BoardId">A board of the event, or of its topic area.</param>
/// <param name="Kind">What its cards are; as its method has it if not said.</param>
/// <param name="ColumnId">Only cards of this column.</param>
public sealed record CaptureBoard(Guid BoardId, ContributionKind? Kind = null, Guid? ColumnId = null)
{
    internal ContributionKind KindOn(Board board) =>
        Kind
        ?? board.Method switch
        {
            BoardMethod.Needs => ContributionKind.Need,
            BoardMethod.Goals => ContributionKind.Goal,
            BoardMethod.Measures => ContributionKind.Measure,
            _ => ContributionKind.Idea,
        };
}
