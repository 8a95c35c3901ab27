using System.ComponentModel.DataAnnotations;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Scheduling.Programme.Sittings;

/// <summary>A sitting of a body (Sitzung des Kreistags, des Kreisausschusses, …).</summary>
public sealed class Sitting : Aggregate
{
    /// <summary>Key of the body among the tenant's committees.</summary>
    public required string Committee { get; set; }
    public required DateOnly On { get; set; }
}

sealed class SittingTable : IEntityTypeConfiguration<Sitting>
{
    public const string Once = "ix_sittings_once";

    public void Configure(EntityTypeBuilder<Sitting> sitting) =>
        sitting
            .HasIndex(
                row => new
                {
                    row.Tenant,
                    row.Committee,
                    row.On,
                },
                Once
            )
            .HasDatabaseName(Once)
            .IsUnique();
}

/// <param name="Committee">Key of the body, as the Landkreis is registered with: <c>kreistag</c>.</param>
/// <param name="On">Day of the sitting.</param>
public sealed record SetSitting([Required, MaxLength(63)] string Committee, DateOnly On);

/// <summary>A sitting.</summary>
public sealed record SittingDto : IVersioned
{
    /// <summary>Id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required int Version { get; init; }

    /// <summary>Key of the body.</summary>
    public required string Committee { get; init; }

    /// <summary>Day of the sitting.</summary>
    public required DateOnly On { get; init; }

    internal static SittingDto From(Sitting row) =>
        new()
        {
            Id = row.Id,
            Version = row.Version,
            Committee = row.Committee,
            On = row.On,
        };
}

/// <summary>The Landkreis has no such body.</summary>
public sealed class CommitteeUnknown(string key)
    : UnprocessableProblem(
        "committee-unknown",
        new($"Ein Gremium „{key}“ hat dieser Landkreis nicht.", $"This Landkreis has no body \"{key}\".")
    );

/// <summary>It is on file already.</summary>
public sealed class SittingKnown()
    : ConflictProblem("sitting-known", new("Diese Sitzung ist schon eingetragen.", "This sitting is on file already."));

/// <summary>A body would have to sit, and no sitting is on file.</summary>
public sealed class NoSitting(string committee, DateOnly by, bool exactly)
    : UnprocessableProblem(
        "no-sitting",
        new(
            exactly
                ? $"Für den {by:dd.MM.yyyy} ist keine Sitzung eingetragen ({committee})."
                : $"Bis zum {by:dd.MM.yyyy} ist keine Sitzung eingetragen ({committee}). Tragen Sie die Sitzungen unter …/sittings ein.",
            exactly
                ? $"No sitting is on file for {by:yyyy-MM-dd} ({committee})."
                : $"No sitting is on file by {by:yyyy-MM-dd} ({committee}). Enter the sittings under …/sittings."
        )
    );
