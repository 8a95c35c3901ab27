using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Participation.Boards;

/// <summary>It is over.</summary>
public sealed class BoardIsClosed()
    : ConflictProblem(
        "board-closed",
        new("Dieses Board ist geschlossen; es ändert sich nicht mehr.", "This board is closed; it does not change any more.")
    );

/// <summary>Not yet, or not at the moment.</summary>
public sealed class BoardNotRunning(BoardState state)
    : ConflictProblem(
        "board-not-running",
        state == BoardState.Draft
            ? new(
                "Das Board ist noch nicht gestartet. Warten Sie, bis die Moderation es startet.",
                "The board has not been started yet. Wait until the moderation starts it."
            )
            : new(
                "Das Board ist gerade angehalten. Warten Sie, bis die Moderation es weiterlaufen lässt.",
                "The board is frozen at the moment. Wait until the moderation lets it run on."
            )
    );

/// <summary>People still write on it.</summary>
public sealed class BoardStillRuns()
    : ConflictProblem(
        "board-still-runs",
        new("Halten Sie das Board zuerst an, oder schließen Sie es.", "Freeze the board first, or close it.")
    );

/// <summary>Renewed, closed, or never one of ours.</summary>
public sealed class BoardLinkVoid()
    : NotFoundProblem(
        "board-link-void",
        new(
            "Dieser Link gilt nicht oder nicht mehr. Der aktuelle steht auf der Leinwand; die Moderation kann ihn zeigen.",
            "This link is not valid, or no longer. The current one is on the screen; the moderation can show it."
        )
    );

/// <summary>No such column here.</summary>
public sealed class ColumnUnknown()
    : UnprocessableProblem(
        "column-unknown",
        new("Diese Spalte hat das Board nicht (mehr). Laden Sie es neu.", "The board does not have this column (any more). Load it again.")
    );

/// <summary>Cards would lose their column.</summary>
public sealed class ColumnInUse()
    : ConflictProblem(
        "column-in-use",
        new(
            "In einer Spalte, die wegfiele, sind Karten, oder eine kommt doppelt vor. Verschieben Sie die Karten zuerst.",
            "A column that would go has cards, or one is named twice. Move the cards first."
        )
    );

/// <summary>There is room for so many.</summary>
public sealed class BoardIsFull()
    : ConflictProblem(
        "board-full",
        new(
            $"Auf dem Board ist kein Platz mehr ({BoardLimits.Cards} Karten). Bitten Sie die Moderation, ein weiteres zu öffnen.",
            $"There is no more room on the board ({BoardLimits.Cards} cards). Ask the moderation to open another one."
        )
    );

/// <summary>Somebody writes faster than people do.</summary>
public sealed class TooManyCards()
    : Problem(
        StatusCodes.Status429TooManyRequests,
        "too-many-cards",
        new("Zu viele Karten", "Too many cards"),
        new(
            $"Höchstens {BoardLimits.CardsAMinute} Karten in der Minute. Warten Sie einen Moment, dann senden Sie sie noch einmal.",
            $"At most {BoardLimits.CardsAMinute} cards a minute. Wait a moment, then send it again."
        )
    );

/// <summary>Dots and cards taken back faster than people tap.</summary>
public sealed class TooManyTaps()
    : Problem(
        StatusCodes.Status429TooManyRequests,
        "too-many-taps",
        new("Zu schnell", "Too fast"),
        new(
            $"Punkte und Zurücknehmen zusammen höchstens {BoardLimits.TapsAMinute}-mal in der Minute. Warten Sie einen Moment.",
            $"Dots and taking back together at most {BoardLimits.TapsAMinute} times a minute. Wait a moment."
        )
    );

/// <summary>The id is another's.</summary>
public sealed class CardIdTaken()
    : ConflictProblem(
        "card-id-taken",
        new("Diese Kennung hat schon eine andere Karte. Nehmen Sie eine neue.", "Another card has this id already. Use a new one.")
    );

/// <summary>Taken back or removed.</summary>
public sealed class CardIsGone()
    : ConflictProblem("card-gone", new("Diese Karte ist nicht mehr auf dem Board.", "This card is not on the board any more."));

/// <summary>More dots than one has.</summary>
public sealed class TooManyDots(int most)
    : UnprocessableProblem(
        "too-many-dots",
        most == 0
            ? new("Auf diesem Board gibt es keine Punkte.", "There are no dots on this board.")
            : new(
                $"Sie haben {most} Punkte auf diesem Board. Nehmen Sie anderswo welche weg.",
                $"You have {most} dots on this board. Take some away elsewhere."
            )
    );

/// <summary>Not all of them are cards of this board.</summary>
public sealed class CardsUnknown()
    : UnprocessableProblem(
        "cards-unknown",
        new(
            "Nicht alle dieser Karten sind (noch) auf dem Board, oder eine kommt doppelt vor. Laden Sie es neu.",
            "Not all of these cards are (still) on the board, or one is named twice. Load it again."
        )
    );
