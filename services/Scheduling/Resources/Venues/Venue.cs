using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Integrationskonzept.Planning;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Scheduling.Resources.Venues;

/// <summary>A place for events (Ort, Raum).</summary>
public record VenueDetails : IAvailable
{
    /// <summary>Name, as people read it in an invitation.</summary>
    [Required, MinLength(1), MaxLength(200)]
    public required string Name { get; init; }

    /// <summary>Address.</summary>
    [MaxLength(300)]
    public string? Address { get; init; }

    /// <summary>People that it holds.</summary>
    [Range(1, 100_000)]
    public required int Capacity { get; init; }

    /// <summary>
    /// Equipment and access, in words of the Landkreis' own: <c>beamer</c>, <c>induktionsschleife</c>, <c>stufenlos</c>; case does not
    /// count.
    /// </summary>
    [MaxLength(50)]
    public IReadOnlyList<string> Equipment { get; init; } = [];

    /// <summary>When it is open; always, if none is said.</summary>
    [MaxLength(50)]
    public IReadOnlyList<WeeklyHours> Hours { get; init; } = [];

    /// <summary>When it is closed all the same.</summary>
    [MaxLength(200)]
    public IReadOnlyList<DayRange> Closed { get; init; } = [];

    /// <summary>What it costs.</summary>
    public Price Price { get; init; } = Price.None;

    IReadOnlyList<DayRange> IAvailable.Away => Closed;

    internal PlanResource AsResource(Guid id, bool shared) =>
        new()
        {
            Id = id,
            Name = Name,
            Capacity = Capacity,
            Offers = WordSet.Normalize(Equipment),
            Hours = Hours,
            Away = Closed,
            Price = Price,
            Shared = shared,
        };
}

/// <summary>A venue of the Landkreis, or one that several share.</summary>
public sealed record VenueDto : VenueDetails, IVersioned
{
    /// <summary>For serializers.</summary>
    [JsonConstructor]
    public VenueDto() { }

    [SetsRequiredMembers]
    internal VenueDto(VenueDetails details, Guid id, int version, bool shared)
        : base(details) => (Id, Version, Shared) = (id, version, shared);

    /// <summary>Id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required int Version { get; init; }

    /// <summary>True if several Landkreise share it; then the operator keeps it.</summary>
    public required bool Shared { get; init; }
}

/// <summary>A venue of one Landkreis.</summary>
public sealed class Venue : Aggregate
{
    public required VenueDetails Details { get; set; }

    public VenueDto Dto => new(Details, Id, Version, false);
}

sealed class VenueTable : IEntityTypeConfiguration<Venue>
{
    public void Configure(EntityTypeBuilder<Venue> venue)
    {
        venue.Property(row => row.Details).HasJson();
        venue.Ignore(row => row.Dto);
    }
}
