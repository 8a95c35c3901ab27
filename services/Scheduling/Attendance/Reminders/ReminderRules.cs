using System.ComponentModel.DataAnnotations;
using Integrationskonzept.Planning;
using Integrationskonzept.Scheduling.Events;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Http;
using Integrationskonzept.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace Integrationskonzept.Scheduling.Attendance.Reminders;

/// <summary>What a reminder's time is reckoned from.</summary>
public enum ReminderAnchor
{
    /// <summary>Before the event's start.</summary>
    BeforeStart,

    /// <summary>After its end: thanks.</summary>
    AfterEnd,
}

/// <param name="When">Before the start, or after the end.</param>
/// <param name="Days">Days on the calendar of the Landkreis: at the same time of day, also across the change of the clocks.</param>
/// <param name="Hours">Hours besides.</param>
public sealed record ReminderRule(ReminderAnchor When, [Range(0, 365)] int Days, [Range(0, 23)] int Hours = 0)
{
    internal string Key => $"{When}-{Days}d{Hours}h";

    internal DateTimeOffset DueAt(Event row, CivilTime time)
    {
        var (anchor, sign) = When == ReminderAnchor.BeforeStart ? (row.Start, -1) : (row.End, 1);
        var day = Instant.FromDateTimeOffset(anchor).InZone(time.Zone).LocalDateTime.PlusDays(sign * Days);
        return time.Zone.AtLeniently(day).Plus(Duration.FromHours(sign * Hours)).ToInstant().ToDateTimeOffset();
    }
}

/// <param name="Rules">At most ten; none: nobody is reminded.</param>
public sealed record SetReminders([Required, MaxLength(10)] IReadOnlyList<ReminderRule> Rules);

/// <summary>When people are reminded.</summary>
public sealed record RemindersDto : IVersioned
{
    /// <inheritdoc/>
    public required int Version { get; init; }

    /// <summary>The rules that hold.</summary>
    public required IReadOnlyList<ReminderRule> Rules { get; init; }
}

/// <summary>Rules of a Landkreis, or of one event, whose id it then has.</summary>
public sealed class ReminderSettings : Aggregate
{
    /// <summary>Those for every event without rules of its own.</summary>
    public static readonly Guid OfLandkreis = new("00000000-0000-7000-8000-000000000002");

    /// <summary>A week and a day before; thanks on the day after.</summary>
    public static readonly IReadOnlyList<ReminderRule> Usual =
    [
        new(ReminderAnchor.BeforeStart, 7),
        new(ReminderAnchor.BeforeStart, 1),
        new(ReminderAnchor.AfterEnd, 0, 18),
    ];

    public List<ReminderRule> Rules { get; set; } = [];

    public static ReminderSettings Begin(Guid id) => new() { Id = id };
}

/// <summary>
/// That those who take part are to be reminded; re-dated when the event moves. Carries the tenant as data, without a policy, so that one
/// worker sees all.
/// </summary>
public sealed class EventReminder : IDue
{
    public Guid Id { get; init; } = SequentialId.Next();
    public required string TenantSlug { get; init; }
    public required Guid EventId { get; init; }
    public required string Rule { get; init; }
    public required ReminderAnchor Anchor { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public DateTimeOffset? DoneAt { get; set; }
    Guid IDue.DueId => Id;
}

sealed class ReminderTables : IEntityTypeConfiguration<ReminderSettings>, IEntityTypeConfiguration<EventReminder>
{
    public void Configure(EntityTypeBuilder<ReminderSettings> settings)
    {
        settings.ToTable("reminder_settings");
        settings.Property(row => row.Rules).HasJson();
    }

    public void Configure(EntityTypeBuilder<EventReminder> reminder)
    {
        reminder.Property(row => row.Id).ValueGeneratedNever();
        reminder.Property(row => row.TenantSlug).HasMaxLength(63);
        reminder.Property(row => row.Rule).HasMaxLength(40);
        reminder.Property(row => row.Anchor).HasConversion<string>();
        reminder
            .HasIndex(row => new
            {
                row.TenantSlug,
                row.EventId,
                row.Rule,
            })
            .IsUnique();
        reminder.HasIndex(row => row.DueAt).HasFilter("done_at is null");
    }
}
