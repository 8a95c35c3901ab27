using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Participation.Answers;

/// <summary>Where somebody wants to hear what becomes of their contributions; there only for who asked for it.</summary>
public sealed class NewsAddress : ITenantOwned, IIdentified
{
    public string Tenant { get; private set; } = null!;
    public Guid Id { get; init; } = SequentialId.Next();

    /// <summary>Pseudonymous account id.</summary>
    public required string Person { get; init; }

    /// <summary>For mails; null for who wants none.</summary>
    public string? Address { get; set; }

    /// <summary>Language of mails and feed: de or en.</summary>
    public required string Language { get; set; }

    /// <summary>Of the feed's link; null for who has none.</summary>
    public byte[]? FeedHash { get; set; }

    /// <summary>Number of the mail that the next news go into.</summary>
    public int Number { get; set; } = 1;
}

/// <summary>That a mail tells of a contribution's answer.</summary>
public sealed class NewsItem : ITenantOwned
{
    public string Tenant { get; private set; } = null!;
    public required Guid AddressId { get; init; }
    public required int Number { get; init; }
    public required Guid ContributionId { get; init; }
}

sealed class NewsTables : IEntityTypeConfiguration<NewsAddress>, IEntityTypeConfiguration<NewsItem>
{
    public void Configure(EntityTypeBuilder<NewsAddress> address)
    {
        address.ToTable("news_addresses");
        address.HasKey(row => new { row.Tenant, row.Id });
        address.Property(row => row.Address).HasMaxLength(254);
        address.Property(row => row.Language).HasMaxLength(2);
        address.HasIndex(row => new { row.Tenant, row.Person }).IsUnique();
        address.HasIndex(row => new { row.Tenant, row.FeedHash }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<NewsItem> item)
    {
        item.ToTable("news_items");
        item.HasKey(row => new
        {
            row.Tenant,
            row.AddressId,
            row.Number,
            row.ContributionId,
        });
    }
}
