using Integrationskonzept.Contracts;
using Integrationskonzept.Planning;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.Scheduling.Mandates;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Validation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Scheduling.Attendance.Polls;

/// <summary>How far a poll is.</summary>
public enum PollState
{
    /// <summary>People can answer until the deadline.</summary>
    Open,

    /// <summary>A date was chosen; the event exists.</summary>
    Decided,

    /// <summary>Called off without a date.</summary>
    Withdrawn,
}

/// <summary>A question for a date: who can come when.</summary>
public sealed class Poll : Aggregate
{
    public required Guid MandateId { get; init; }
    public required EventKind Kind { get; init; }
    public required string Title { get; set; }
    public string? TopicAreaKey { get; init; }
    public string? Venue { get; init; }

    /// <summary>By start; an option's number is its place here, from 1.</summary>
    public required List<PollOption> Options { get; init; }
    public DateTimeOffset Deadline { get; private set; }
    public PollState State { get; private set; }

    /// <summary>The event that it became.</summary>
    public Guid? EventId { get; private set; }

    public static Poll Open(OpenPoll wish, CivilTime time, DateTimeOffset now)
    {
        var slots = wish.Options.Select(option => time.Read(option.Start, option.End)).OrderBy(slot => slot.Start).ToList();
        if (slots.Distinct().Count() < slots.Count)
            throw new OptionTwice();
        var poll = new Poll
        {
            MandateId = wish.MandateId,
            Kind = wish.Kind,
            Title = wish.Title.Trim(),
            TopicAreaKey = wish.TopicAreaKey,
            Venue = Words.OrNull(wish.Venue),
            Options = [.. slots.Select((slot, index) => new PollOption(index + 1, slot))],
        };
        poll.Extend(wish.Deadline, now);
        return poll;
    }

    /// <summary>Who answers must still be able to come.</summary>
    public void Extend(DateTimeOffset deadline, DateTimeOffset now)
    {
        RequireUndecided();
        if (deadline <= now)
            throw new DeadlinePast();
        if (deadline > Options[0].Slot.Start)
            throw new DeadlineAfterOption(Options[0].Slot.Start);
        Deadline = deadline.ToUniversalTime();
    }

    public bool IsOpen(DateTimeOffset now) => State == PollState.Open && now < Deadline;

    public void RequireOpen(DateTimeOffset now)
    {
        RequireUndecided();
        if (now >= Deadline)
            throw new PollIsOver(Deadline);
    }

    public PollOption Decide(int number, Guid eventId, DateTimeOffset now)
    {
        RequireUndecided();
        State = PollState.Decided;
        EventId = eventId;
        var chosen = Options.FirstOrDefault(option => option.Number == number) ?? throw new OptionUnknown();
        return chosen.Slot.Start > now ? chosen : throw new OptionPast();
    }

    /// <summary>The event that a chosen date becomes: people said when they can come, so nothing is left to settle.</summary>
    internal Event Schedule(Guid id, Mandate mandate, Slot slot, DateTimeOffset now) =>
        new(slot, Venue, now, EventState.Confirmed, id)
        {
            MandateId = mandate.Id,
            Kind = Kind,
            Title = Title,
            TopicAreaKey = TopicAreaKey,
            TopicArea = mandate.TitleOf(TopicAreaKey),
            Step = 0,
            Cost = 0,
        };

    public void Withdraw()
    {
        RequireUndecided();
        State = PollState.Withdrawn;
    }

    void RequireUndecided()
    {
        if (State != PollState.Open)
            throw new PollIsClosed(State);
    }
}

/// <summary>A date to choose from.</summary>
public sealed record PollOption(int Number, Slot Slot);

/// <summary>Whether somebody can come.</summary>
public enum Availability
{
    Yes,
    IfNeedBe,
    No,
}

/// <summary>What somebody answered; who, only as pseudonymous id.</summary>
public sealed class PollAnswer : ITenantOwned
{
    public string Tenant { get; private set; } = null!;
    public required Guid PollId { get; init; }
    public required string Subject { get; init; }
    public Dictionary<int, Availability> Dates { get; set; } = [];
    public DateTimeOffset AnsweredAt { get; set; }
}

sealed class PollTables : IEntityTypeConfiguration<Poll>, IEntityTypeConfiguration<PollAnswer>
{
    public void Configure(EntityTypeBuilder<Poll> poll)
    {
        poll.Property(row => row.Kind).HasConversion<string>();
        poll.Property(row => row.State).HasConversion<string>();
        poll.Property(row => row.Title).HasMaxLength(200);
        poll.Property(row => row.Options).HasJson();
        poll.HasIndex(row => new
        {
            row.Tenant,
            row.MandateId,
            row.Id,
        });
    }

    public void Configure(EntityTypeBuilder<PollAnswer> answer)
    {
        answer.HasKey(row => new
        {
            row.Tenant,
            row.PollId,
            row.Subject,
        });
        answer.HasIndex(row => new { row.Tenant, row.Subject });
        answer.Property(row => row.Subject).HasMaxLength(200);
        answer.Property(row => row.Dates).HasJson();
    }
}
