using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Participation.Invitations;

/// <summary>A link by which people contribute without an account: one for many, or one for one.</summary>
public sealed class Invitation : ITenantOwned, IIdentified
{
    public string Tenant { get; private set; } = null!;
    public Guid Id { get; init; } = SequentialId.Next();
    public required Guid TopicAreaId { get; init; }

    /// <summary>For whom it is, as contributions that come by it say.</summary>
    public required string Label { get; init; }

    /// <summary>The group that those who come by it speak for; null where they say it themselves.</summary>
    public StakeholderGroup? Group { get; init; }

    /// <summary>How many contributions may come by it; 1 for a personal one.</summary>
    public required int MostUses { get; init; }
    public int Uses { get; private set; }

    /// <summary>Of the link; null once it is over.</summary>
    public required byte[]? TokenHash { get; set; }
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>Somebody asked for it themselves; it goes to their address alone, and no list shows it.</summary>
    public bool ByMail { get; init; }

    /// <summary>Where it goes; forgotten once it was used, or is over.</summary>
    public string? Address { get; set; }

    /// <summary>Language of the mail.</summary>
    public string? Language { get; init; }

    public void Use(DateTimeOffset now)
    {
        RequireValid(now);
        if (Uses >= MostUses)
            throw new InvitationIsUsed();
        Uses++;
        Address = null;
    }

    public void RequireValid(DateTimeOffset now)
    {
        if (TokenHash is null || EndsAt <= now)
            throw new InvitationLinkVoid();
    }
}

sealed class InvitationTable : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.HasKey(row => new { row.Tenant, row.Id });
        invitation.Property(row => row.Label).HasMaxLength(100);
        invitation.Property(row => row.Address).HasMaxLength(254);
        invitation.Property(row => row.Language).HasMaxLength(2);
        invitation.Property(row => row.Group).HasConversion<string>();
        invitation.HasIndex(row => new { row.Tenant, row.TokenHash }).IsUnique();
        invitation.HasIndex(row => new
        {
            row.Tenant,
            row.TopicAreaId,
            row.Id,
        });
        invitation.HasIndex(row => new { row.Tenant, row.EndsAt }).HasFilter("address is not null");
    }
}
