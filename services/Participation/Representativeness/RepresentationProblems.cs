using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Participation.Representativeness;

/// <summary>Those who took part are asked, nobody else.</summary>
public sealed class NotContributed()
    : ConflictProblem(
        "representation-not-contributed",
        new(
            "Diese Fragen gehen an alle, die in diesem Themenfeld beigetragen haben. Schreiben Sie zuerst einen Beitrag.",
            "These questions go to all who have contributed to this topic area. Write a contribution first."
        )
    );

/// <summary>Once in each topic area.</summary>
public sealed class RepresentationAnswered()
    : ConflictProblem(
        "representation-answered",
        new(
            "Hier wurde schon geantwortet. Weil niemand weiß, welche Angaben Ihre sind, lassen sie sich nicht mehr ändern.",
            "This was answered already. As nobody knows which answers are yours, they can't be changed any more."
        )
    );

/// <summary>An id that somebody else has used.</summary>
public sealed class RepresentationIdTaken()
    : ConflictProblem(
        "representation-id-taken",
        new("Diese id wurde schon benutzt. Nehmen Sie eine neue, zufällige.", "This id has been used already. Take a new, random one.")
    );
