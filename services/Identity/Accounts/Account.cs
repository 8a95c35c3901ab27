using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Identity.Accounts;

/// <summary>Someone who can sign in. Only what signing in needs; nothing of DSGVO Art. 9.</summary>
public sealed class Account
{
    const int FailuresBeforeLock = 5;
    static readonly TimeSpan LockFor = TimeSpan.FromMinutes(15);

    public Guid Id { get; init; } = SequentialId.Next();

    /// <summary>Mail address, lower case.</summary>
    public required string UserName { get; init; }

    /// <summary>Null until the invitation is accepted.</summary>
    public string? PasswordHash { get; private set; }
    public bool IsOperator { get; init; }
    public int Failures { get; private set; }
    public DateTimeOffset? LockedUntil { get; private set; }
    public List<Membership> Memberships { get; init; } = [];

    public void SetPassword(string password, IPasswordHasher<Account> hasher) => PasswordHash = hasher.HashPassword(this, password);

    /// <summary>Checks the password; five failures in a row lock the account for a quarter of an hour.</summary>
    public bool Accepts(string password, IPasswordHasher<Account> hasher, DateTimeOffset now)
    {
        if (LockedUntil > now) return false;
        if (PasswordHash is not null && hasher.VerifyHashedPassword(this, PasswordHash, password) != PasswordVerificationResult.Failed)
        {
            (Failures, LockedUntil) = (0, null);
            return true;
        }
        if (++Failures >= FailuresBeforeLock) (Failures, LockedUntil) = (0, now + LockFor);
        return false;
    }
}

/// <summary>A role of an account in a Landkreis.</summary>
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
        membership.HasKey(row => new { row.AccountId, row.TenantSlug, row.Role });
        membership.HasIndex(row => new { row.TenantSlug, row.AccountId });
    }
}
