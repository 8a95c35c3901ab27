using Integrationskonzept.Scheduling.Attendance.Contacts;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Scheduling.Attendance.Polls;

/// <summary>That an address was asked when it can come. Its link shows that whoever answers reads mails to it.</summary>
public sealed class PollInvitation : Aggregate
{
    public required Guid PollId { get; init; }
    public required string Address { get; init; }
    public required string AddressKey { get; init; }
    public MailLanguage Language { get; init; }
    public required DateTimeOffset InvitedAt { get; init; }

    /// <summary>Under whom the address answers, so that it counts once: its account's, if that has answered.</summary>
    public string? Subject { get; set; }
}

sealed class PollInvitationTable : IEntityTypeConfiguration<PollInvitation>
{
    public void Configure(EntityTypeBuilder<PollInvitation> invitation)
    {
        invitation.ToTable("poll_invitations");
        invitation.Property(row => row.Address).HasMaxLength(254);
        invitation.Property(row => row.AddressKey).HasMaxLength(254);
        invitation.Property(row => row.Subject).HasMaxLength(200);
        invitation.Property(row => row.Language).HasConversion<string>();
        invitation
            .HasIndex(row => new
            {
                row.Tenant,
                row.PollId,
                row.AddressKey,
            })
            .IsUnique();
        invitation.HasIndex(row => new { row.Tenant, row.AddressKey });
    }
}
