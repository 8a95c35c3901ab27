using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Participation.Screening;

/// <summary>That somebody has pointed at something; each once. Moderators see what was said, nobody sees who.</summary>
public sealed class Report : ITenantOwned, IIdentified
{
    public string Tenant { get; private set; } = null!;
    public Guid Id { get; init; } = SequentialId.Next();
    public required Guid CaseId { get; init; }
    public required Guid ItemId { get; init; }

    /// <summary>Pseudonymous account id; never shown.</summary>
    public required string Reporter { get; init; }
    public required ReasonKind Kind { get; init; }
    public string? Text { get; init; }
    public required DateTimeOffset ReportedAt { get; init; }
}

sealed class ReportTable : IEntityTypeConfiguration<Report>
{
    public void Configure(EntityTypeBuilder<Report> report)
    {
        report.ToTable("moderation_reports");
        report.HasKey(row => new { row.Tenant, row.Id });
        report.Property(row => row.Id).ValueGeneratedNever();
        report.Property(row => row.Kind).HasConversion<string>();
        report
            .HasIndex(row => new
            {
                row.Tenant,
                row.ItemId,
                row.Reporter,
            })
            .IsUnique();
        report.HasIndex(row => new
        {
            row.Tenant,
            row.CaseId,
            row.Id,
        });
        report.HasIndex(row => new
        {
            row.Tenant,
            row.Reporter,
            row.Id,
        });
    }
}
