using Integrationskonzept.Mailing.Messages;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Identity.Accounts;

/// <summary>
/// Someone who can sign in. Only what signing in needs; nothing of DSGVO Art. 9. Comes into being when its owner accepts an invitation.
/// </summary>
public sealed class Account : IIdentified
{
    public Guid Id { get; init; } = SequentialId.Next();

    /// <summary>Mail address as <see cref="NameOf"/> writes it: compared as it is stored, in no other way.</summary>
    public required string UserName { get; init; }
    public required string PasswordHash { get; set; }
    public bool IsOperator { get; set; }
    public List<Membership> Memberships { get; init; } = [];

    /// <summary>An address as accounts are found by.</summary>
    public static string NameOf(string? address) => MailAddresses.KeyOf(address ?? "") is { Length: <= 254 } name ? name : "";
}

/// <summary>A role of an account in a Landkreis; its owner has accepted it.</summary>
public sealed class Membership
{
    public Guid AccountId { get; init; }
    public required string TenantSlug { get; init; }
    public required string Role { get; init; }
}

sealed class AccountTables : IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.HasKey(row => row.Id);
        account.Property(row => row.Id).ValueGeneratedNever();
        account.Property(row => row.UserName).HasMaxLength(254);
        account.HasIndex(row => row.UserName).IsUnique();
        account.HasMany(row => row.Memberships).WithOne().HasForeignKey(row => row.AccountId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<Membership> membership)
    {
        membership.HasKey(row => new
        {
            row.AccountId,
            row.TenantSlug,
            row.Role,
        });
        membership.HasIndex(row => new { row.TenantSlug, row.AccountId });
    }
}
