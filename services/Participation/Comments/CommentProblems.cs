using Integrationskonzept.ServiceDefaults.Errors;

namespace Integrationskonzept.Participation.Comments;

/// <summary>It was deleted.</summary>
public sealed class CommentIsDeleted()
    : ConflictProblem("comment-deleted", new("Dieser Kommentar wurde gelöscht.", "This comment was deleted."));

/// <summary>An answer to what is not there.</summary>
public sealed class ParentUnknown()
    : UnprocessableProblem(
        "parent-unknown",
        new(
            "Den Kommentar, auf den Sie antworten, gibt es zu diesem Beitrag nicht mehr. Laden Sie die Kommentare neu.",
            "The comment that you answer is not among those of this contribution any more. Load the comments again."
        )
    );
