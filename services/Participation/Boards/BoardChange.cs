using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Participation.Boards;

/// <summary>What happened on a board.</summary>
public enum BoardChangeKind
{
    CardWritten,
    CardChanged,
    CardRemoved,
    Dots,
    Group,
    GroupRemoved,
    Board,
    BoardClosed,
    LinkRenewed,
}

/// <summary>
/// That something changed, and what; never how it reads now: that is looked up when it is told, so that words which are gone are in no
/// change either. Numbers have no gaps and are committed in their order, as they are given under the board's lock.
/// </summary>
public sealed class BoardChange : ITenantOwned
{
    public string Tenant { get; private set; } = null!;
    public required Guid BoardId { get; init; }
    public required long Number { get; init; }
    public required BoardChangeKind Kind { get; init; }

    /// <summary>The card, group or board.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>Why a card was removed.</summary>
    public string? Reason { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>A board's lock, the number of its last change, and how many cards stand on it.</summary>
public sealed class BoardCounter : ITenantOwned
{
    public string Tenant { get; private set; } = null!;
    public required Guid BoardId { get; init; }
    public long Changes { get; set; }
    public int Cards { get; set; }
}

sealed class BoardChangeTables : IEntityTypeConfiguration<BoardChange>, IEntityTypeConfiguration<BoardCounter>
{
    public void Configure(EntityTypeBuilder<BoardChange> change)
    {
        change.ToTable("board_changes");
        change.HasKey(row => new
        {
            row.Tenant,
            row.BoardId,
            row.Number,
        });
        change.Property(row => row.Kind).HasConversion<string>();
        change.Property(row => row.Reason).HasMaxLength(BoardLimits.Reason);
    }

    public void Configure(EntityTypeBuilder<BoardCounter> counter)
    {
        counter.ToTable("board_counters");
        counter.HasKey(row => new { row.Tenant, row.BoardId });
    }
}
