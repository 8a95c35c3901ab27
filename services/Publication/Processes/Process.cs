using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Publication.Processes;

/// <summary>Where a process stands, in the order in which it goes on.</summary>
public enum Stage
{
    /// <summary>The Kreistag has ordered a concept.</summary>
    Mandated,

    /// <summary>The dates are fixed.</summary>
    Planned,

    /// <summary>Topic areas are open.</summary>
    Participation,

    /// <summary>All topic areas are concluded; the text is being written.</summary>
    Drafting,

    /// <summary>The concept is before the organizations.</summary>
    Submitted,

    /// <summary>An edition can be read.</summary>
    Published,
}

/// <summary>What the public may know of a process. Aggregate id: the mandate's.</summary>
public sealed class Process : Aggregate
{
    public required string Reference { get; init; }
    public required string Subject { get; init; }
    public required DateOnly MandatedOn { get; init; }
    public DateOnly? Deadline { get; init; }
    public Stage Stage { get; private set; } = Stage.Mandated;

    public static Process Of(MandateGranted mandate) =>
        new()
        {
            Id = mandate.AggregateId,
            Reference = mandate.Reference,
            Subject = mandate.Subject,
            MandatedOn = mandate.DecidedOn,
            Deadline = mandate.Deadline,
        };

    /// <summary>Messages may come out of order: a process never goes back by itself.</summary>
    public void Advance(Stage stage)
    {
        if (stage > Stage)
            Stage = stage;
    }

    /// <summary>The organization sent the concept back.</summary>
    public void Return()
    {
        if (Stage == Stage.Submitted)
            Stage = Stage.Drafting;
    }
}

/// <summary>State of a topic area.</summary>
public enum TopicAreaState
{
    Upcoming,
    Open,
    Concluded,
}

/// <summary>A Themenfeld as the public sees it.</summary>
public sealed class PublicTopicArea : ITenantOwned
{
    public string Tenant { get; private set; } = null!;
    public required Guid MandateId { get; init; }
    public required string Key { get; init; }
    public required string Title { get; init; }
    public required int Order { get; init; }
    public TopicAreaState State { get; set; }
}

/// <summary>A Veranstaltung as the public sees it.</summary>
public sealed class PublicEvent : ITenantOwned
{
    public string Tenant { get; private set; } = null!;
    public required Guid EventId { get; init; }
    public required Guid MandateId { get; init; }
    public required int Version { get; set; }
    public required EventDetails Details { get; set; }
    public required DateTimeOffset Start { get; set; }
    public bool Cancelled { get; set; }
    public bool Held { get; set; }
}

sealed class ProcessTables
    : IEntityTypeConfiguration<Process>,
        IEntityTypeConfiguration<PublicTopicArea>,
        IEntityTypeConfiguration<PublicEvent>
{
    public void Configure(EntityTypeBuilder<Process> process) => process.Property(row => row.Stage).HasConversion<string>();

    public void Configure(EntityTypeBuilder<PublicTopicArea> area)
    {
        area.HasKey(row => new
        {
            row.Tenant,
            row.MandateId,
            row.Key,
        });
        area.Property(row => row.State).HasConversion<string>();
    }

    public void Configure(EntityTypeBuilder<PublicEvent> row)
    {
        row.ToTable("public_events").HasKey(item => new { item.Tenant, item.EventId });
        row.Property(item => item.Details).HasJson();
        row.HasIndex(item => new
        {
            item.Tenant,
            item.MandateId,
            item.Start,
        });
    }
}
