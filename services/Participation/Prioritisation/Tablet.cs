using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Query;

namespace Integrationskonzept.Participation.Prioritisation;

/// <summary>A device of the staff at which people of a workshop give points one after the other, without an account.</summary>
public sealed class Tablet : ITenantOwned, IIdentified
{
    /// <summary>A workshop's day.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(12);

    public string Tenant { get; private set; } = null!;
    public Guid Id { get; init; } = SequentialId.Next();
    public required Guid TopicAreaId { get; init; }

    /// <summary>Where it stands.</summary>
    public required string Label { get; init; }

    /// <summary>Of the link; null once it is over.</summary>
    public required byte[]? TokenHash { get; set; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>What the giver of points at it is called: of turns alone, of nobody.</summary>
    public string GiverOf(Guid turn) => $"{Givers}{turn:N}";

    public string Givers => $"tablet:{Id:N}:";

    public static Action<UpdateSettersBuilder<Tablet>> Ending => tablet => tablet.SetProperty(row => row.TokenHash, (byte[]?)null);
}

sealed class TabletTable : IEntityTypeConfiguration<Tablet>
{
    public void Configure(EntityTypeBuilder<Tablet> tablet)
    {
        tablet.HasKey(row => new { row.Tenant, row.Id });
        tablet.Property(row => row.Label).HasMaxLength(100);
        tablet.Ignore(row => row.Givers);
        tablet.HasIndex(row => new { row.Tenant, row.TokenHash }).IsUnique();
        tablet.HasIndex(row => new
        {
            row.Tenant,
            row.TopicAreaId,
            row.Id,
        });
    }
}
