using Integrationskonzept.Contracts;
using Integrationskonzept.Scheduling.Holidays;
using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Scheduling.Planning;

/// <summary>All that a plan depends on; the same request always leads to the same outcome.</summary>
public sealed record PlanRequest
{
    /// <summary>Topic areas in the order in which they are worked on.</summary>
    public required IReadOnlyList<MandatedTopicArea> TopicAreas { get; init; }

    /// <summary>What is to be held.</summary>
    public required IReadOnlyList<ProgrammeItem> Programme { get; init; }

    /// <summary>A topic area begins this many months after the one before.</summary>
    public required int MonthsPerTopicArea { get; init; }

    /// <summary>Money granted, in euros.</summary>
    public required decimal Budget { get; init; }

    /// <summary>Last possible day.</summary>
    public DateOnly? Deadline { get; init; }

    /// <summary>First day of the work.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Days of preparation between <see cref="From"/> and the first event.</summary>
    public int PreparationDays { get; init; } = 21;

    /// <summary>Two events lie at least this many days apart; 1 means on different days.</summary>
    public int MinDaysBetween { get; init; } = 1;

    /// <summary>Days that are blocked or have another event.</summary>
    public required IReadOnlySet<DateOnly> Unavailable { get; init; }

    /// <summary>Holidays of the tenant's state.</summary>
    public required HolidayCalendar Holidays { get; init; }
}

/// <param name="Kind">Kind.</param>
/// <param name="Title">Title as people read it.</param>
/// <param name="TopicArea">The topic area that it works on.</param>
/// <param name="Step">Position in the process: 0 for the kickoff, then the topic areas from 1; a later step is never before an earlier one.</param>
/// <param name="Day">Day, in the tenant's zone.</param>
/// <param name="LengthInDays">1 is a whole day.</param>
/// <param name="Cost">Euros.</param>
public sealed record ProposedEvent(
    EventKind Kind, string Title, MandatedTopicArea? TopicArea, int Step, DateOnly Day, decimal LengthInDays, decimal Cost);

/// <summary>What comes of a request: a <see cref="PlanProposal"/> that keeps every rule, or a <see cref="PlanRefusal"/>.</summary>
public abstract record PlanOutcome;

/// <param name="Events">In order of time.</param>
public sealed record PlanProposal(IReadOnlyList<ProposedEvent> Events) : PlanOutcome;

/// <param name="Why">What does not fit, and what would.</param>
public sealed record PlanRefusal(Problem Why) : PlanOutcome;
