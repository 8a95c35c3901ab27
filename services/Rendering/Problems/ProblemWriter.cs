using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Integrationskonzept.Rendering.Problems;

/// <summary>Writes a <see cref="RenderingProblem"/> as RFC 9457 problem details in the caller's language.</summary>
internal sealed class ProblemWriter(ILogger<ProblemWriter> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        var problem = exception switch
        {
            RenderingException known => known.Problem,
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => RenderingProblem.TooLarge,
            BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } => RenderingProblem.InvalidRequest,
            _ => null,
        };
        if (problem is null) return false;

        // The text of the document must not reach the log, so only the kinds of the exceptions do.
        log.LogWarning("Rendering refused: {Problem} ({Cause})", problem.Type, exception.InnerException?.GetType().Name ?? "checked");
        await ResultFor(problem, context).ExecuteAsync(context);
        return true;
    }

    private static IResult ResultFor(RenderingProblem problem, HttpContext context)
    {
        var english = PrefersEnglish(context.Request);
        context.Response.Headers.ContentLanguage = english ? "en" : "de";
        context.Response.Headers.Vary = HeaderNames.AcceptLanguage;
        if (problem.Status == StatusCodes.Status503ServiceUnavailable) context.Response.Headers.RetryAfter = "5";
        return Results.Problem(new ProblemDetails
        {
            Type = problem.Type,
            Status = problem.Status,
            Title = english ? problem.English : problem.German,
            Extensions = { ["traceId"] = Activity.Current?.Id ?? context.TraceIdentifier },
        });
    }

    private static bool PrefersEnglish(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(l => l.Quality ?? 1)
        .Select(l => l.Value.ToString())
        .FirstOrDefault(l => l.StartsWith("de", StringComparison.OrdinalIgnoreCase) || l.StartsWith("en", StringComparison.OrdinalIgnoreCase))
        ?.StartsWith("en", StringComparison.OrdinalIgnoreCase) ?? false;
}
