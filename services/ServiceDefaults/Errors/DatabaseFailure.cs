using System.Text;
using Integrationskonzept.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Integrationskonzept.ServiceDefaults.Errors;

/// <summary>
/// What the database can't do for a reason that has a name: it is away, it was given what is no text, or what a row refers to is gone.
/// </summary>
static class DatabaseFailure
{
    /// <summary>The problem that the failure is, wherever the failure is wrapped; null if it is another.</summary>
    public static Problem? Of(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
            if (Name(cause) is { } problem)
                return problem;
        return null;
    }

    static Problem? Name(Exception cause) =>
        cause switch
        {
            // Class 08: connection; 53: too few resources; 57P: shut down, crashed, starting.
            PostgresException { SqlState: ['0', '8', ..] or ['5', '3', ..] or ['5', '7', 'P', ..] } => new DatabaseAway(),
            PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter }
            or EncoderFallbackException => new NotText(new("Ein Wert der Anfrage", "A value of the request")),
            PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation } => new ReferenceGone(),
            PostgresException => null,
            NpgsqlException { IsTransient: true } => new DatabaseAway(),
            _ => null,
        };
}

/// <summary>
/// 409: what was looked up a moment ago and is referred to was deleted meanwhile, or what is deleted is referred to by now.
/// </summary>
public sealed class ReferenceGone()
    : ConflictProblem(
        "reference-gone",
        new(
            "Etwas, womit das zusammenhängt, hat im selben Moment jemand gelöscht oder angelegt. Laden Sie neu und "
                + "versuchen Sie es noch einmal.",
            "Somebody deleted or made something that this depends on at the same moment. Load it again, and try once more."
        )
    );

/// <summary>503: PostgreSQL is away, or takes no more connections.</summary>
public sealed class DatabaseAway()
    : Problem(
        StatusCodes.Status503ServiceUnavailable,
        "database-away",
        new("Gerade nicht erreichbar", "Not available right now"),
        new(
            "Die Datenbank antwortet gerade nicht. Es ging nichts verloren; versuchen Sie es in einigen Sekunden erneut.",
            "The database does not answer right now. Nothing was lost; try again in some seconds."
        )
    );
