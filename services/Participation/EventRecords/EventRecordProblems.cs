using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Participation.EventRecords;

/// <summary>It is final.</summary>
public sealed class EventRecordIsLocked()
    : ConflictProblem(
        "event-record-locked",
        new("Das Protokoll ist abgeschlossen und ändert sich nicht mehr.", "The record is locked and does not change any more.")
    );

/// <summary>A stage was left out.</summary>
public sealed class RecordStageOutOfOrder(RecordStage now)
    : ConflictProblem(
        "record-stage-out-of-order",
        new(
            "Ein Protokoll wird erst mitgeschrieben, dann bearbeitet, dann zur Berichtigung geöffnet, dann abgeschlossen. "
                + $"Dieses ist gerade in der Phase „{now}“.",
            $"A record is captured, then edited, then opened for corrections, then locked. This one is in the stage \"{now}\"."
        )
    );

/// <summary>Who was there is not known before.</summary>
public sealed class EventNotHeldYet()
    : ConflictProblem(
        "event-not-held-yet",
        new(
            "Melden Sie zuerst, dass die Veranstaltung stattgefunden hat: Daraus ergibt sich, wer berichtigen kann.",
            "First report that the event has taken place: that says who can correct the record."
        )
    );

/// <summary>There is nothing to read.</summary>
public sealed class EventRecordIsEmpty()
    : UnprocessableProblem(
        "event-record-empty",
        new(
            "Das Protokoll braucht eine Zusammenfassung oder mindestens ein Ergebnis.",
            "The record needs a summary or at least one result."
        )
    );

/// <summary>Those who were there have had no chance to read it.</summary>
public sealed class RecordNotCorrected()
    : ConflictProblem(
        "record-not-corrected",
        new(
            "Öffnen Sie das Protokoll zuerst zur Berichtigung für die, die da waren.",
            "First open the record for corrections by those who were there."
        )
    );

/// <summary>Not yet, or not any more.</summary>
public sealed class CorrectionsNotOpen()
    : ConflictProblem(
        "corrections-not-open",
        new(
            "Berichtigungen sind gerade nicht möglich: Das Protokoll ist noch in Arbeit, oder die Frist ist vorbei.",
            "Corrections are not possible now: the record is still being written, or the time for them is over."
        )
    );

/// <summary>What somebody said is still to be decided.</summary>
public sealed class CorrectionsUndecided(int count)
    : ConflictProblem(
        "corrections-undecided",
        new($"Über {count} Berichtigungen ist noch zu entscheiden.", $"{count} corrections are still to be decided on.")
    );

/// <summary>It has its answer.</summary>
public sealed class CorrectionIsDecided()
    : ConflictProblem(
        "correction-decided",
        new("Über diese Berichtigung ist schon entschieden.", "This correction has been decided on already.")
    );

/// <summary>Only those who were there can say what is wrong.</summary>
public sealed class NotPresent()
    : Problem(
        StatusCodes.Status403Forbidden,
        "not-present",
        new("Sie waren nicht dabei", "You were not there"),
        new(
            "Berichtigen kann, wer bei der Veranstaltung eingecheckt war. Wenden Sie sich an die Koordination, wenn Sie da waren.",
            "Those who were checked in at the event can correct its record. Turn to the coordination if you were there."
        )
    );

/// <summary>The board was used elsewhere.</summary>
public sealed class BoardOfOtherEvent()
    : UnprocessableProblem(
        "board-of-other-event",
        new(
            "Dieses Board gehört zu einem anderen Themenfeld oder einer anderen Veranstaltung.",
            "This board belongs to another topic area or event."
        )
    );

/// <summary>More than a record holds.</summary>
public sealed class RecordIsFull()
    : UnprocessableProblem(
        "event-record-full",
        new(
            $"Ein Protokoll hat höchstens {RecordLimits.Entries} Ergebnisse. Fassen Sie Karten auf dem Board in Gruppen zusammen.",
            $"A record has {RecordLimits.Entries} results at most. Put cards on the board into groups."
        )
    );

/// <summary>Not within the time that there may be.</summary>
public sealed class CorrectionTimeWrong()
    : InvalidFieldProblem(
        "correctionsUntil",
        new(
            $"Geben Sie einen Zeitpunkt in der Zukunft an, höchstens {RecordLimits.DaysForCorrections} Tage entfernt.",
            $"Give a time in the future, {RecordLimits.DaysForCorrections} days away at most."
        )
    );
