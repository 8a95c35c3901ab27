using Integrationskonzept.Identity.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Identity.SecondFactors;

/// <summary>A passkey (WebAuthn): signs in by itself, as its device has checked the person.</summary>
public sealed class Passkey
{
    /// <summary>Credential id.</summary>
    public required byte[] Id { get; init; }
    public required Guid AccountId { get; init; }
    public required byte[] PublicKey { get; init; }

    /// <summary>Counter of the device; one that goes back tells of a copy.</summary>
    public required long SignCount { get; set; }
    public required DateTimeOffset AddedAt { get; init; }
}

sealed class PasskeyTable : IEntityTypeConfiguration<Passkey>
{
    public void Configure(EntityTypeBuilder<Passkey> passkey)
    {
        passkey.Property(row => row.SignCount).IsConcurrencyToken();
        passkey.HasOne<Account>().WithMany().HasForeignKey(row => row.AccountId).OnDelete(DeleteBehavior.Cascade);
        passkey.HasIndex(row => row.AccountId);
    }
}
