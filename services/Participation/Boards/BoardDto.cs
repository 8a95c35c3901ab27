using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.ServiceDefaults.Http;

namespace Integrationskonzept.Participation.Boards;

/// <param name="Method">How the workshop works; its template gives question, columns and dots where they are not said.</param>
/// <param name="Title">Up to 200 characters.</param>
/// <param name="Question">What people are asked, in plain language; up to 500 characters.</param>
/// <param name="Columns">Titles of the columns, from left to right.</param>
/// <param name="DotsPerPerson">How many dots each person has; 0 for none.</param>
/// <param name="EventId">The event at which it is used.</param>
/// <param name="Event">What the event is called; contributions that come from the board say so.</param>
public sealed record OpenBoard(
    BoardMethod Method,
    [Required, MaxLength(Limits.Title)] string Title,
    [MaxLength(BoardLimits.Question)] string? Question = null,
    [MinLength(1), MaxLength(BoardLimits.Columns)] IReadOnlyList<WriteColumn>? Columns = null,
    [Range(0, BoardLimits.Dots)] int? DotsPerPerson = null,
    Guid? EventId = null,
    [MaxLength(Limits.Title)] string? Event = null
);

/// <param name="Title">Up to 80 characters.</param>
/// <param name="Id">The column that it was; none for a new one.</param>
public sealed record WriteColumn([Required, MaxLength(BoardLimits.Column)] string Title, Guid? Id = null);

/// <param name="Title">Up to 200 characters.</param>
/// <param name="Question">What people are asked, in plain language; up to 500 characters.</param>
/// <param name="Columns">All columns, from left to right; those in which cards are can't be left out.</param>
/// <param name="DotsPerPerson">How many dots each person has; who has put more keeps them.</param>
public sealed record EditBoard(
    [Required, MaxLength(Limits.Title)] string Title,
    [Required, MaxLength(BoardLimits.Question)] string Question,
    [MinLength(1), MaxLength(BoardLimits.Columns)] IReadOnlyList<WriteColumn> Columns,
    [Range(0, BoardLimits.Dots)] int DotsPerPerson
);

/// <param name="Minutes">How long, from now.</param>
public sealed record StartTimer([Range(1, BoardLimits.Minutes)] int Minutes);

/// <summary>A live board.</summary>
public sealed record BoardDto : IVersioned
{
    /// <summary>Id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required int Version { get; init; }

    /// <summary>The topic area that it is for.</summary>
    public required Guid TopicAreaId { get; init; }

    /// <summary>How the workshop works.</summary>
    public required BoardMethod Method { get; init; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>What people are asked.</summary>
    public required string Question { get; init; }

    /// <summary>The event at which it is used.</summary>
    public Guid? EventId { get; init; }

    /// <summary>What the event is called.</summary>
    public string? Event { get; init; }

    /// <summary>From left to right.</summary>
    public required IReadOnlyList<BoardColumn> Columns { get; init; }

    /// <summary>How many dots each person has; 0 for a board without.</summary>
    public required int DotsPerPerson { get; init; }

    /// <summary>How far it is.</summary>
    public required BoardState State { get; init; }

    /// <summary>When the time that was given is over; nothing happens then but that it is shown.</summary>
    public DateTimeOffset? TimerEndsAt { get; init; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When it was closed.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    internal static BoardDto From(Board row) =>
        new()
        {
            Id = row.Id,
            Version = row.Version,
            TopicAreaId = row.TopicAreaId,
            Method = row.Method,
            Title = row.Title,
            Question = row.Question,
            EventId = row.EventId,
            Event = row.Event,
            Columns = row.Columns,
            DotsPerPerson = row.DotsPerPerson,
            State = row.State,
            TimerEndsAt = row.TimerEndsAt,
            OpenedAt = row.OpenedAt,
            ClosedAt = row.ClosedAt,
        };
}

/// <summary>How people come to a board: whoever has it writes on it, until it is renewed or the board is closed.</summary>
/// <param name="Token">In groups of four; capitals and hyphens make no difference when it is typed.</param>
/// <param name="Url">The page for phones; what the QR code says.</param>
public sealed record BoardLinkDto(string Token, string Url);

/// <summary>A board as it is: where its stream of changes begins.</summary>
/// <param name="Sequence">Number of the last change that is in it; ask for those after it.</param>
/// <param name="Board">Question, columns, state.</param>
/// <param name="Cards">In the order of each column.</param>
/// <param name="Groups">Titles of those that belong together.</param>
/// <param name="DotsLeft">How many dots the caller can still put; absent where nobody knows who asks.</param>
public sealed record BoardSnapshot(
    long Sequence,
    BoardDto Board,
    IReadOnlyList<CardDto> Cards,
    IReadOnlyList<CardGroupDto> Groups,
    int? DotsLeft = null
);
