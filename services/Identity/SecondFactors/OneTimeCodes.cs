using System.Security.Cryptography;
using System.Text;
using Integrationskonzept.Identity.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OtpNet;

namespace Integrationskonzept.Identity.SecondFactors;

/// <summary>The secret that an account's app makes one-time codes from (RFC 6238), encrypted.</summary>
public sealed class CodeSecret
{
    public required Guid AccountId { get; init; }
    public required string Secret { get; init; }

    /// <summary>Time step of the last code that was accepted: none counts twice.</summary>
    public long LastStep { get; init; }
}

/// <summary>Stands in for the app once.</summary>
public sealed class RecoveryCode
{
    public required Guid AccountId { get; init; }

    /// <summary>
    /// HMAC-SHA-256 under the key of the account's app, which is encrypted: the database alone does not do to try codes out.
    /// </summary>
    public required string Hash { get; init; }
}

/// <summary>Makes and checks one-time codes.</summary>
sealed class OneTimeCodes(IDataProtectionProvider protection, TimeProvider time)
{
    const int RecoveryCodes = 10;
    static readonly TimeSpan FormLasts = TimeSpan.FromHours(1);
    readonly IDataProtector stored = protection.CreateProtector("one-time-codes");
    readonly ITimeLimitedDataProtector offered = protection.CreateProtector("one-time-codes offered").ToTimeLimitedDataProtector();

    /// <summary>A new key as the form carries it: for this account, for an hour. A stored one opens as no form, and the reverse.</summary>
    public string Offer(Guid account) =>
        offered.Protect($"{account} {Base32Encoding.ToString(RandomNumberGenerator.GetBytes(20))}", FormLasts);

    /// <summary>The key that the form carries; null if it is not one of ours, or another's.</summary>
    public string? KeyOffered(string form, Guid account) =>
        offered.Open(form)?.Split(' ') is [var whose, var key] && whose == account.ToString() ? key : null;

    /// <summary>As it is stored.</summary>
    public string Store(string key) => stored.Protect(key);

    /// <summary>The key as an app has it; null if what is stored is not one of ours.</summary>
    public string? KeyOf(string secret) => stored.Open(secret);

    /// <summary>The time step of the code, if it is one of now, of half a minute before or after.</summary>
    public long? StepOf(string key, string code) =>
        new Totp(Base32Encoding.ToBytes(key)).VerifyTotp(time.GetUtcNow().UtcDateTime, code, out var step, new(previous: 1, future: 1))
            ? step
            : null;

    /// <summary>Ten codes of 50 random bits.</summary>
    public static IReadOnlyList<string> NewRecoveryCodes() =>
        [
            .. Enumerable
                .Range(0, RecoveryCodes)
                .Select(_ => Base32Encoding.ToString(RandomNumberGenerator.GetBytes(10)).ToLowerInvariant())
                .Select(text => $"{text[..5]}-{text[5..10]}"),
        ];

    public static string HashOf(string recoveryCode, string key) =>
        Convert.ToHexStringLower(
            HMACSHA256.HashData(
                Base32Encoding.ToBytes(key),
                Encoding.UTF8.GetBytes($"recovery code {recoveryCode.Trim().ToLowerInvariant()}")
            )
        );
}

sealed class OneTimeCodeTables : IEntityTypeConfiguration<CodeSecret>, IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<CodeSecret> secret)
    {
        secret.HasKey(row => row.AccountId);
        secret.HasOne<Account>().WithMany().HasForeignKey(row => row.AccountId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<RecoveryCode> code)
    {
        code.HasKey(row => new { row.AccountId, row.Hash });
        code.HasOne<Account>().WithMany().HasForeignKey(row => row.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
