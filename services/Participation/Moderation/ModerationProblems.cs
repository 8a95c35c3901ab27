using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Participation.Moderation;

/// <summary>What is named is not there, or not for this caller.</summary>
public sealed class ItemUnknown()
    : UnprocessableProblem(
        "item-unknown",
        new(
            "Diesen Beitrag oder Kommentar gibt es nicht mehr. Laden Sie die Seite neu.",
            "This contribution or comment is not there any more. Load the page again."
        )
    );

/// <summary>Once is enough.</summary>
public sealed class ReportedAlready()
    : ConflictProblem(
        "reported-already",
        new(
            "Sie haben das schon gemeldet. Was daraus wurde, steht unter „Mein Bereich“.",
            "You have reported this already. What came of it is under \"My area\"."
        )
    );

/// <summary>One's own.</summary>
public sealed class OwnItem()
    : UnprocessableProblem(
        "own-item",
        new(
            "Das haben Sie selbst geschrieben; Sie können es ändern oder zurückziehen.",
            "You wrote this yourself; you can change it or take it back."
        )
    );

/// <summary>Nobody is known who could be blocked.</summary>
public sealed class AuthorIsGone()
    : ConflictProblem(
        "author-gone",
        new(
            "Wer das geschrieben hat, ist nicht mehr bekannt und kann nicht gesperrt werden.",
            "Who wrote this is not known any more and can't be blocked."
        )
    );

/// <summary>Nobody blocks themselves.</summary>
public sealed class OwnPerson()
    : UnprocessableProblem("own-person", new("Sich selbst können Sie nicht sperren.", "You can't block yourself."));
