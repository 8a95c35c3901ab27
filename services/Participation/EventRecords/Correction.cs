using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Participation.EventRecords;

/// <summary>What became of a correction.</summary>
public enum CorrectionState
{
    Open,

    /// <summary>The record was changed.</summary>
    Accepted,

    /// <summary>The record stays as it is; why, is said.</summary>
    Declined,
}

/// <summary>What somebody who was there says is wrong in a record.</summary>
public sealed class Correction : Aggregate
{
    public required Guid EventId { get; init; }

    /// <summary>The entry that it is about; none for the whole.</summary>
    public Guid? EntryId { get; init; }
    public required string Text { get; init; }

    /// <summary>Pseudonymous account id; forgotten some time after the record is locked.</summary>
    public required string? Author { get; set; }
    public required DateTimeOffset SubmittedAt { get; init; }
    public CorrectionState State { get; private set; }

    /// <summary>Why, for the one who wrote it.</summary>
    public string? Reply { get; private set; }

    public void Decide(bool accepted, string? reply)
    {
        if (State != CorrectionState.Open)
            throw new CorrectionIsDecided();
        (State, Reply) = (accepted ? CorrectionState.Accepted : CorrectionState.Declined, reply);
    }
}

sealed class CorrectionTable : IEntityTypeConfiguration<Correction>
{
    public void Configure(EntityTypeBuilder<Correction> correction)
    {
        correction.ToTable("record_corrections");
        correction.Property(row => row.Text).HasMaxLength(RecordLimits.Correction);
        correction.Property(row => row.Reply).HasMaxLength(RecordLimits.Correction);
        correction.Property(row => row.State).HasConversion<string>();
        correction.HasIndex(row => new
        {
            row.Tenant,
            row.EventId,
            row.Id,
        });
        correction.HasIndex(row => new { row.Tenant, row.Author });
    }
}
