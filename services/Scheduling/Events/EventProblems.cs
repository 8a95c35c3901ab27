using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Scheduling.Events;

/// <summary>It is history.</summary>
public sealed class EventIsHeld()
    : ConflictProblem(
        "event-held",
        new(
            "Diese Veranstaltung hat stattgefunden; sie lässt sich nicht mehr verlegen, absagen oder erneut melden.",
            "This event has taken place; it can't be moved, cancelled or reported again."
        )
    );

/// <summary>It will not take place.</summary>
public sealed class EventIsCancelled()
    : ConflictProblem("event-cancelled", new("Diese Veranstaltung ist abgesagt.", "This event is cancelled."));

/// <summary>It can't have been held before it began.</summary>
public sealed class EventNotBegun(DateTimeOffset start)
    : ConflictProblem(
        "event-not-begun",
        new(
            $"Diese Veranstaltung beginnt erst am {start:dd.MM.yyyy}; melden Sie sie danach als durchgeführt.",
            $"This event only begins on {start:yyyy-MM-dd}; report it as held afterwards."
        )
    );

/// <summary>Numbers of people, by group.</summary>
public sealed class AttendanceWrong()
    : InvalidFieldProblem(
        "attendance",
        new("Nennen Sie je Gruppe eine Zahl von 0 bis 100.000.", "Give a number from 0 to 100,000 for each group.")
    );

/// <summary>There is nothing left to confirm.</summary>
public sealed class EventIsConfirmed()
    : ConflictProblem("event-confirmed", new("Diese Veranstaltung ist schon bestätigt.", "This event is confirmed already."));

/// <summary>Nobody said who came, and nobody was checked in.</summary>
public sealed class AttendanceUnknown()
    : UnprocessableProblem(
        "attendance-unknown",
        new(
            "Bei dieser Veranstaltung wurde niemand eingecheckt. Nennen Sie je Gruppe, wie viele da waren.",
            "Nobody was checked in at this event. Say for each group how many came."
        )
    );
