using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Participation.Attachments;

/// <summary>A picture that somebody put to their contribution.</summary>
public sealed class Attachment : ITenantOwned, IIdentified
{
    /// <summary>More say no more.</summary>
    public const int Most = 3;

    public string Tenant { get; private set; } = null!;
    public Guid Id { get; init; } = SequentialId.Next();
    public required Guid ContributionId { get; init; }

    /// <summary>What it shows, for those who don't see it.</summary>
    public required string Description { get; init; }
    public required byte[] Jpeg { get; init; }
    public required int Width { get; init; }
    public required int Height { get; init; }
}

sealed class AttachmentTable : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> attachment)
    {
        attachment.HasKey(row => new { row.Tenant, row.Id });
        attachment.Property(row => row.Description).HasMaxLength(300);
        attachment.HasIndex(row => new
        {
            row.Tenant,
            row.ContributionId,
            row.Id,
        });
    }
}
