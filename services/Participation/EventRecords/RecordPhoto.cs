using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Participation.EventRecords;

/// <summary>A photo of a record: of walls and tables; people only where they agreed.</summary>
public sealed class RecordPhoto : ITenantOwned, IIdentified
{
    public string Tenant { get; private set; } = null!;
    public Guid Id { get; init; } = SequentialId.Next();
    public required Guid EventId { get; init; }
    public required string Description { get; init; }
    public required byte[] Jpeg { get; init; }
    public required int Width { get; init; }
    public required int Height { get; init; }
}

sealed class RecordPhotoTable : IEntityTypeConfiguration<RecordPhoto>
{
    public void Configure(EntityTypeBuilder<RecordPhoto> photo)
    {
        photo.HasKey(row => new { row.Tenant, row.Id });
        photo.Property(row => row.Description).HasMaxLength(300);
        photo.HasIndex(row => new
        {
            row.Tenant,
            row.EventId,
            row.Id,
        });
    }
}
