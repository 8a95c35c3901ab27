using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Scheduling.Attendance.CheckIns;

/// <summary>A door at which people are checked in: the entrance, a working group, the afternoon.</summary>
public sealed class CheckInList : Aggregate
{
    public required Guid EventId { get; init; }
    public required string Name { get; set; }
}

/// <summary>That somebody came. Its id is given by the device that scanned, so that sending it again changes nothing.</summary>
public sealed class CheckIn : ITenantOwned
{
    public string Tenant { get; private set; } = null!;
    public required Guid Id { get; init; }
    public required Guid EventId { get; init; }
    public required Guid ListId { get; init; }
    public required Guid RegistrationId { get; init; }

    /// <summary>When, by the device's clock; of several scans the earliest.</summary>
    public required DateTimeOffset At { get; set; }
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Pseudonymous id of the helper's account.</summary>
    public required string By { get; init; }
}

sealed class CheckInTables : IEntityTypeConfiguration<CheckInList>, IEntityTypeConfiguration<CheckIn>
{
    public const int MostLists = 20;

    public void Configure(EntityTypeBuilder<CheckInList> list)
    {
        list.Property(row => row.Name).HasMaxLength(100);
        list.HasIndex(row => new
            {
                row.Tenant,
                row.EventId,
                row.Name,
            })
            .IsUnique();
    }

    public void Configure(EntityTypeBuilder<CheckIn> scan)
    {
        scan.HasKey(row => new { row.Tenant, row.Id });
        scan.Property(row => row.By).HasMaxLength(200);
        scan.HasIndex(row => new
            {
                row.Tenant,
                row.ListId,
                row.RegistrationId,
            })
            .IsUnique();
        scan.HasIndex(row => new
        {
            row.Tenant,
            row.EventId,
            row.RegistrationId,
        });
        scan.HasIndex(row => new { row.Tenant, row.By });
    }
}
