using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Participation.Screening;

/// <summary>That somebody may read, but not contribute, for a time or for good. One row per person, whatever happens to it.</summary>
public sealed class Block : Aggregate
{
    /// <summary>Pseudonymous account id.</summary>
    public required string Person { get; init; }
    public ReasonKind Reason { get; private set; }
    public string? ReasonText { get; private set; }
    public DateTimeOffset Since { get; private set; }

    /// <summary>Null: for good.</summary>
    public DateTimeOffset? Until { get; private set; }
    public DateTimeOffset? LiftedAt { get; private set; }

    /// <summary>Account id of who decided it.</summary>
    public string By { get; private set; } = "";

    /// <summary>The case that it came from.</summary>
    public Guid CaseId { get; private set; }

    /// <summary>The person has asked for another look at it.</summary>
    public bool Appealed { get; private set; }

    public void Begin(Guid caseId, string by, ReasonKind reason, string? text, DateTimeOffset? until, DateTimeOffset now)
    {
        if (until <= now)
            throw new BlockEndsBefore();
        reason.RequireWords(text);
        CaseId = caseId;
        By = by;
        Reason = reason;
        ReasonText = text;
        Since = now;
        Until = until;
        LiftedAt = null;
        Appealed = false;
    }

    public bool IsInForce(DateTimeOffset now) => LiftedAt is null && (Until is null || Until > now);

    public void Lift(DateTimeOffset now)
    {
        if (!IsInForce(now))
            throw new BlockIsOver();
        LiftedAt = now;
    }

    /// <summary>Once.</summary>
    public void BeAppealed(DateTimeOffset now)
    {
        if (!IsInForce(now))
            throw new BlockIsOver();
        if (Appealed)
            throw new AppealedAlready();
        Appealed = true;
    }
}

sealed class BlockTable : IEntityTypeConfiguration<Block>
{
    public void Configure(EntityTypeBuilder<Block> block)
    {
        block.ToTable("moderation_blocks");
        block.Property(row => row.Reason).HasConversion<string>();
        block.HasIndex(row => new { row.Tenant, row.Person }).IsUnique();
    }
}
