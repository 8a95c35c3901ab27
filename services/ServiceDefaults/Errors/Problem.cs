using Microsoft.AspNetCore.Http;

namespace Integrationskonzept.ServiceDefaults.Errors;

/// <summary>
/// An expected failure. It becomes problem details (RFC 9457) whose type <c>/problems/{code}</c> never changes
/// and whose detail says what was wrong and how to mend it, in the reader's language.
/// </summary>
public abstract class Problem(int status, string code, Text title, Text detail) : Exception($"{code}: {detail.En}")
{
    /// <summary>HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>Stable last segment of the problem's type.</summary>
    public string Code { get; } = code;

    /// <summary>What kind of failure it is.</summary>
    public Text Title { get; } = title;

    /// <summary>What was wrong this time and how to mend it.</summary>
    public Text Detail { get; } = detail;

    /// <summary>Further members of the problem details, such as <c>errors</c> by field.</summary>
    public virtual IReadOnlyDictionary<string, object?> Extensions { get; } = new Dictionary<string, object?>();

    /// <summary>After which time it can be tried again; told as <c>Retry-After</c>.</summary>
    public virtual TimeSpan? RetryAfter => null;
}

/// <summary>404: it is not there, or not for this reader; the two are told apart on purpose never.</summary>
public class NotFoundProblem(string code, Text detail)
    : Problem(StatusCodes.Status404NotFound, code, new("Nicht gefunden", "Not found"), detail)
{
    /// <summary>No such thing in this Landkreis.</summary>
    public NotFoundProblem()
        : this(
            "not-found",
            new("Das gibt es in diesem Landkreis nicht. Prüfen Sie die Adresse.", "This Landkreis has no such thing. Check the address.")
        ) { }
}

/// <summary>409: the thing is in a state that does not allow this.</summary>
public class ConflictProblem(string code, Text detail)
    : Problem(StatusCodes.Status409Conflict, code, new("In diesem Zustand nicht möglich", "Not possible in this state"), detail);

/// <summary>422: understood, but it breaks a rule.</summary>
public class UnprocessableProblem(string code, Text detail)
    : Problem(StatusCodes.Status422UnprocessableEntity, code, new("Eingabe nicht verwendbar", "Input can't be used"), detail);

/// <summary>400 with the field that is wrong.</summary>
public class InvalidFieldProblem(string name, Text detail)
    : Problem(StatusCodes.Status400BadRequest, "validation", new("Eingabe unvollständig oder falsch", "Input incomplete or wrong"), detail)
{
    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, object?> Extensions =>
        new Dictionary<string, object?> { ["errors"] = new Dictionary<string, string[]> { [name] = [Detail.ToString()] } };
}

/// <summary>403: signed in, but without the right.</summary>
public class ForbiddenProblem(string code, Text detail)
    : Problem(StatusCodes.Status403Forbidden, code, new("Kein Recht dazu", "No right to do this"), detail);

/// <summary>412: somebody changed the thing since it was read.</summary>
public sealed class ChangedMeanwhile()
    : Problem(
        StatusCodes.Status412PreconditionFailed,
        "changed-meanwhile",
        new("Inzwischen geändert", "Changed meanwhile"),
        new(
            "Jemand hat das seit dem Lesen geändert. Laden Sie es neu und ändern Sie dann.",
            "Somebody changed this since you read it. Load it again, then change it."
        )
    );

/// <summary>428: an update without <c>If-Match</c> (RFC 6585).</summary>
public sealed class IfMatchMissing()
    : Problem(
        StatusCodes.Status428PreconditionRequired,
        "if-match-missing",
        new("If-Match fehlt", "If-Match is missing"),
        new(
            "Senden Sie das ETag der gelesenen Fassung im Kopf If-Match mit. Gibt es noch keine, senden Sie If-None-Match: *.",
            "Send the ETag of the version that you read in the header If-Match. Where there is none yet, send If-None-Match: *."
        )
    );
