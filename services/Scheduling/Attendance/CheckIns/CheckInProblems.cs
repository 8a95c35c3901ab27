using Integrationskonzept.Scheduling.Attendance.Registrations;
using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Scheduling.Attendance.CheckIns;

/// <summary>Forged, damaged or withdrawn.</summary>
public sealed class TicketInvalid()
    : UnprocessableProblem(
        "ticket-invalid",
        new(
            "Dieses Ticket gilt nicht. Suchen Sie die Person in der Liste, oder nehmen Sie sie als Gast ohne Anmeldung auf.",
            "This ticket is not valid. Find the person in the list, or take them in as a guest without registration."
        )
    );

/// <summary>A ticket for something else.</summary>
public sealed class TicketOfOtherEvent()
    : UnprocessableProblem(
        "ticket-other-event",
        new("Dieses Ticket gehört zu einer anderen Veranstaltung.", "This ticket belongs to another event.")
    );

/// <summary>Registered, but without a confirmed seat.</summary>
public sealed class NotAParticipant(RegistrationState state)
    : ConflictProblem(
        "not-a-participant",
        new(
            $"Diese Anmeldung ist nicht bestätigt (Stand: {state}). Die Koordination kann entscheiden, ob noch Platz ist.",
            $"This registration is not confirmed (state: {state}). The coordinator can decide whether there is room."
        )
    )
{
    public RegistrationState State { get; } = state;
}

/// <summary>The device's clock is wrong, or it is another day.</summary>
public sealed class ScanOutsideOfEvent(DateTimeOffset start, DateTimeOffset end)
    : UnprocessableProblem(
        "scan-outside-of-event",
        new(
            $"Diese Zeit liegt nicht bei der Veranstaltung ({start:dd.MM.yyyy HH:mm} bis {end:HH:mm} Uhr). Prüfen Sie die Uhr des Geräts.",
            $"This time is not at the event ({start:yyyy-MM-dd HH:mm} to {end:HH:mm}). Check the device's clock."
        )
    );

/// <summary>No chair is left.</summary>
public sealed class HouseFull(int capacity)
    : ConflictProblem(
        "event-full",
        new(
            $"Alle {capacity} Plätze sind besetzt. Mehr Menschen dürfen nicht in den Raum.",
            $"All {capacity} seats are taken. No more people may be in the room."
        )
    );

/// <summary>It says too much, or nothing.</summary>
public sealed class ScanUnclear()
    : UnprocessableProblem(
        "scan-unclear",
        new(
            "Ein Scan nennt genau eines: ein Ticket, eine Anmeldung oder einen Gast.",
            "A scan names exactly one thing: a ticket, a registration or a walk-in."
        )
    );

/// <summary>The same id was used for something else.</summary>
public sealed class ScanIdUsed()
    : ConflictProblem(
        "scan-id-used",
        new(
            "Diese Kennung hat schon ein anderer Scan. Das Gerät muss jedem Scan eine neue geben.",
            "Another scan has this id. The device must give each scan a new one."
        )
    );

/// <summary>It was called off.</summary>
public sealed class TooManyLists()
    : ConflictProblem(
        "too-many-lists",
        new($"Eine Veranstaltung hat höchstens {CheckInTables.MostLists} Listen.", $"An event has at most {CheckInTables.MostLists} lists.")
    );

/// <summary>Somebody was checked in on it.</summary>
public sealed class ListInUse()
    : ConflictProblem(
        "list-in-use",
        new("Auf dieser Liste wurde schon jemand eingecheckt; sie bleibt.", "Somebody was checked in on this list; it stays.")
    );

/// <summary>Only those who take part have one.</summary>
public sealed class NoTicket(RegistrationState state)
    : ConflictProblem(
        "no-ticket",
        new(
            $"Ein Ticket gibt es zu bestätigten Anmeldungen (Stand: {state}).",
            $"There is a ticket for confirmed registrations (state: {state})."
        )
    );
