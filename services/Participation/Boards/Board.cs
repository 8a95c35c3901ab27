using Integrationskonzept.Participation.Contributions;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Participation.Boards;

/// <summary>How far a board is.</summary>
public enum BoardState
{
    /// <summary>It is prepared; nobody writes yet.</summary>
    Draft,

    /// <summary>People write cards and put dots.</summary>
    Running,

    /// <summary>Nothing is added or taken away; moderators put it in order.</summary>
    Frozen,

    /// <summary>It is over: its link is void, its cards can be taken over.</summary>
    Closed,
}

/// <summary>A column of a board: a step, a question, or a table of a world café.</summary>
/// <param name="Id">Id; stays when its title changes.</param>
/// <param name="Title">Up to 80 characters.</param>
public sealed record BoardColumn(Guid Id, string Title);

/// <summary>A live board of a workshop: people write cards on it from their phones, all see them at once.</summary>
public sealed class Board : Aggregate
{
    public required Guid TopicAreaId { get; init; }
    public required BoardMethod Method { get; init; }
    public required string Title { get; set; }

    /// <summary>What people are asked, in plain language.</summary>
    public required string Question { get; set; }

    /// <summary>The event at which it is used.</summary>
    public Guid? EventId { get; init; }

    /// <summary>What the event is called.</summary>
    public string? Event { get; init; }
    public required List<BoardColumn> Columns { get; set; }

    /// <summary>How many dots each person has; 0 for a board without.</summary>
    public required int DotsPerPerson { get; set; }
    public BoardState State { get; private set; } = BoardState.Draft;

    /// <summary>When the time that was given is over; nothing happens then but that people see it.</summary>
    public DateTimeOffset? TimerEndsAt { get; private set; }

    /// <summary>What the join link says; null once the board is closed.</summary>
    public string? Token { get; private set; } = BoardToken.Next();

    /// <summary>The change with which the link was made: who came by it sees no older one end it.</summary>
    public long LinkSince { get; private set; }
    public required DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset? ClosedAt { get; private set; }

    public void RequireNotClosed()
    {
        if (State == BoardState.Closed)
            throw new BoardIsClosed();
    }

    public void RequireRunning()
    {
        RequireNotClosed();
        if (State != BoardState.Running)
            throw new BoardNotRunning(State);
    }

    public void RequireOver()
    {
        if (State is BoardState.Draft or BoardState.Running)
            throw new BoardStillRuns();
    }

    public BoardColumn Column(Guid? id) => id is null ? Columns[0] : Columns.Find(column => column.Id == id) ?? throw new ColumnUnknown();

    /// <summary>True if it did not run before.</summary>
    public bool Start() => Become(BoardState.Running);

    /// <summary>True if it was not frozen before.</summary>
    public bool Freeze()
    {
        if (State == BoardState.Draft)
            throw new BoardNotRunning(State);
        return Become(BoardState.Frozen);
    }

    bool Become(BoardState state)
    {
        RequireNotClosed();
        (var before, State) = (State, state);
        return before != state;
    }

    /// <summary>True if it was not closed before.</summary>
    public bool Close(DateTimeOffset now)
    {
        if (State == BoardState.Closed)
            return false;
        State = BoardState.Closed;
        ClosedAt = now;
        Token = null;
        TimerEndsAt = null;
        return true;
    }

    /// <summary>Other words and columns; those in which cards are must stay.</summary>
    public void Edit(EditBoard edit, IReadOnlyCollection<Guid> used)
    {
        RequireNotClosed();
        var columns = edit.Columns.Select(column => new BoardColumn(column.Id ?? SequentialId.Next(), column.Title.Trim())).ToList();
        if (edit.Columns.Any(column => column.Id is { } id && Columns.TrueForAll(known => known.Id != id)))
            throw new ColumnUnknown();
        if (columns.DistinctBy(column => column.Id).Count() != columns.Count || used.Except(columns.Select(column => column.Id)).Any())
            throw new ColumnInUse();
        Title = edit.Title.Trim();
        Question = edit.Question.Trim();
        DotsPerPerson = edit.DotsPerPerson;
        Columns = columns;
    }

    public void StartTimer(DateTimeOffset endsAt)
    {
        RequireNotClosed();
        TimerEndsAt = endsAt;
    }

    public void StopTimer()
    {
        RequireNotClosed();
        TimerEndsAt = null;
    }

    /// <summary>The link so far is void.</summary>
    public void RenewLink(long change)
    {
        RequireNotClosed();
        Token = BoardToken.Next();
        LinkSince = change;
    }
}

sealed class BoardTable : IEntityTypeConfiguration<Board>
{
    public void Configure(EntityTypeBuilder<Board> board)
    {
        board.ToTable("boards");
        board.Property(row => row.Method).HasConversion<string>();
        board.Property(row => row.State).HasConversion<string>();
        board.Property(row => row.Title).HasMaxLength(Limits.Title);
        board.Property(row => row.Question).HasMaxLength(BoardLimits.Question);
        board.Property(row => row.Event).HasMaxLength(Limits.Title);
        board.Property(row => row.Columns).HasJson();
        board.HasIndex(row => new { row.Tenant, row.Token }).IsUnique();
        board.HasIndex(row => new
        {
            row.Tenant,
            row.TopicAreaId,
            row.Id,
        });
        board.HasIndex(row => new { row.Tenant, row.ClosedAt });
    }
}
