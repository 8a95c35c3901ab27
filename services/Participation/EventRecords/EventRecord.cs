using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Participation.EventRecords;

/// <summary>How far the record of an event is.</summary>
public enum RecordStage
{
    /// <summary>It is taken down while people talk: from the board and by hand. Only staff see it.</summary>
    Capture,

    /// <summary>It is put into words that hold. Only staff see it.</summary>
    Editing,

    /// <summary>Those who were there read it and say what is wrong.</summary>
    Corrections,

    /// <summary>It does not change any more; all who take part read it.</summary>
    Locked,
}

/// <param name="Id">Stays when its words change; that of the card or group which it was captured from.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">In the words of the record, up to 4,000 characters.</param>
/// <param name="ContributionIds">The contributions behind it.</param>
public sealed record RecordEntry(Guid Id, ContributionKind Kind, string Text, IReadOnlyList<Guid> ContributionIds);

/// <summary>The Protokoll of an event. Its id is the event's; it comes into being with the event, and is empty then.</summary>
public sealed class EventRecord : Aggregate
{
    public required Guid MandateId { get; init; }
    public Guid? TopicAreaId { get; private set; }
    public EventKind Kind { get; private set; }
    public string Title { get; private set; } = "";
    public DateTimeOffset StartsAt { get; private set; }
    public DateTimeOffset EndsAt { get; private set; }
    public bool IsCancelled { get; private set; }
    public bool IsHeld { get; private set; }

    /// <summary>Version of the event that is known; 0 from a plan alone.</summary>
    public int EventVersion { get; private set; }

    /// <summary>Version of the event with which it was last told who was there.</summary>
    public int PresenceVersion { get; private set; }
    public Dictionary<StakeholderGroup, int> Attendance { get; private set; } = [];
    public int? NoShows { get; private set; }
    public RecordStage Stage { get; private set; } = RecordStage.Capture;
    public string Summary { get; private set; } = "";
    public List<RecordEntry> Entries { get; private set; } = [];
    public List<string> OpenQuestions { get; private set; } = [];

    /// <summary>Until when those who were there can say what is wrong.</summary>
    public DateTimeOffset? CorrectionsUntil { get; private set; }
    public DateTimeOffset? LockedAt { get; private set; }

    public bool IsEmpty => Summary.Length == 0 && Entries.Count == 0 && OpenQuestions.Count == 0;

    /// <summary>People can still be asked to come: it has not begun, whether or not anybody has reported it.</summary>
    public bool IsAhead(DateTimeOffset now) => !IsHeld && !IsCancelled && now < StartsAt;

    public static EventRecord Of(EventDetails details, Guid mandateId, Guid? topicAreaId)
    {
        var record = new EventRecord { Id = details.EventId, MandateId = mandateId };
        record.Be(details, topicAreaId);
        return record;
    }

    /// <summary>As the event is now; what comes late changes nothing.</summary>
    public void Follow(EventFact fact, Guid? topicAreaId)
    {
        if (fact.Version <= EventVersion)
            return;
        EventVersion = fact.Version;
        Be(fact.Event, topicAreaId);
        IsCancelled = fact is EventCancelled;
        if (fact is not EventHeld held)
            return;
        IsHeld = true;
        Attendance = new(held.Attendance);
        NoShows = held.NoShows;
    }

    /// <summary>True if who was there is to be noted: it is news, and somebody can still correct.</summary>
    public bool TakePresence(int version)
    {
        if (version <= PresenceVersion || Stage == RecordStage.Locked)
            return false;
        PresenceVersion = version;
        return true;
    }

    void Be(EventDetails details, Guid? topicAreaId) =>
        (Kind, Title, StartsAt, EndsAt, TopicAreaId) = (details.Kind, details.Title, details.Start, details.End, topicAreaId);

    public void Write(string summary, IEnumerable<RecordEntry> entries, IEnumerable<string> openQuestions)
    {
        RequireNotLocked();
        Summary = summary.Trim();
        Entries = [.. entries];
        OpenQuestions = [.. openQuestions];
    }

    public void RequireNotLocked()
    {
        if (Stage == RecordStage.Locked)
            throw new EventRecordIsLocked();
    }

    public void RequireCorrectable(DateTimeOffset now)
    {
        RequireNotLocked();
        if (Stage != RecordStage.Corrections || now > CorrectionsUntil)
            throw new CorrectionsNotOpen();
    }

    public void Edit()
    {
        RequireStage(RecordStage.Capture);
        Stage = RecordStage.Editing;
    }

    /// <summary>Opens it to those who were there, or gives them more time.</summary>
    public void OpenForCorrections(DateTimeOffset until)
    {
        if (Stage != RecordStage.Corrections)
            RequireStage(RecordStage.Editing);
        if (!IsHeld)
            throw new EventNotHeldYet();
        if (IsEmpty)
            throw new EventRecordIsEmpty();
        (Stage, CorrectionsUntil) = (RecordStage.Corrections, until);
    }

    /// <summary>The last stage. Without anybody who could correct it, it comes right after editing.</summary>
    public void Lock(bool canBeCorrected, DateTimeOffset now)
    {
        if (Stage != RecordStage.Corrections)
            RequireStage(RecordStage.Editing);
        if (Stage == RecordStage.Editing && canBeCorrected)
            throw new RecordNotCorrected();
        if (!IsHeld)
            throw new EventNotHeldYet();
        if (IsEmpty)
            throw new EventRecordIsEmpty();
        (Stage, LockedAt) = (RecordStage.Locked, now);
    }

    void RequireStage(RecordStage stage)
    {
        RequireNotLocked();
        if (Stage != stage)
            throw new RecordStageOutOfOrder(Stage);
    }
}

sealed class EventRecordTable : IEntityTypeConfiguration<EventRecord>
{
    public void Configure(EntityTypeBuilder<EventRecord> record)
    {
        record.Property(row => row.Kind).HasConversion<string>();
        record.Property(row => row.Stage).HasConversion<string>();
        record.Property(row => row.Entries).HasJson();
        record.Property(row => row.OpenQuestions).HasJson();
        record.Property(row => row.Attendance).HasJson();
        record.Ignore(row => row.IsEmpty);
        record.HasIndex(row => new
        {
            row.Tenant,
            row.TopicAreaId,
            row.Id,
        });
    }
}
