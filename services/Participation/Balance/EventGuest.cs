using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Participation.Balance;

/// <summary>
/// That somebody was invited to an event, or registered, as Scheduling tells: of which group, and a mark by which their address is
/// recognised among those whom one could invite. The mark is forgotten after the event, or with the person; what is left is counted for a
/// while.
/// </summary>
public sealed class EventGuest : ITenantOwned
{
    public string Tenant { get; private set; } = null!;

    /// <summary>Id of the invitation or registration.</summary>
    public required Guid Id { get; init; }
    public required Guid EventId { get; init; }
    public GuestStanding Standing { get; private set; }
    public StakeholderGroup? Group { get; private set; }
    public string? Mark { get; private set; }

    /// <summary>Version that is known.</summary>
    public int Version { get; private set; }

    /// <summary>When the mark was first told; whoever asked to be forgotten after that takes it along.</summary>
    public DateTimeOffset NotedAt { get; private set; }

    /// <summary>Who it was is forgotten: no message brings a mark again, however late it comes.</summary>
    public bool IsForgotten { get; private set; }

    /// <summary>
    /// As things stand now; what comes late or twice changes nothing. Who will not come keeps their mark: they said no, and are not asked
    /// again.
    /// </summary>
    public void Follow(EventGuestNoted noted)
    {
        if (noted.Version <= Version)
            return;
        if (Version == 0 || (noted.Mark is not null && noted.Mark != Mark))
            NotedAt = noted.OccurredAt.ToUniversalTime();
        (Version, Standing, Group) = (noted.Version, noted.Standing, noted.Group);
        IsForgotten |= noted.IsForgotten;
        Mark = IsForgotten ? null : noted.Mark ?? Mark;
    }
}

sealed class EventGuestTable : IEntityTypeConfiguration<EventGuest>
{
    public void Configure(EntityTypeBuilder<EventGuest> guest)
    {
        guest.ToTable("event_guests");
        guest.HasKey(row => new { row.Tenant, row.Id });
        guest.Property(row => row.Id).ValueGeneratedNever();
        guest.Property(row => row.Standing).HasConversion<string>().HasMaxLength(20);
        guest.Property(row => row.Group).HasConversion<string>();
        guest.Property(row => row.Mark).HasMaxLength(24);
        // Several are consumed at once: of two about one guest the second looks again.
        guest.Property(row => row.Version).IsConcurrencyToken();
        guest.HasIndex(row => new
        {
            row.Tenant,
            row.EventId,
            row.Standing,
            row.Group,
        });
        // What erasures and housekeeping look for.
        guest.HasIndex(row => new { row.Tenant, row.Mark }).HasFilter("mark is not null");
        guest
            .HasIndex(row => new
            {
                row.Tenant,
                row.EventId,
                row.Mark,
            })
            .HasFilter("mark is not null");
        guest.HasIndex(row => new { row.Tenant, row.NotedAt });
    }
}
