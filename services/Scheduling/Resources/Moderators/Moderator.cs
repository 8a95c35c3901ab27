using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Integrationskonzept.Planning;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Scheduling.Resources.Moderators;

/// <summary>Who moderates events. Only what planning needs; languages are those of the work, nothing about origin or faith.</summary>
public record ModeratorDetails : IAvailable
{
    /// <summary>How the coordinator calls them: a name or a label such as "Moderation A". Only coordinators see it.</summary>
    [Required, MinLength(1), MaxLength(200)]
    public required string Name { get; init; }

    /// <summary>Skills, in words of the Landkreis' own: <c>open-space</c>, <c>easy-language</c>; case does not count.</summary>
    [MaxLength(50)]
    public IReadOnlyList<string> Skills { get; init; } = [];

    /// <summary>Languages in which they moderate (BCP 47): <c>de</c>, <c>ar</c>.</summary>
    [MaxLength(50)]
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>When they are available; always, if none is said.</summary>
    [MaxLength(50)]
    public IReadOnlyList<WeeklyHours> Hours { get; init; } = [];

    /// <summary>When they are not available all the same; without a reason.</summary>
    [MaxLength(200)]
    public IReadOnlyList<DayRange> Absent { get; init; } = [];

    /// <summary>Their fee.</summary>
    public Price Fee { get; init; } = Price.None;

    IReadOnlyList<DayRange> IAvailable.Away => Absent;
    Price IAvailable.Price => Fee;

    internal PlanResource AsResource(Guid id, bool shared) =>
        new()
        {
            Id = id,
            Name = Name,
            Offers = WordSet.Normalize(Skills),
            Languages = WordSet.Normalize(Languages),
            Hours = Hours,
            Away = Absent,
            Price = Fee,
            Shared = shared,
        };
}

/// <summary>A moderator of the Landkreis, or one that several share.</summary>
public sealed record ModeratorDto : ModeratorDetails, IVersioned
{
    /// <summary>For serializers.</summary>
    [JsonConstructor]
    public ModeratorDto() { }

    [SetsRequiredMembers]
    internal ModeratorDto(ModeratorDetails details, Guid id, int version, bool shared)
        : base(details) => (Id, Version, Shared) = (id, version, shared);

    /// <summary>Id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required int Version { get; init; }

    /// <summary>True if several Landkreise share them; then the operator keeps the entry.</summary>
    public required bool Shared { get; init; }
}

/// <summary>A moderator of one Landkreis.</summary>
public sealed class Moderator : Aggregate
{
    public required ModeratorDetails Details { get; set; }

    public ModeratorDto Dto => new(Details, Id, Version, false);
}

sealed class ModeratorTable : IEntityTypeConfiguration<Moderator>
{
    public void Configure(EntityTypeBuilder<Moderator> moderator)
    {
        moderator.Property(row => row.Details).HasJson();
        moderator.Ignore(row => row.Dto);
    }
}
