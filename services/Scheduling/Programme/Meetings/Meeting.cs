using System.ComponentModel.DataAnnotations;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Scheduling.Programme.Meetings;

/// <summary>A meeting of an organization (Sitzung des Kreistags, des Kreisausschusses, …).</summary>
public sealed class Meeting : Aggregate
{
    /// <summary>Key of the organization among the tenant's organizations.</summary>
    public required string Organization { get; set; }
    public required DateOnly On { get; set; }
}

sealed class MeetingTable : IEntityTypeConfiguration<Meeting>
{
    public const string Once = "ix_meetings_once";

    public void Configure(EntityTypeBuilder<Meeting> meeting) =>
        meeting
            .HasIndex(
                row => new
                {
                    row.Tenant,
                    row.Organization,
                    row.On,
                },
                Once
            )
            .HasDatabaseName(Once)
            .IsUnique();
}

/// <param name="Organization">Key of the organization, as the Landkreis is registered with: <c>kreistag</c>.</param>
/// <param name="On">Day of the meeting.</param>
public sealed record SetMeeting([Required, MaxLength(63)] string Organization, DateOnly On);

/// <summary>A meeting.</summary>
public sealed record MeetingDto : IVersioned
{
    /// <summary>Id.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required int Version { get; init; }

    /// <summary>Key of the organization.</summary>
    public required string Organization { get; init; }

    /// <summary>Day of the meeting.</summary>
    public required DateOnly On { get; init; }

    internal static MeetingDto From(Meeting row) =>
        new()
        {
            Id = row.Id,
            Version = row.Version,
            Organization = row.Organization,
            On = row.On,
        };
}

/// <summary>The Landkreis has no such organization.</summary>
public sealed class OrganizationUnknown(string key)
    : UnprocessableProblem(
        "organization-unknown",
        new($"Ein Gremium „{key}“ hat dieser Landkreis nicht.", $"This Landkreis has no organization \"{key}\".")
    );

/// <summary>It is on file already.</summary>
public sealed class MeetingKnown()
    : ConflictProblem("meeting-known", new("Diese Sitzung ist schon eingetragen.", "This meeting is on file already."));

/// <summary>An organization would have to meet, and no meeting is on file.</summary>
public sealed class NoMeeting(string organization, DateOnly by, bool exactly)
    : UnprocessableProblem(
        "no-meeting",
        new(
            exactly
                ? $"Für den {by:dd.MM.yyyy} ist keine Sitzung eingetragen ({organization})."
                : $"Bis zum {by:dd.MM.yyyy} ist keine Sitzung eingetragen ({organization}). "
                    + "Tragen Sie die Sitzungen unter …/meetings ein.",
            exactly
                ? $"No meeting is on file for {by:yyyy-MM-dd} ({organization})."
                : $"No meeting is on file by {by:yyyy-MM-dd} ({organization}). Enter the meetings under …/meetings."
        )
    );
