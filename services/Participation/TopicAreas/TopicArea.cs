using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Integrationskonzept.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Participation.TopicAreas;

/// <summary>How far a topic area is.</summary>
public enum TopicAreaState
{
    /// <summary>Its time has not come.</summary>
    Upcoming,

    /// <summary>People contribute, give points, and the record is written.</summary>
    Open,

    /// <summary>Its results are final.</summary>
    Concluded,
}

/// <summary>A Themenfeld of a mandate.</summary>
public sealed class TopicArea : Aggregate
{
    /// <summary>People can contribute from four weeks before the first workshop.</summary>
    public static readonly TimeSpan Lead = TimeSpan.FromDays(28);

    public required Guid MandateId { get; init; }
    public required string Key { get; init; }
    public required string Title { get; init; }
    public required int Order { get; init; }
    public TopicAreaState State { get; private set; } = TopicAreaState.Upcoming;
    public DateTimeOffset? OpensAt { get; private set; }
    public DateTimeOffset? LastWorkshopAt { get; private set; }

    /// <summary>When the giving of points ended; before that nobody sees how many there are.</summary>
    public DateTimeOffset? PrioritisationClosedAt { get; private set; }

    /// <summary>Takes the dates of a confirmed plan; true if the topic area is to open now.</summary>
    public bool Plan(IReadOnlyList<EventDetails> workshops, DateTimeOffset now)
    {
        if (workshops.Count == 0 || State != TopicAreaState.Upcoming)
            return false;
        OpensAt = workshops.Min(workshop => workshop.Start) - Lead;
        LastWorkshopAt = workshops.Max(workshop => workshop.End);
        return OpensAt <= now;
    }

    /// <summary>Opens it; a second time changes nothing.</summary>
    public TopicAreaOpened? Open()
    {
        if (State == TopicAreaState.Concluded)
            throw new TopicAreaIsConcluded(Title);
        if (State == TopicAreaState.Open)
            return null;
        State = TopicAreaState.Open;
        return new()
        {
            MandateId = MandateId,
            Key = Key,
            Title = Title,
        };
    }

    /// <summary>Ends it, and the giving of points with it; only once.</summary>
    public void Conclude(DateTimeOffset now)
    {
        RequireOpen();
        State = TopicAreaState.Concluded;
        PrioritisationClosedAt ??= now;
    }

    /// <summary>No more points, and all see how many there are; true if it was open.</summary>
    public bool ClosePrioritisation(DateTimeOffset now)
    {
        RequireOpen();
        var wasOpen = PrioritisationClosedAt is null;
        PrioritisationClosedAt ??= now;
        return wasOpen;
    }

    /// <summary>Points can be given again, and nobody sees them.</summary>
    public void ReopenPrioritisation()
    {
        RequireOpen();
        PrioritisationClosedAt = null;
    }

    public void RequirePointsOpen()
    {
        RequireOpen();
        if (PrioritisationClosedAt is not null)
            throw new PrioritisationIsClosed();
    }

    public void RequireNotConcluded()
    {
        if (State == TopicAreaState.Concluded)
            throw new TopicAreaIsConcluded(Title);
    }

    public void RequireOpen()
    {
        RequireNotConcluded();
        if (State == TopicAreaState.Upcoming)
            throw new TopicAreaNotOpen(Title, OpensAt);
    }
}

/// <summary>
/// That a topic area is to open at a time. Carries the tenant as data, without a policy, so that one worker sees what is due of all.
/// </summary>
public sealed class Opening : IDue
{
    public required Guid TopicAreaId { get; init; }
    public required string TenantSlug { get; init; }
    public required DateTimeOffset DueAt { get; set; }
    Guid IDue.DueId => TopicAreaId;
}

sealed class TopicAreaTables : IEntityTypeConfiguration<TopicArea>, IEntityTypeConfiguration<Opening>
{
    public void Configure(EntityTypeBuilder<TopicArea> area)
    {
        area.Property(row => row.State).HasConversion<string>();
        area.HasIndex(row => new
            {
                row.Tenant,
                row.MandateId,
                row.Key,
            })
            .IsUnique();
    }

    public void Configure(EntityTypeBuilder<Opening> opening)
    {
        opening.HasKey(row => row.TopicAreaId);
        opening.HasIndex(row => row.DueAt);
    }
}

/// <summary>Its results are final.</summary>
public sealed class TopicAreaIsConcluded(string title)
    : ConflictProblem(
        "topic-area-concluded",
        new(
            $"Das Themenfeld „{title}“ ist abgeschlossen; sein Ergebnis ändert sich nicht mehr.",
            $"The topic area \"{title}\" is concluded; its results don't change any more."
        )
    );

/// <summary>Its time has not come.</summary>
public sealed class TopicAreaNotOpen(string title, DateTimeOffset? opensAt)
    : ConflictProblem(
        "topic-area-not-open",
        new(
            $"Das Themenfeld „{title}“ ist noch nicht geöffnet. "
                + $"{(opensAt is { } at ? $"Es öffnet am {at:dd.MM.yyyy}." : "Sein Termin steht noch nicht fest.")}",
            $"The topic area \"{title}\" is not open yet. "
                + $"{(opensAt is { } day ? $"It opens on {day:yyyy-MM-dd}." : "Its date is not fixed yet.")}"
        )
    );

/// <summary>What people find important is known.</summary>
public sealed class PrioritisationIsClosed()
    : ConflictProblem(
        "prioritisation-closed",
        new(
            "In diesem Themenfeld werden keine Punkte mehr vergeben; das Ergebnis steht bei den Beiträgen.",
            "No more points are given in this topic area; the result is at its contributions."
        )
    );
