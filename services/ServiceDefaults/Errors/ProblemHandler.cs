using System.Globalization;
using System.Text.Json;
using Integrationskonzept.ServiceDefaults.Telemetry;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Integrationskonzept.ServiceDefaults.Errors;

/// <summary>
/// Turns whatever a request threw into problem details; unexpected failures are logged whole and answered without internals.
/// </summary>
sealed class ProblemHandler(IProblemDetailsService problems, ILogger<ProblemHandler> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken ct)
    {
        if (exception is OperationCanceledException && context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        var named = LostRace(context.Request, exception) ?? DatabaseFailure.Of(exception) ?? exception;
        var details = Describe(named);
        // The tenant's scope ended when the exception left it.
        using (context.RequestServices.GetService<TenantContext>()?.Slug is { } tenant ? log.BeginTenant(tenant) : null)
            if (details.Status >= 500)
                log.LogError(exception, "Request failed unexpectedly");
            else if (named is ReferenceGone)
                log.LogWarning(exception, "What a request refers to was gone"); // often a race; the same one again and again is a mistake
        context.Response.StatusCode = details.Status!.Value;
        if (details.Status == StatusCodes.Status503ServiceUnavailable)
            context.Response.Headers.RetryAfter = "5";
        else if (named is Problem { RetryAfter: { } wait })
            context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return await problems.TryWriteAsync(
            new()
            {
                HttpContext = context,
                ProblemDetails = details,
                Exception = exception,
            }
        );
    }

    /// <summary>Somebody else saved first: the version was raised, or what is unique was just made.</summary>
    static Problem? LostRace(HttpRequest request, Exception exception) =>
        exception switch
        {
            DbUpdateConcurrencyException => new ChangedMeanwhile(),
            DbUpdateException { InnerException: PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } } => request
                .Headers
                .IfMatch
                .Count > 0
            || request.Headers.IfNoneMatch.Count > 0
                ? new ChangedMeanwhile()
                : new ExistsAlready(),
            _ => null,
        };

    static ProblemDetails Describe(Exception exception) =>
        exception switch
        {
            Problem problem => From(problem),
            BadHttpRequestException bad => From(new UnreadableRequest(bad)),
            _ => From(new Unexpected()),
        };

    static ProblemDetails From(Problem problem)
    {
        var details = new ProblemDetails
        {
            Type = $"/problems/{problem.Code}",
            Status = problem.Status,
            Title = problem.Title.ToString(),
            Detail = problem.Detail.ToString(),
        };
        foreach (var (name, value) in problem.Extensions)
            details.Extensions[name] = value;
        return details;
    }

    sealed class ExistsAlready()
        : ConflictProblem(
            "exists-already",
            new(
                "Das hat im selben Moment schon jemand angelegt. Laden Sie die Liste neu.",
                "Somebody made the same thing at the same moment. Load the list again."
            )
        );

    sealed class Unexpected()
        : Problem(
            StatusCodes.Status500InternalServerError,
            "unexpected",
            new("Unerwarteter Fehler", "Unexpected failure"),
            new(
                "Das lag nicht an Ihnen. Versuchen Sie es später erneut und nennen Sie der Betriebsstelle die traceId.",
                "This was not your fault. Try again later, and tell the operators the traceId."
            )
        );

    /// <summary>Malformed JSON, a wrong type, a body that is too large: ASP.NET Core's own refusals, in our words.</summary>
    sealed class UnreadableRequest(BadHttpRequestException bad)
        : Problem(bad.StatusCode, Name(bad), new("Anfrage nicht lesbar", "Request can't be read"), Words(bad))
    {
        static string Name(BadHttpRequestException bad) =>
            bad.StatusCode switch
            {
                StatusCodes.Status413PayloadTooLarge => "too-large",
                StatusCodes.Status415UnsupportedMediaType => "unsupported-media-type",
                _ => "unreadable-request",
            };

        static Text Words(BadHttpRequestException bad) =>
            bad.StatusCode switch
            {
                StatusCodes.Status413PayloadTooLarge => new("Der Inhalt ist zu groß.", "The content is too large."),
                StatusCodes.Status415UnsupportedMediaType => new(
                    "Senden Sie den Inhalt als application/json.",
                    "Send the content as application/json."
                ),
                _ when bad.InnerException is JsonException { Path: { } path } json => new(
                    $"Der Inhalt ist bei {path} kein gültiges JSON für diese Anfrage (Zeile {json.LineNumber + 1}).",
                    $"At {path} the content is not valid JSON for this request (line {json.LineNumber + 1})."
                ),
                _ => new(
                    "Ein Wert der Anfrage fehlt oder hat die falsche Form: siehe die API-Beschreibung unter /docs.",
                    "A value of the request is missing or malformed: see the API's description at /docs."
                ),
            };
    }
}
