using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Integrationskonzept.Scheduling.Resources.Moderators;
using Integrationskonzept.Scheduling.Resources.Venues;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Scheduling.Resources.Shared;

/// <summary>
/// A venue or moderator that several Landkreise may book; the operator keeps it. Belongs to no tenant, and so has no tenant policy: it is
/// read only through <see cref="SharedPool"/>, which shows a tenant what it may book.
/// </summary>
public sealed class SharedResource : IVersioned
{
    public Guid Id { get; init; } = SequentialId.Next();
    public int Version { get; private set; } = 1;
    public required List<string> TenantSlugs { get; set; }
    public VenueDetails? Venue { get; set; }
    public ModeratorDetails? Moderator { get; set; }

    public void Change() => Version++;
}

sealed class SharedResourceTable : IEntityTypeConfiguration<SharedResource>
{
    public void Configure(EntityTypeBuilder<SharedResource> shared)
    {
        shared.Property(row => row.Id).ValueGeneratedNever();
        shared.Property(row => row.Version).IsConcurrencyToken();
        shared.Property(row => row.Venue).HasJson();
        shared.Property(row => row.Moderator).HasJson();
        shared.HasIndex(row => row.TenantSlugs).HasMethod("gin");
    }
}

/// <summary>A venue that several Landkreise may book.</summary>
public record SharedVenueDetails : VenueDetails
{
    /// <summary>For serializers.</summary>
    [JsonConstructor]
    public SharedVenueDetails() { }

    /// <summary>What it is, and who may book it.</summary>
    [SetsRequiredMembers]
    public SharedVenueDetails(VenueDetails details, IReadOnlyList<string> tenants)
        : base(details) => Tenants = tenants;

    /// <summary>Slugs of the Landkreise that may book it.</summary>
    [MinLength(1), MaxLength(500)]
    public required IReadOnlyList<string> Tenants { get; init; }
}

/// <summary>A moderator whom several Landkreise may book.</summary>
public record SharedModeratorDetails : ModeratorDetails
{
    /// <summary>For serializers.</summary>
    [JsonConstructor]
    public SharedModeratorDetails() { }

    /// <summary>What it is, and who may book it.</summary>
    [SetsRequiredMembers]
    public SharedModeratorDetails(ModeratorDetails details, IReadOnlyList<string> tenants)
        : base(details) => Tenants = tenants;

    /// <summary>Slugs of the Landkreise that may book them.</summary>
    [MinLength(1), MaxLength(500)]
    public required IReadOnlyList<string> Tenants { get; init; }
}

/// <summary>As the operator sees it.</summary>
public sealed record SharedVenueDto : SharedVenueDetails, IVersioned
{
    /// <summary>For serializers.</summary>
    [JsonConstructor]
    public SharedVenueDto() { }

    [SetsRequiredMembers]
    internal SharedVenueDto(SharedResource row)
        : base(row.Venue!, row.TenantSlugs) => (Id, Version) = (row.Id, row.Version);

    /// <summary>Id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required int Version { get; init; }
}

/// <summary>As the operator sees it.</summary>
public sealed record SharedModeratorDto : SharedModeratorDetails, IVersioned
{
    /// <summary>For serializers.</summary>
    [JsonConstructor]
    public SharedModeratorDto() { }

    [SetsRequiredMembers]
    internal SharedModeratorDto(SharedResource row)
        : base(row.Moderator!, row.TenantSlugs) => (Id, Version) = (row.Id, row.Version);

    /// <summary>Id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required int Version { get; init; }
}
