using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Participation.Merging;

/// <summary>The one that is to stay is not there.</summary>
public sealed class MergeTargetUnknown()
    : UnprocessableProblem(
        "merge-target-unknown",
        new(
            "Den Beitrag, der bleiben soll, gibt es in diesem Themenfeld nicht.",
            "The contribution that is to stay does not exist in this topic area."
        )
    );

/// <summary>The record cites the one that would go.</summary>
public sealed class RecordCitesMerged()
    : ConflictProblem(
        "record-cites-contribution",
        new(
            "Die Ergebnissicherung verweist auf diesen Beitrag. Lassen Sie den Verweis mit umziehen (moveCitations), "
                + "oder ändern Sie sie zuerst.",
            "The record cites this contribution. Let the citation move with it (moveCitations), or change the record first."
        )
    );
