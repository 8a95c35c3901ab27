using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Scheduling.Resources.Bookings;

/// <summary>
/// That an event has a venue or a moderator. Carries the tenant as data, without a policy: a shared venue must refuse a second booking
/// whoever made the first, and the database does that (<see cref="BookingTable.Overlap"/>). Nothing shows a tenant more of others' bookings
/// than that a time is taken.
/// </summary>
public sealed class Booking
{
    public Guid Id { get; init; } = SequentialId.Next();
    public required string TenantSlug { get; init; }
    public required Guid ResourceId { get; init; }
    public required Guid EventId { get; init; }
    public required DateTimeOffset StartsAt { get; init; }
    public required DateTimeOffset EndsAt { get; init; }
}

sealed class BookingTable : IEntityTypeConfiguration<Booking>
{
    /// <summary>Exclusion constraint, made in the migration: EF Core knows none.</summary>
    public const string Overlap = "ex_bookings_overlap";

    public void Configure(EntityTypeBuilder<Booking> booking)
    {
        booking.Property(row => row.Id).ValueGeneratedNever();
        booking.HasIndex(row => new { row.TenantSlug, row.EventId });
        booking.HasIndex(row => new { row.ResourceId, row.StartsAt });
    }
}
