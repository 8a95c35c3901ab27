using Integrationskonzept.Contracts;
using Integrationskonzept.Scheduling.Attendance.Contacts;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Scheduling.Attendance.Registrations;

/// <summary>
/// That somebody without an account wants to take part; counts from the moment in which the address is confirmed. Forgotten after a week.
/// </summary>
public sealed class RegistrationRequest : Aggregate
{
    public required Guid EventId { get; init; }
    public required string Address { get; init; }
    public required StakeholderGroup Group { get; init; }
    public string? Organisation { get; init; }
    public string? AccessNeeds { get; init; }
    public string? Name { get; init; }
    public MailLanguage Language { get; init; }
    public required DateTimeOffset RequestedAt { get; init; }
    public DateTimeOffset? UsedAt { get; set; }

    public Register Wish => new(Group, Organisation, AccessNeeds, Name);
}

/// <summary>That the staff has asked somebody to take part. Its link confirms the address.</summary>
public sealed class Invitation : Aggregate
{
    public required Guid EventId { get; init; }
    public required string Address { get; init; }
    public required string AddressKey { get; init; }
    public MailLanguage Language { get; init; }

    /// <summary>For which group they were asked, where that was said.</summary>
    public StakeholderGroup? Group { get; init; }
    public required DateTimeOffset InvitedAt { get; init; }
    public DateTimeOffset? UsedAt { get; set; }
}

sealed class RequestTables : IEntityTypeConfiguration<RegistrationRequest>, IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<RegistrationRequest> request)
    {
        request.Property(row => row.Address).HasMaxLength(254);
        request.Property(row => row.Group).HasConversion<string>();
        request.Property(row => row.Language).HasConversion<string>();
        request.Property(row => row.Organisation).HasMaxLength(200);
        request.Property(row => row.AccessNeeds).HasMaxLength(500);
        request.Property(row => row.Name).HasMaxLength(200);
        request.Ignore(row => row.Wish);
        request.HasIndex(row => new { row.Tenant, row.RequestedAt });
    }

    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.Property(row => row.Address).HasMaxLength(254);
        invitation.Property(row => row.AddressKey).HasMaxLength(254);
        invitation.Property(row => row.Language).HasConversion<string>();
        invitation.Property(row => row.Group).HasConversion<string>();
        invitation
            .HasIndex(row => new
            {
                row.Tenant,
                row.EventId,
                row.AddressKey,
            })
            .IsUnique();
        invitation.HasIndex(row => new { row.Tenant, row.AddressKey });
    }
}
