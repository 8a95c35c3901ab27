using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Participation.Screening;

/// <summary>The person may read, but not contribute.</summary>
public sealed class ContributingIsBlocked(Block block, TimeZoneInfo zone)
    : ForbiddenProblem(
        "contributing-blocked",
        new(
            $"Sie können {Until(block, zone, "bis zum", "bis auf Weiteres")} nicht beitragen oder kommentieren. "
                + "Lesen können Sie weiter alles. "
                + (
                    block.Appealed
                        ? "Sie haben widersprochen; was daraus wird oder wurde, sehen Sie unter „Mein Bereich“."
                        : "Wenn Sie das für falsch halten, können Sie unter „Mein Bereich“ einmal widersprechen."
                ),
            $"You can't contribute or comment {Until(block, zone, "until", "until further notice")}. You can still read everything. "
                + (
                    block.Appealed
                        ? "You have appealed; what comes or came of it you see under \"My area\"."
                        : "If you think that this is wrong, you can appeal once under \"My area\"."
                )
        )
    )
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, object?> Extensions =>
        new Dictionary<string, object?>
        {
            ["until"] = block.Until,
            ["reason"] = char.ToLowerInvariant(block.Reason.ToString()[0]) + block.Reason.ToString()[1..],
            ["reasonText"] = block.ReasonText,
            ["mayAppeal"] = !block.Appealed,
        };

    static string Until(Block block, TimeZoneInfo zone, string until, string forGood) =>
        block.Until is { } end ? $"{until} {TimeZoneInfo.ConvertTime(end, zone):dd.MM.yyyy, HH:mm}" : forGood;
}

/// <summary>More within an hour than the Landkreis allows one person.</summary>
public sealed class WrittenTooMuch(int most, TimeSpan wait)
    : Problem(
        StatusCodes.Status429TooManyRequests,
        "written-too-much",
        new("Zu viel auf einmal", "Too much at once"),
        new(
            $"In einer Stunde kann eine Person hier höchstens {most}-mal schreiben. "
                + $"In {Math.Max(2, Math.Ceiling(wait.TotalMinutes)):0} Minuten geht es weiter.",
            $"Within an hour one person can write {most} times at most here. "
                + $"You can go on in {Math.Max(2, Math.Ceiling(wait.TotalMinutes)):0} minutes."
        )
    )
{
    /// <inheritdoc/>
    public override TimeSpan? RetryAfter => wait;
}

/// <summary>Something else is wrong, and nobody says what.</summary>
public sealed class ReasonMissing()
    : InvalidFieldProblem("text", new("Sagen Sie in eigenen Worten, worum es geht.", "Say in your own words what it is about."));

/// <summary>Hidden without a reason.</summary>
public sealed class ReasonKindMissing()
    : InvalidFieldProblem(
        "reason",
        new("Nennen Sie den Grund; die Person bekommt ihn zu lesen.", "Name the reason; the person will read it.")
    );

/// <summary>A block that is over before it begins.</summary>
public sealed class BlockEndsBefore()
    : InvalidFieldProblem("until", new("Nennen Sie eine Zeit, die noch kommt.", "Name a time that is still to come."));

/// <summary>There is no block in force.</summary>
public sealed class BlockIsOver()
    : ConflictProblem("block-over", new("Diese Sperre gilt nicht mehr.", "This block is not in force any more."));

/// <summary>Somebody else looks at it.</summary>
public sealed class CaseIsClaimed(DateTimeOffset until)
    : ConflictProblem(
        "case-claimed",
        new(
            "Jemand anderes sieht sich das gerade an. Sprechen Sie sich ab, oder übernehmen Sie es.",
            "Somebody else is looking at this. Agree with them, or take it over."
        )
    )
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, object?> Extensions => new Dictionary<string, object?> { ["claimedUntil"] = until };
}

/// <summary>Nothing is left to decide.</summary>
public sealed class CaseIsDecided()
    : ConflictProblem("case-decided", new("Darüber ist schon entschieden.", "This has been decided already."));

/// <summary>Not for a case of this kind.</summary>
public sealed class DecisionNotPossible()
    : UnprocessableProblem(
        "decision-not-possible",
        new(
            "Das lässt sich zu diesem Fall nicht entscheiden. Laden Sie ihn neu; was geht, steht dort.",
            "This can't be decided about this case. Load it again; it says what can be."
        )
    );

/// <summary>It is about the caller's own words or block.</summary>
public sealed class OwnCase()
    : ForbiddenProblem(
        "own-case",
        new("Über Eigenes entscheidet jemand anderes aus der Moderation.", "Another moderator decides about what is your own.")
    );

/// <summary>It was reported, and somebody is to look at it as it is.</summary>
public sealed class ItemIsReported()
    : ConflictProblem(
        "item-reported",
        new(
            "Das sieht sich gerade die Moderation an. Bis dahin ändert es sich nicht; zurückziehen können Sie es.",
            "Moderators are looking at this. Until then it does not change; you can take it back."
        )
    );

/// <summary>Whoever decided does not decide the appeal.</summary>
public sealed class AppealNeedsAnother(DateTimeOffset from)
    : ForbiddenProblem(
        "appeal-needs-another",
        new(
            "Über den Widerspruch entscheidet jemand anderes als beim ersten Mal. "
                + $"Findet sich niemand, können Sie es ab dem {from:dd.MM.yyyy} selbst tun.",
            "Another person than the first time decides the appeal. "
                + $"If there is nobody, you can do so yourself from {from:yyyy-MM-dd} on."
        )
    )
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, object?> Extensions => new Dictionary<string, object?> { ["from"] = from };
}

/// <summary>Once is enough.</summary>
public sealed class AppealedAlready()
    : ConflictProblem(
        "appealed-already",
        new("Sie haben schon widersprochen. Das geht einmal.", "You have appealed already. This can be done once.")
    );

/// <summary>It is not hidden.</summary>
public sealed class NothingToAppeal()
    : ConflictProblem("nothing-to-appeal", new("Hier ist nichts, dem Sie widersprechen könnten.", "There is nothing here to appeal."));

/// <summary>It waits to be published.</summary>
public sealed class ItemIsHeld()
    : ConflictProblem(
        "item-held",
        new(
            "Das wird noch geprüft, bevor alle es sehen. Bis dahin ändert es sich nicht; zurückziehen können Sie es.",
            "This is looked at before all see it. Until then it does not change; you can take it back."
        )
    );

/// <summary>Moderation has hidden it.</summary>
public sealed class ItemIsHidden()
    : ConflictProblem(
        "item-hidden",
        new(
            "Das ist ausgeblendet: nur wer es geschrieben hat und die Moderation sehen es.",
            "This is hidden: only who wrote it and the moderators see it."
        )
    );
