using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Publication.Renditions;

/// <summary>A document made of an edition, once.</summary>
public sealed class Rendition : ITenantOwned
{
    public string Tenant { get; private set; } = null!;
    public required Guid EditionId { get; init; }
    public required string Format { get; init; }
    public required DateTimeOffset RequestedAt { get; init; }
    public DateTimeOffset? MadeAt { get; set; }
    public byte[]? Bytes { get; set; }

    /// <summary>SHA-256 of the bytes.</summary>
    public string? Hash { get; set; }
}

/// <summary>
/// That a rendition is still to be made. Carries the tenant as data, without a policy, so that one worker can see the jobs of all;
/// the work itself is done within the tenant.
/// </summary>
public sealed class RenditionJob
{
    public long Id { get; init; }
    public required string TenantSlug { get; init; }
    public required Guid EditionId { get; init; }
    public required string Format { get; init; }
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>W3C trace context of the decision that led to it.</summary>
    public string? TraceParent { get; init; }
    public required DateTimeOffset DueAt { get; set; }
    public int Attempts { get; set; }
    public string? LastError { get; set; }
}

sealed class RenditionTables : IEntityTypeConfiguration<Rendition>, IEntityTypeConfiguration<RenditionJob>
{
    public void Configure(EntityTypeBuilder<Rendition> rendition) =>
        rendition.HasKey(row => new
        {
            row.Tenant,
            row.EditionId,
            row.Format,
        });

    public void Configure(EntityTypeBuilder<RenditionJob> job) => job.HasIndex(row => row.DueAt);
}
