using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Scheduling.Attendance.Registrations;

/// <summary>Nobody has opened it for registration.</summary>
public sealed class RegistrationNotSetUp()
    : NotFoundProblem(
        "registration-not-set-up",
        new(
            "Diese Veranstaltung hat keine Anmeldung. Die Koordination richtet sie mit PUT …/registration und If-None-Match: * ein.",
            "This event has no registration. The coordinator sets it up by PUT …/registration with If-None-Match: *."
        )
    );

/// <summary>Numbers of seats, by group.</summary>
public sealed class ReservedWrong()
    : InvalidFieldProblem(
        "reserved",
        new(
            $"Nennen Sie je Gruppe eine Zahl von 0 bis {SetRegistration.MostSeats}.",
            $"Give a number from 0 to {SetRegistration.MostSeats} for each group."
        )
    );

/// <summary>More reserved than there is.</summary>
public sealed class ReservedExceedsCapacity(int reserved, int capacity)
    : UnprocessableProblem(
        "reserved-exceeds-capacity",
        new(
            $"Reserviert sind {reserved} Plätze, es gibt aber nur {capacity}. Reservieren Sie weniger oder erhöhen Sie die Platzzahl.",
            $"{reserved} seats are reserved, but there are only {capacity}. Reserve fewer, or raise the capacity."
        )
    )
{
    public override IReadOnlyDictionary<string, object?> Extensions { get; } =
        new Dictionary<string, object?> { ["reserved"] = reserved, ["capacity"] = capacity };
}

/// <summary>It would end before it begins.</summary>
public sealed class WindowEmpty()
    : UnprocessableProblem(
        "registration-window-empty",
        new("Die Anmeldung muss nach ihrem Beginn enden.", "Registration must close after it opens.")
    );

/// <summary>Nobody registers for what has begun.</summary>
public sealed class ClosesAfterStart(DateTimeOffset start)
    : UnprocessableProblem(
        "registration-closes-after-start",
        new(
            $"Die Anmeldung muss spätestens mit dem Beginn der Veranstaltung enden: {start:yyyy-MM-ddTHH:mmK}.",
            $"Registration must close when the event starts at the latest: {start:yyyy-MM-ddTHH:mmK}."
        )
    );

/// <summary>Seats that were given are not taken away.</summary>
public sealed class CapacityBelowTaken(int capacity, Seats taken)
    : ConflictProblem(
        "capacity-below-taken",
        new(
            $"{taken.Total} Plätze sind vergeben oder angeboten; {capacity} sind zu wenig. Erst müssen Anmeldungen zurückgezogen werden.",
            $"{taken.Total} seats are taken or offered; {capacity} are too few. Registrations must be withdrawn first."
        )
    )
{
    public override IReadOnlyDictionary<string, object?> Extensions { get; } =
        new Dictionary<string, object?> { ["taken"] = taken.Total, ["capacity"] = capacity };
}

/// <summary>Too early.</summary>
public sealed class RegistrationNotOpen(DateTimeOffset opens)
    : ConflictProblem(
        "registration-not-open",
        new(
            $"Die Anmeldung beginnt am {opens:dd.MM.yyyy} um {opens:HH:mm} Uhr.",
            $"Registration opens on {opens:yyyy-MM-dd} at {opens:HH:mm}."
        )
    );

/// <summary>Too late.</summary>
public sealed class RegistrationClosed(DateTimeOffset closed)
    : ConflictProblem(
        "registration-closed",
        new(
            $"Die Anmeldung ist seit dem {closed:dd.MM.yyyy}, {closed:HH:mm} Uhr, geschlossen.",
            $"Registration has been closed since {closed:yyyy-MM-dd}, {closed:HH:mm}."
        )
    );

/// <summary>One per account and event.</summary>
public sealed class AlreadyRegistered(Guid registration)
    : ConflictProblem(
        "already-registered",
        new(
            "Sie haben sich für diese Veranstaltung schon angemeldet. GET …/registrations/mine zeigt Ihre Anmeldung.",
            "You have registered for this event already. GET …/registrations/mine shows your registration."
        )
    )
{
    public override IReadOnlyDictionary<string, object?> Extensions { get; } =
        new Dictionary<string, object?> { ["registrationId"] = registration };
}

/// <summary>Nobody could register any more.</summary>
public sealed class WindowPast()
    : UnprocessableProblem(
        "registration-window-past",
        new("Dieser Anmeldeschluss ist schon vorbei. Nennen Sie einen späteren.", "This window is over already. Give a later end.")
    );

/// <summary>The answer was no; only the staff can take it back.</summary>
public sealed class RegistrationWasRefused()
    : ConflictProblem(
        "registration-refused",
        new(
            "Ihre Anmeldung zu dieser Veranstaltung wurde abgelehnt. Wenden Sie sich an die Koordination.",
            "Your registration for this event was refused. Please talk to the coordinator."
        )
    );

/// <summary>There is nothing to approve or refuse.</summary>
public sealed class NotPending(RegistrationState state)
    : ConflictProblem(
        "registration-not-pending",
        new(
            $"Diese Anmeldung wartet nicht auf eine Freigabe (Stand: {state}).",
            $"This registration does not wait for approval (state: {state})."
        )
    );

/// <summary>There is nothing to accept.</summary>
public sealed class NoOffer(RegistrationState state)
    : ConflictProblem(
        "no-offer",
        new($"Zu dieser Anmeldung gibt es kein Angebot (Stand: {state}).", $"There is no offer for this registration (state: {state}).")
    );

/// <summary>The seat goes to the next.</summary>
public sealed class OfferExpired()
    : ConflictProblem(
        "offer-expired",
        new(
            "Die Frist für diesen Platz ist abgelaufen. Sie stehen wieder auf der Warteliste, am Ende.",
            "The time for this seat is over. You are on the waitlist again, at its end."
        )
    );

/// <summary>The event has begun: nobody is approved, refused or told to wait any more.</summary>
public sealed class EventHasBegun(DateTimeOffset start)
    : ConflictProblem(
        "event-begun",
        new(
            $"Die Veranstaltung hat am {start:dd.MM.yyyy} um {start:HH:mm} Uhr begonnen.",
            $"The event began on {start:yyyy-MM-dd} at {start:HH:mm}."
        )
    );

/// <summary>Somebody else's.</summary>
public sealed class NotYourRegistration()
    : ForbiddenProblem(
        "not-your-registration",
        new("Das kann nur, wer sich angemeldet hat.", "Only the person who registered can do this.")
    );

/// <summary>The setting keeps the list from this reader.</summary>
public sealed class ParticipantsNotVisible()
    : ForbiddenProblem(
        "participants-not-visible",
        new(
            "Wer teilnimmt, sehen nach der Einstellung dieser Veranstaltung nur andere. Das entscheidet die Koordination.",
            "By the settings of this event, who takes part is shown to others only. The coordinator decides that."
        )
    );
