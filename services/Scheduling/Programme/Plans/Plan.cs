using Integrationskonzept.Planning;
using Integrationskonzept.Planning.Observances;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Scheduling.Programme.Plans;

/// <summary>How far a plan is.</summary>
public enum PlanState
{
    /// <summary>Can be changed, confirmed or thrown away.</summary>
    Proposed,

    /// <summary>Binding; its events live on by themselves.</summary>
    Confirmed,

    /// <summary>Was binding, until a plan that was made from it took its place.</summary>
    Superseded,
}

/// <summary>Dates for a mandate's programme.</summary>
public sealed class Plan : Aggregate
{
    public required Guid MandateId { get; init; }
    public required PlanTerms Terms { get; init; }

    /// <summary>Ordered by start: as proposed and changed, and since the confirmation as confirmed.</summary>
    public List<PlannedEvent> Events { get; private set; } = [];
    public required decimal Budget { get; init; }
    public PlanState State { get; private set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>The plan that this one was made from, and its events as they were then.</summary>
    public Guid? Replaces { get; init; }
    public List<PlannedEvent>? Was { get; init; }

    /// <summary>Why a binding plan is to change; everybody reads it.</summary>
    public string? Reason { get; init; }

    public void Take(PlanProposal proposal, CivilTime time) =>
        Events = [
            .. proposal.Events.Select(row => new PlannedEvent(
                row.Previous ?? SequentialId.Next(),
                row.Kind,
                row.Title,
                row.TopicArea?.Key,
                row.TopicArea?.Title,
                row.Step,
                time.On(row.Day, row.Start, row.LengthInDays),
                row.Venue?.Name ?? Was?.FirstOrDefault(was => was.Id == row.Previous)?.Venue,
                row.Cost
            )
            {
                VenueId = row.Venue?.Id,
                ModeratorId = row.Moderator?.Id,
                Participants = Terms.NeedOf(row.Kind).Participants,
            }),
        ];

    /// <summary>A proposal whose events were planned before.</summary>
    public static Plan Propose(
        Guid id,
        Guid mandateId,
        PlanTerms terms,
        decimal budget,
        IEnumerable<PlannedEvent> events,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = id,
            MandateId = mandateId,
            Terms = terms,
            Budget = budget,
            CreatedAt = now,
            Events = [.. events],
        };

    /// <summary>Moves or renames one event; what the rules forbid is thrown.</summary>
    public void Change(
        Guid eventId,
        Slot slot,
        string title,
        string? place,
        PlanResource? venue,
        PlanResource? moderator,
        CivilTime time,
        IReadOnlySet<DateOnly> occupied
    )
    {
        RequireProposed();
        var changed = Events.SingleOrDefault(row => row.Id == eventId) ?? throw new NotFoundProblem();
        var others = Events.Where(row => row.Id != eventId).ToList();
        DayRules.Require(
            Terms,
            time.Holidays,
            new(slot.Day, changed.Step),
            [.. others.Select(row => new DayOfStep(row.Slot.Day, row.Step))],
            occupied
        );
        var minutes = (int)(slot.End - slot.Start).TotalMinutes;
        var cost =
            Terms.NeedOf(changed.Kind) is { IsPriced: true } need && (venue ?? moderator) is not null
                ? (venue?.Price.For(minutes) ?? 0) + (moderator?.Price.For(minutes) ?? 0) + need.OtherCosts
                : changed.Cost;
        if (cost > changed.Cost && BudgetLimit.Check(others.Sum(row => row.Cost) + cost, Budget) is { } exceeded)
            throw exceeded;
        Events =
        [
            .. others
                .Append(
                    changed with
                    {
                        Slot = slot,
                        Title = title,
                        Venue = venue?.Name ?? place,
                        VenueId = venue?.Id,
                        ModeratorId = moderator?.Id,
                        Cost = cost,
                    }
                )
                .OrderBy(row => row.Slot.Start),
        ];
    }

    /// <summary>Makes it binding; only once.</summary>
    public void Confirm(DateTimeOffset now)
    {
        RequireProposed();
        State = PlanState.Confirmed;
        ConfirmedAt = now;
    }

    /// <summary>Another one takes its place.</summary>
    public void Supersede() => State = PlanState.Superseded;

    public void RequireProposed()
    {
        if (State != PlanState.Proposed)
            throw new PlanIsConfirmed();
    }

    /// <summary>What is different from the plan that it was made from.</summary>
    public IEnumerable<PlannedChange> Moves(CivilTime time) =>
        from now in Events
        join was in Was ?? [] on now.Id equals was.Id
        where now.DiffersFrom(was)
        select new PlannedChange(
            now.Id,
            now.Title,
            time.Local(was.Slot.Start),
            time.Local(now.Slot.Start),
            was.Venue,
            now.Venue,
            now.ModeratorId != was.ModeratorId
        );
}

sealed class PlanTable : IEntityTypeConfiguration<Plan>
{
    /// <summary>The net below the lock of <see cref="PlanConfirmation"/>: one confirmed plan per mandate.</summary>
    public void Configure(EntityTypeBuilder<Plan> plan)
    {
        plan.Property(row => row.State).HasConversion<string>();
        plan.Property(row => row.Terms).HasJson();
        plan.Property(row => row.Events).HasJson();
        plan.Property(row => row.Was).HasJson();
        plan.HasIndex(row => new { row.Tenant, row.MandateId }).IsUnique().HasFilter("state = 'Confirmed'");
    }
}

/// <summary>It is binding already.</summary>
public sealed class PlanIsConfirmed()
    : ConflictProblem(
        "plan-confirmed",
        new(
            "Dieser Plan ist bestätigt. Ändern Sie nun die einzelnen Veranstaltungen: verlegen, absagen oder als durchgeführt melden.",
            "This plan is confirmed. Change the single events now: reschedule, cancel or report them as held."
        )
    );

/// <summary>Another plan serves the mandate.</summary>
public sealed class MandateIsPlanned()
    : ConflictProblem(
        "mandate-planned",
        new("Für diesen Auftrag ist schon ein anderer Plan bestätigt.", "Another plan of this mandate is confirmed already.")
    );

/// <summary>The mandate's own deadline binds.</summary>
public sealed class DeadlineTooLate(DateOnly deadline)
    : UnprocessableProblem(
        "deadline-too-late",
        new(
            $"Der Auftrag endet am {deadline:dd.MM.yyyy}; eine eigene Frist kann nur früher sein.",
            $"The mandate ends on {deadline:yyyy-MM-dd}; a deadline of one's own can only be earlier."
        )
    );

/// <summary>Work does not begin before it was ordered.</summary>
public sealed class FromTooEarly(DateOnly decidedOn)
    : UnprocessableProblem(
        "from-too-early",
        new(
            $"Der Auftrag wurde am {decidedOn:dd.MM.yyyy} erteilt; der Plan beginnt frühestens am Tag danach.",
            $"The mandate was granted on {decidedOn:yyyy-MM-dd}; the plan begins on the day after at the earliest."
        )
    );

/// <summary>No such faith on file.</summary>
public sealed class FaithUnknown(string faith)
    : InvalidFieldProblem(
        "faiths",
        new(
            $"Zu „{faith}“ sind keine Tage hinterlegt. Bekannt sind: "
                + $"{string.Join(", ", ObservanceCalendar.All.Select(file => file.Faith))}.",
            $"There are no days on file for \"{faith}\". Known are: {string.Join(", ", ObservanceCalendar.All.Select(file => file.Faith))}."
        )
    );

/// <summary>Too early or too late for events.</summary>
public sealed class StartTimesWrong()
    : InvalidFieldProblem(
        "otherStartTimes",
        new("Veranstaltungen beginnen zwischen 07:00 und 20:00 Uhr.", "Events begin between 07:00 and 20:00.")
    );

/// <summary>Numbers out of range.</summary>
public sealed class NeedWrong()
    : InvalidFieldProblem(
        "needs",
        new(
            "Nennen Sie 1 bis 100.000 Teilnehmende und Kosten von 0 bis 1.000.000 Euro.",
            "Give 1 to 100,000 participants, and costs from 0 to 1,000,000 euros."
        )
    );
