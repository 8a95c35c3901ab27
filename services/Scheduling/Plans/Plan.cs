using Integrationskonzept.Contracts;
using Integrationskonzept.Scheduling.Observances;
using Integrationskonzept.Scheduling.Planning;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Scheduling.Plans;

/// <summary>How far a plan is.</summary>
public enum PlanState
{
    /// <summary>Can be changed, confirmed or thrown away.</summary>
    Proposed,
    /// <summary>Binding; its events live on by themselves.</summary>
    Confirmed,
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

    public void Take(PlanProposal proposal, CivilTime time) => Events = [.. proposal.Events.Select(row => new PlannedEvent(
        SequentialId.Next(), row.Kind, row.Title, row.TopicArea?.Key, row.TopicArea?.Title, row.Step,
        time.On(row.Day, row.Start, row.LengthInDays), null, row.Cost))];

    /// <summary>Moves or renames one event; what the rules forbid is thrown.</summary>
    public void Change(Guid eventId, Slot slot, string title, string? venue, CivilTime time, IReadOnlySet<DateOnly> occupied)
    {
        RequireProposed();
        var changed = Events.SingleOrDefault(row => row.Id == eventId) ?? throw new NotFoundProblem();
        var others = Events.Where(row => row.Id != eventId).ToList();
        DayRules.Require(Terms, time.Holidays, new(slot.Day, changed.Step), [.. others.Select(row => new DayOfStep(row.Slot.Day, row.Step))], occupied);
        Events = [.. others.Append(changed with { Slot = slot, Title = title, Venue = venue }).OrderBy(row => row.Slot.Start)];
    }

    /// <summary>Makes it binding; only once.</summary>
    public void Confirm(DateTimeOffset now)
    {
        RequireProposed();
        (State, ConfirmedAt) = (PlanState.Confirmed, now);
    }

    public void RequireProposed()
    {
        if (State == PlanState.Confirmed) throw new PlanIsConfirmed();
    }
}

/// <summary>An event of a plan. Keeps its id when the plan is confirmed.</summary>
public sealed record PlannedEvent(
    Guid Id, EventKind Kind, string Title, string? TopicAreaKey, string? TopicArea, int Step, Slot Slot, string? Venue, decimal Cost)
{
    /// <summary>As the planner sees it.</summary>
    internal ProposedEvent AsProposed(CivilTime time) => new(
        Kind, Title, TopicAreaKey is { } key ? new(key, TopicArea ?? key) : null, Step, Slot.Day,
        (decimal)((Slot.End - Slot.Start) / CivilTime.WholeDay), Cost, TimeOnly.FromDateTime(time.Local(Slot.Start).DateTime));
}

sealed class PlanTable : IEntityTypeConfiguration<Plan>
{
    /// <summary>The net below the lock of <see cref="PlanConfirmation"/>: one confirmed plan per mandate.</summary>
    public void Configure(EntityTypeBuilder<Plan> plan)
    {
        plan.Property(row => row.State).HasConversion<string>();
        plan.Property(row => row.Terms).HasJson();
        plan.Property(row => row.Events).HasJson();
        plan.HasIndex(row => new { row.Tenant, row.MandateId }).IsUnique().HasFilter("state = 'Confirmed'");
    }
}

/// <summary>It is binding already.</summary>
public sealed class PlanIsConfirmed() : ConflictProblem("plan-confirmed", new(
    "Dieser Plan ist bestätigt. Ändern Sie nun die einzelnen Veranstaltungen: verlegen, absagen oder als durchgeführt melden.",
    "This plan is confirmed. Change the single events now: reschedule, cancel or report them as held."));

/// <summary>Another plan serves the mandate.</summary>
public sealed class MandateIsPlanned() : ConflictProblem("mandate-planned", new(
    "Für diesen Auftrag ist schon ein anderer Plan bestätigt.", "Another plan of this mandate is confirmed already."));

/// <summary>The mandate's own deadline binds.</summary>
public sealed class DeadlineTooLate(DateOnly deadline) : UnprocessableProblem("deadline-too-late", new(
    $"Der Auftrag endet am {deadline:dd.MM.yyyy}; eine eigene Frist kann nur früher sein.",
    $"The mandate ends on {deadline:yyyy-MM-dd}; a deadline of one's own can only be earlier."));

/// <summary>Work does not begin before it was ordered.</summary>
public sealed class FromTooEarly(DateOnly decidedOn) : UnprocessableProblem("from-too-early", new(
    $"Der Auftrag wurde am {decidedOn:dd.MM.yyyy} erteilt; der Plan beginnt frühestens am Tag danach.",
    $"The mandate was granted on {decidedOn:yyyy-MM-dd}; the plan begins on the day after at the earliest."));

/// <summary>No such faith on file.</summary>
public sealed class FaithUnknown(string faith) : InvalidFieldProblem("faiths", new(
    $"Zu „{faith}“ sind keine Tage hinterlegt. Bekannt sind: {string.Join(", ", ObservanceCalendar.All.Select(file => file.Faith))}.",
    $"There are no days on file for \"{faith}\". Known are: {string.Join(", ", ObservanceCalendar.All.Select(file => file.Faith))}."));

/// <summary>Too early or too late for events.</summary>
public sealed class StartTimesWrong() : InvalidFieldProblem("otherStartTimes", new(
    "Veranstaltungen beginnen zwischen 07:00 und 20:00 Uhr.", "Events begin between 07:00 and 20:00."));
