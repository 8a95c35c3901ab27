using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Participation.Contributions;

/// <summary>Neither group nor organisation.</summary>
public sealed class GroupMissing()
    : InvalidFieldProblem(
        "group",
        new(
            "Nennen Sie die Gruppe, für die Sie sprechen, oder eine Organisation.",
            "Name the group that you speak for, or an organisation."
        )
    );

/// <summary>No such organisation here.</summary>
public sealed class OrganisationUnknown()
    : UnprocessableProblem(
        "organisation-unknown",
        new("Diese Organisation gibt es in diesem Landkreis nicht.", "There is no such organisation in this Landkreis.")
    );

/// <summary>Only delegates speak for an organisation.</summary>
public sealed class NotADelegate(string organisation)
    : ForbiddenProblem(
        "not-a-delegate",
        new(
            $"Für „{organisation}“ können nur deren Delegierte beitragen. Die Koordination kann Sie eintragen.",
            $"Only delegates of \"{organisation}\" can contribute in its name. The coordination can enter you."
        )
    );

/// <summary>Somebody else's words.</summary>
public sealed class NotTheAuthor()
    : ForbiddenProblem("not-the-author", new("Das kann nur, wer es geschrieben hat.", "Only who wrote it can do this."));

/// <summary>A draft that says too little.</summary>
public sealed class DraftIncomplete(int least)
    : UnprocessableProblem(
        "draft-incomplete",
        new(
            $"Schreiben Sie vor dem Einreichen mindestens {least} Zeichen in den Text.",
            $"Write at least {least} characters into the text before you submit it."
        )
    );

/// <summary>It was taken back.</summary>
public sealed class ContributionIsWithdrawn()
    : ConflictProblem("contribution-withdrawn", new("Dieser Beitrag wurde zurückgezogen.", "This contribution was withdrawn."));

/// <summary>Too late for other words.</summary>
public sealed class EditWindowOver(TimeSpan window)
    : ConflictProblem(
        "edit-window-over",
        new(
            $"Ändern geht nur {window.TotalMinutes:0} Minuten lang. Schreiben Sie etwas Neues dazu.",
            $"It can be changed for {window.TotalMinutes:0} minutes only. Add something new instead."
        )
    );

/// <summary>Another one stands for it.</summary>
public sealed class ContributionIsMerged(Guid into)
    : ConflictProblem(
        "contribution-merged",
        new(
            "Dieser Beitrag wurde mit einem anderen zusammengeführt; nehmen Sie den, der geblieben ist (mergedInto).",
            "This contribution was merged into another one; use the one that stays (mergedInto)."
        )
    )
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, object?> Extensions => new Dictionary<string, object?> { ["mergedInto"] = into };
}

/// <summary>One alone can't be merged.</summary>
public sealed class MergedIntoItself()
    : UnprocessableProblem(
        "merged-into-itself",
        new("Ein Beitrag lässt sich nur mit einem anderen zusammenführen.", "A contribution can only be merged into another one.")
    );

/// <summary>It stands for others, too.</summary>
public sealed class OthersAreMergedIntoIt()
    : ConflictProblem(
        "others-merged-into-it",
        new(
            "Mit diesem Beitrag wurden Beiträge anderer zusammengeführt; er steht auch für sie und kann nicht zurückgezogen werden.",
            "Contributions of others were merged into this one; it stands for them, too, and can't be withdrawn."
        )
    );

/// <summary>How many there are is told at the end.</summary>
public sealed class PointsNotShown()
    : ConflictProblem(
        "points-not-shown",
        new(
            "Wie viele Punkte die Beiträge haben, wird erst gezeigt, wenn die Priorisierung geschlossen ist. Ordnen Sie bis dahin anders.",
            "How many points contributions have is shown once the prioritisation is closed. Choose another order until then."
        )
    );
